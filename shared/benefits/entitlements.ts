import type { Account } from '../books/account'
import { entitlementTake } from '../books/acts-after'
import type { Entry } from '../books/entry'
import { record, type Journal } from '../books/journal'
import { timesTaken } from '../books/taken'
import { allow, refuse, type Ruling } from '../kit/ruling'
import { addMilliseconds, dayOf, type Instant } from '../kit/time'
import { windowKey } from '../kit/window'
import { benefitsOf } from '../programme/benefits'
import type { Programme } from '../programme/schema'
import { tierById } from '../tiers/qualify'

/** How long whoever ticked something off may take that back. */
export const untickMs = 5 * 60_000

/** What the member may have each month, and how much of it they have had in the month that runs. */
export function entitlementsOf(account: Account, programme: Programme, at: Instant) {
  const benefits = benefitsOf(programme, tierById(programme, account.tierId))
  return benefits.flatMap((benefit) => {
    if (benefit.kind !== 'entitlement') return []
    const { code, name, count } = benefit
    const used = Math.min(count, timesTaken(account.taken, entitlementTake({ code, window: windowOf(at) })))
    return [{ code, name, count, used, left: count - used }]
  })
}

/** Staff tick off that the member had it: that it was done, never what came of it. */
export function tickEntitlement(
  journal: Journal,
  programme: Programme,
  { code, storeId, at, id }: { code: string; storeId: string; at: Instant; id: string },
): Ruling<Journal, 'entitlement_unknown' | 'entitlement_used'> {
  const one = entitlementsOf(journal.account, programme, at).find((each) => each.code === code)
  if (!one) return refuse('entitlement_unknown')
  if (one.left === 0) return refuse('entitlement_used', { count: one.count })
  return allow(record(journal, { kind: 'entitlement', code, window: windowOf(at), storeId }, { at, id }))
}

/** Whoever ticked it off by mistake takes that back within five minutes, once. */
export function untickEntitlement(
  journal: Journal,
  ticked: Entry | null,
  { staffId, undone, at }: { staffId: string; undone: boolean; at: Instant },
): Ruling<Journal, 'tick_unknown' | 'untick_over'> {
  if (ticked?.kind !== 'entitlement' || ticked.accountId !== journal.account.accountId) return refuse('tick_unknown')
  const over = at >= addMilliseconds(ticked.recordedAt, untickMs)
  if (undone || over || ticked.actor !== staffId) return refuse('untick_over')
  const { _id, code, window } = ticked
  return allow(record(journal, { kind: 'entitlement-undone', code, window }, { at, id: untickId(_id), reverses: _id }))
}

export function untickId(tickId: string): string {
  return `undo:${tickId}`
}

function windowOf(at: Instant): string {
  return windowKey('month', dayOf(at))
}
