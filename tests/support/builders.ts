import type { Entry } from '../../shared/books/entry'
import { openJournal, type Journal } from '../../shared/books/journal'
import { freezeCard } from '../../shared/cards/freeze'
import { reissueCard } from '../../shared/cards/reissue'
import { allow, type Ruling } from '../../shared/kit/ruling'
import { balanceOf, type Account } from '../../shared/books/account'
import { enrol } from '../../shared/members/enrol'
import { adjustPoints } from '../../shared/points/adjust'
import { expirePoints } from '../../shared/points/expire'
import { noCounters, type QualifyingTotals } from '../../shared/programme/evidence'
import type { Programme, Tier } from '../../shared/programme/schema'
import { orderEntryId, burnEntryId, purchase } from '../../shared/purchases/purchase'
import { refund } from '../../shared/purchases/refund'
import { qualifiedRank, tierAt } from '../../shared/tiers/qualify'

/** A shop with three tiers at ¥0, ¥500 and ¥1,000 whose points last a year and pay at 100 for ¥1. */
export function programmeOf(changes: Partial<Programme> = {}): Programme {
  return {
    id: 'test-shop',
    name: { zh: '测试', en: 'Test' },
    tiers: [
      tierOf({ id: 'regular', pointsPerYuan: 1 }),
      tierOf({ id: 'silver', pointsPerYuan: 1.5, qualification: spendOf(50_000) }),
      tierOf({ id: 'gold', pointsPerYuan: 2, qualification: spendOf(100_000) }),
    ],
    expiry: { kind: 'months', months: 12, until: 'month-end' },
    redemption: { pointsPerYuan: 100 },
    refundShortfall: 'debt',
    enrolment: { points: 0, phone: 'optional' },
    terms: { termsVersion: '1', privacyVersion: '1' },
    ...changes,
  }
}

export function tierOf(tier: Partial<Tier> & { id: string }): Tier {
  return {
    name: { zh: tier.id, en: tier.id },
    slot: 'regular',
    qualification: null,
    pointsPerYuan: 1,
    benefits: [],
    ...tier,
  }
}

export function spendOf(atLeastFen: number): NonNullable<Tier['qualification']> {
  return { match: 'any', conditions: [{ kind: 'spend', atLeastFen }] }
}

export const firstDay = '2026-01-10T04:00:00.000Z'

/** Somebody of whom nothing is known but these amounts. */
export function evidenceOf(totals: QualifyingTotals) {
  return { enrolledAt: firstDay, totals, days: [], counters: noCounters, marks: [], tierId: 'regular' }
}

/** The tier that amounts give. */
export function tierFor(programme: Programme, totals: QualifyingTotals): Tier {
  return tierAt(programme, qualifiedRank(programme, evidenceOf(totals), '2026-01-10'))
}

/** A member's account with every entry that led to it. */
export type Book = { account: Account; entries: Entry[] }

/** Somebody who has just become a member at a till. */
export function newMember(programme: Programme, accountId = 'account-1', at = firstDay): Book {
  const person = {
    accountId,
    memberNo: '10000001',
    cardNo: '1000000001',
    name: null,
    externalId: accountId,
    holder: { kind: 'person' as const },
    source: { kind: 'pos' as const, storeId: 'S1' },
    consent: null,
    at,
  }
  const { account, entries } = enrol(person, programme, stampAt(at))
  return { account, entries }
}

export type Order = { id?: string; fen: number; burn?: number; at?: string; now?: string }

/** One order; throws when the rule refuses it. */
export function buy(book: Book, programme: Programme, order: Order): Book {
  return allowed(book, tryToBuy(book, programme, order))
}

export function tryToBuy(
  book: Book,
  programme: Programme,
  { id = 'a', fen, burn = 0, at = firstDay, now = at }: Order,
) {
  const request = { storeId: 'S1', orderId: id, amountFen: fen, burnPoints: burn, at, nonce: null }
  return purchase(openJournal(book.account, stampAt(now)), request, programme)
}

export type Return = { of?: string; fen: number; id?: string; at?: string; now?: string }

/** One refund, whole or in part; throws when the rule refuses it. */
export function giveBack(book: Book, programme: Programme, request: Return): Book {
  return allowed(book, tryToGiveBack(book, programme, request))
}

export function tryToGiveBack(book: Book, programme: Programme, request: Return) {
  const { of = 'a', fen, id = `r${book.entries.length}`, at = firstDay, now = at } = request
  const asked = { storeId: 'S1', refundId: id, amountFen: fen, at, nonce: null }
  return refund(openJournal(book.account, stampAt(now)), orderOf(book, of), asked, programme)
}

/** An order as the ledger knows it, with what happened to it since. */
export function orderOf(book: Book, id: string) {
  const known = <Kind extends Entry['kind']>(kind: Kind, entryId: string) =>
    book.entries.find((e): e is Extract<Entry, { kind: Kind }> => e.kind === kind && e._id === entryId)
  const bought = known('purchase', orderEntryId('S1', id))
  if (!bought) throw new Error(`no order ${id}`)
  const refunds = book.entries.filter((e): e is Extract<Entry, { kind: 'refund' }> => e.kind === 'refund')
  return {
    purchase: bought,
    burn: known('burn', burnEntryId('S1', id)) ?? null,
    refunds: refunds.filter((e) => e.reverses === bought._id),
    acts: entriesOf(book, 'act').filter((e) => e.orderEntryId === bought._id),
  }
}

export function correct(book: Book, programme: Programme, change: number, at = firstDay): Book {
  return allowed(book, tryToCorrect(book, programme, change, at))
}

export function tryToCorrect(book: Book, programme: Programme, change: number, at = firstDay) {
  return adjustPoints(
    openJournal(book.account, stampAt(at)),
    { change, reason: 'a reason', actor: 'staff-1', at },
    programme,
  )
}

export function tryToFreeze(book: Book, at = firstDay) {
  return allow(freezeCard(openJournal(book.account, stampAt(at)), { by: 'member', at }))
}

export function tryToReissue(book: Book, cardNo: string, at = firstDay) {
  return reissueCard(openJournal(book.account, stampAt(at)), { cardNo, check: 'known', at })
}

/** Writes down what is over at an instant. */
export function passTo(book: Book, now: string): Book {
  return joined(book, expirePoints(openJournal(book.account, stampAt(now)), now))
}

export function stampAt(recordedAt: string) {
  return { recordedAt, programmeVersion: 1, requestId: 'request-1' }
}

export function balanceIn(book: Book): number {
  return balanceOf(book.account)
}

/** The entries of one kind, oldest first. */
export function entriesOf<Kind extends Entry['kind']>(book: { entries: Entry[] }, kind: Kind) {
  return book.entries.filter((entry): entry is Extract<Entry, { kind: Kind }> => entry.kind === kind)
}

export function allowed(book: Book, ruling: Ruling<Journal, string>): Book {
  if (!ruling.ok) throw new Error(`refused: ${ruling.refusal}`)
  return joined(book, ruling.value)
}

function joined(book: Book, journal: Journal): Book {
  return { account: journal.account, entries: [...book.entries, ...journal.entries] }
}
