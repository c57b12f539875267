import type { Entry } from '../../../shared/books/entry'
import { allow } from '../../../shared/kit/ruling'
import type { QualifyingTotals } from '../../../shared/programme/evidence'
import type { CountedKind, TierEvent, tiersHistory } from '../../../shared/tiers/contract'
import { countedBefore } from '../../../shared/tiers/counted'
import { tierById } from '../../../shared/tiers/qualify'
import type { EnrolledContext, Handler } from '../../_runtime/handler'
import { storeName, type Terms } from '../../_runtime/terms'
import { newestEntries } from '../books/newest-entries'
import { decidedBy, progressView, tierFace } from './faces'

const pageSize = 20

/** How the member came to their tier, newest first; what counted by then is worked out back from what counts now. */
export const readHistory: Handler<typeof tiersHistory, EnrolledContext> = async (context, { cursor }) => {
  const { account, terms, now, effects } = context
  const from = cursor ? positionOf(cursor) : { before: account.seq + 1, counted: account.totals }
  const { entries } = await newestEntries(effects, account, from.before)
  const page = pageOf(entries, from.counted, terms)
  return allow({
    serverAt: now,
    current: { ...tierFace(tierById(terms.programme, account.tierId)), since: account.tierSince },
    progress: progressView(account, terms, now),
    counts: countsOf(terms),
    events: page.events,
    nextCursor: page.last && page.last.seq > 1 ? cursorAt(page.last.seq, page.counted) : null,
  })
}

/** Goes back through the entries until a page is full; `counted` is what counted before the last one looked at. */
function pageOf(entries: readonly Entry[], countedNow: QualifyingTotals, terms: Terms) {
  const events: { id: string; at: string; event: TierEvent }[] = []
  let [counted, last]: [QualifyingTotals, Entry | null] = [countedNow, null]
  for (const entry of entries) {
    if (events.length === pageSize) break
    const event = eventOf(entry, counted, terms)
    if (event) events.push({ id: entry._id, at: entry.at, event })
    counted = countedBefore(counted, entry)
    last = entry
  }
  return { events, counted, last }
}

function eventOf(entry: Entry, counted: QualifyingTotals, terms: Terms): TierEvent | null {
  const face = (id: string) => tierFace(tierById(terms.programme, id))
  switch (entry.kind) {
    case 'enrol': {
      const { kind, storeId } = entry.source
      return { code: 'enrol', tier: face(entry.tierId), via: kind, storeName: storeName(terms, storeId) }
    }
    case 'purchase':
    case 'refund': {
      const code = entry.kind === 'purchase' ? 'order' : 'refund'
      return { code, amountFen: entry.amountFen, storeName: storeName(terms, entry.storeId), counted }
    }
    case 'tier': {
      const rank = (id: string) => terms.programme.tiers.findIndex((tier) => tier.id === id)
      const { from, to, cause } = entry
      const because = decidedBy(terms.programme, entry)
      return { code: 'tier', from: face(from), to: face(to), up: rank(to) > rank(from), cause, because, counted }
    }
    default:
      return null
  }
}

const countedKinds: readonly CountedKind[] = ['spend', 'orders', 'points-earned']

/** Which amounts the tiers of this programme go by. */
function countsOf({ programme }: Terms): CountedKind[] {
  const kinds = new Set(programme.tiers.flatMap((tier) => tier.qualification?.conditions.map(({ kind }) => kind) ?? []))
  return countedKinds.filter((kind) => kinds.has(kind))
}

/** A cursor carries what counted before it, so that a page needs no entries but its own. */
function cursorAt(before: number, { spendFen, orders, pointsEarned }: QualifyingTotals): string {
  return [before, spendFen, orders, pointsEarned].join('.')
}

function positionOf(cursor: string): { before: number; counted: QualifyingTotals } {
  const [before = 0, spendFen = 0, orders = 0, pointsEarned = 0] = cursor.split('.').map(Number)
  return { before, counted: { spendFen, orders, pointsEarned } }
}
