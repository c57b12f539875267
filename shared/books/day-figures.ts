import type { Day } from '../kit/time'
import type { Entry } from './entry'

type EntryKind = Entry['kind']

/** What a shop's day came to, by the entries that happened on it. Money in fen, points whole. */
export type DayFigures = {
  day: Day
  newMembers: number
  /** Members who bought, came or did something themselves that day, each counted once. */
  activeMembers: number
  orders: number
  amountFen: number
  refunds: number
  refundedFen: number
  points: DayPoints
  couponsIssued: number
  couponsRedeemed: number
}

/**
 * Where points came from and went. The sum of what was earned and given back, less what was burned, expired and taken back, is
 * by how much all balances together changed; what moves between the holders of a shared card is in none of them.
 */
export type DayPoints = { earned: number; burned: number; expired: number; givenBack: number; takenBack: number }

/** The entries of one kind on a day, counted and added up. */
export type KindSums = { kind: string; count: number; amountFen: number; gained: number; spent: number }

/** What counts as a day on which a member was active. */
export const activeKinds: readonly EntryKind[] = [
  'purchase',
  'check-in',
  'make-up',
  'act',
  'exchange',
  'exchange-fulfil',
  'coupon-redeem',
  'coupon-send',
  'event-sign-up',
  'event-attend',
  'event-vote',
  'chance-take',
  'chance-draw',
]

/** Points that were the member's before. */
const givesBack: readonly EntryKind[] = ['refund', 'exchange-release', 'event-leave']
/** Points that should not have been given, and the shop's corrections. */
const takesBack: readonly EntryKind[] = [
  'refund',
  'adjust',
  'gift-undone',
  'act-undone',
  'referral-undone',
  'referral-step-undone',
]
const moves: readonly EntryKind[] = ['transfer-in', 'transfer-out']

export function dayFigures(day: Day, sums: readonly KindSums[], activeMembers: number): DayFigures {
  const of = (kind: EntryKind) => sums.find((one) => one.kind === kind)
  return {
    day,
    newMembers: of('enrol')?.count ?? 0,
    activeMembers,
    orders: of('purchase')?.count ?? 0,
    amountFen: of('purchase')?.amountFen ?? 0,
    refunds: of('refund')?.count ?? 0,
    refundedFen: of('refund')?.amountFen ?? 0,
    points: sums.reduce(withKind, { earned: 0, burned: 0, expired: 0, givenBack: 0, takenBack: 0 }),
    couponsIssued: of('coupon-issue')?.count ?? 0,
    couponsRedeemed: of('coupon-redeem')?.count ?? 0,
  }
}

function withKind(points: DayPoints, { kind, gained, spent }: KindSums): DayPoints {
  const is = (kinds: readonly string[]) => kinds.includes(kind)
  if (is(moves)) return points
  const plus = is(givesBack) ? 'givenBack' : 'earned'
  const minus = kind === 'expire' ? 'expired' : is(takesBack) ? 'takenBack' : 'burned'
  const more = { ...points, [plus]: points[plus] + gained }
  return { ...more, [minus]: more[minus] + spent }
}
