import type { Account } from '../books/account'
import { lotsTotal } from '../books/lots'
import type { Journal } from '../books/journal'
import type { ReferralGiven, ReferralPoints, ReferralPointsBack, ReferralSide } from '../books/referral'
import { takeBack } from '../books/take-back'
import { giftSpan } from '../coupons/validity'
import { give } from '../coupons/give'
import { withdrawForReward } from '../chances/withdraw'
import { withdrawCoupons } from '../coupons/give-back'
import { issuedSince, payOwed, usedOf } from '../coupons/owed'
import type { Instant } from '../kit/time'
import { expiryOf } from '../points/earn'
import { givenOf, type Effect } from '../programme/parts/effects'
import type { Programme } from '../programme/schema'

/**
 * What a referral gives, as its entry says it. Its points, like those of every gift, count towards no tier, and they pay a
 * debt first; its coupons and gifts are remembered by their kinds, so that it can be told later what of them was used.
 */
export function rewardOf(
  journal: Journal,
  programme: Programme,
  { gives, at }: { gives: readonly Effect[]; at: Instant },
): ReferralPoints {
  const points = gives.flatMap(givenOf).reduce((sum, one) => (one.what === 'points' ? sum + one.points : sum), 0)
  const things = issuedSince(issueThings(journal, programme, { gives, code: '', at }), journal)
  const repaid = Math.min(journal.account.debt, points)
  return { points, repaid, expiresAt: expiryOf(programme, at), ...(things.length > 0 ? { things } : {}) }
}

type Things = { gives: readonly Effect[]; code: string; at: Instant }

/**
 * Coupons, gifts and chances among it, each an entry of its own that remembers by its code what it came with; less what was
 * used already of a reward that was taken back.
 */
export function giveThings(journal: Journal, programme: Programme, things: Things): Journal {
  return payOwed(issueThings(journal, programme, things), things.at)
}

function issueThings(journal: Journal, programme: Programme, { gives, code, at }: Things): Journal {
  const source = { by: 'rule' as const, why: 'referral' as const, code }
  const giving = { source, at, span: giftSpan(at), takes: [] }
  return gives
    .flatMap(givenOf)
    .filter(({ what }) => what !== 'points')
    .reduce((current, one) => give(current, programme, one, giving), journal)
}

/** A reward as it is taken back: its points out of their own lot first; what was spent or used of it is owed. */
export function rewardBack(
  account: Account,
  { points, expiresAt, things = [] }: ReferralGiven,
  code: string,
): ReferralPointsBack {
  const { lapsed, draws, owed } = takeBack(account, { expiresAt, points })
  const used = usedOf(account, things, isOf(code))
  const back = { reversed: lapsed + lotsTotal(draws) + owed, draws, owed, lapsed, lapsedFrom: expiresAt }
  return { ...back, ...(used.length > 0 ? { used } : {}) }
}

/**
 * Takes what is unused of the coupons, gifts and chances back; what was used stays used, and others of its kind that friends
 * have brought pay for it.
 */
export function takeThingsBack(journal: Journal, code: string, at: Instant): Journal {
  return payOwed(withdrawForReward(withdrawCoupons(journal, isOf(code), at), code, at), at)
}

function isOf(code: string) {
  return ({ source }: { source: { by: string; why?: string; code?: string } }) =>
    source.by === 'rule' && source.why === 'referral' && source.code === code
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
