import type { Account } from '../books/account'
import { lotsTotal } from '../books/lots'
import type { Journal } from '../books/journal'
import type { ReferralPoints, ReferralPointsBack, ReferralSide } from '../books/referral'
import { takeBack } from '../books/take-back'
import { giftSpan } from '../coupons/validity'
import { give } from '../coupons/give'
import { withdrawForReward } from '../chances/withdraw'
import { withdrawCoupons } from '../coupons/give-back'
import type { Instant } from '../kit/time'
import { expiryOf } from '../points/earn'
import { givenOf, type Effect } from '../programme/parts/effects'
import type { Programme } from '../programme/schema'

/** The points among what a referral gives; like every gift they count towards no tier, and they pay a debt first. */
export function pointsOfReward(
  { debt }: Account,
  programme: Programme,
  { gives, at }: { gives: readonly Effect[]; at: Instant },
): ReferralPoints {
  const points = gives.flatMap(givenOf).reduce((sum, one) => (one.what === 'points' ? sum + one.points : sum), 0)
  return { points, repaid: Math.min(debt, points), expiresAt: expiryOf(programme, at) }
}

/** Coupons, gifts and chances among it, each an entry of its own that remembers by its code what it came with. */
export function giveThings(
  journal: Journal,
  programme: Programme,
  { gives, code, at }: { gives: readonly Effect[]; code: string; at: Instant },
): Journal {
  const source = { by: 'rule' as const, why: 'referral' as const, code }
  const giving = { source, at, span: giftSpan(at), takes: [] }
  return gives
    .flatMap(givenOf)
    .filter(({ what }) => what !== 'points')
    .reduce((current, one) => give(current, programme, one, giving), journal)
}

/** The points of a reward as they are taken back: out of their own lot first, what was spent is owed. */
export function pointsBack(
  account: Account,
  { points, expiresAt }: { points: number; expiresAt: Instant | null },
): ReferralPointsBack {
  const { lapsed, draws, owed } = takeBack(account, { expiresAt, points })
  return { reversed: lapsed + lotsTotal(draws) + owed, draws, owed, lapsed, lapsedFrom: expiresAt }
}

/** Takes what is unused of the coupons, gifts and chances back; what was used stays used. */
export function takeThingsBack(journal: Journal, code: string, at: Instant): Journal {
  const isOf = ({ source }: { source: { by: string; why?: string; code?: string } }) =>
    source.by === 'rule' && source.why === 'referral' && source.code === code
  return withdrawForReward(withdrawCoupons(journal, isOf, at), code, at)
}

/** By what the coupons of one side remember their reward. */
export function rewardCode({ friendId, round }: Pick<ReferralSide, 'friendId' | 'round'>): string {
  return `${friendId}:${round}`
}

/** The entry of a reward: the same however often it is tried, so that it is written once. */
export function rewardEntryId({ role, friendId, round }: ReferralSide): string {
  return role === 'referrer' ? `referral:${friendId}:${round}` : `referral-friend:${friendId}:${round}`
}

/** The entry that takes it back. */
export function undoneEntryId(side: ReferralSide): string {
  return `undo:${rewardEntryId(side)}`
}
