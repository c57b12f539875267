import type { Instant } from '../kit/time'
import type { Draw } from './lots'
import type { Take } from './taken'

/**
 * Why somebody's coming is looked at by a person before anybody is rewarded: another account on the same phone, one of the
 * same network and make of phone, an account further up the chain that is alike, or many friends in a short time.
 */
export const suspicions = ['device', 'network', 'ring', 'burst'] as const
export type Suspicion = (typeof suspicions)[number]

/**
 * How far the referral is that a member came by. It stands on the friend's account, which decides alone; what the referrer
 * gets for it follows from here.
 */
export type Referred = {
  referrerId: string
  /** Exclusive: the order that makes it count is made before. */
  until: Instant
  /** How many times it has qualified: a second time where the first order was refunded. */
  round: number
  state: 'waiting' | 'qualified' | 'review' | 'rewarded' | 'declined' | 'lapsed'
  /** Since when it stands there. */
  since: Instant
  /** What it qualified by; absent before that, and where joining alone was enough. */
  order?: QualifyingOrder
  /** Other orders in its time that are large enough, oldest first: where the one it qualified by goes back it counts on by these. */
  standing?: StandingOrder[]
  suspicions?: Suspicion[]
  /** A manager has looked at it and allowed it: it is not looked at again. */
  cleared?: true
  /** What the friend got, as far as it is points. */
  reward?: ReferralGiven
}

/** An order that makes a referral count, and the amount that must be left of it for it to count on. */
export type QualifyingOrder = OrderNumber & { at: Instant; fromFen: number }

/** An order by which a referral would count as well, with what is left of it. */
export type StandingOrder = OrderNumber & { at: Instant; leftFen: number }

/** An order's number counts within its store. */
export type OrderNumber = { storeId: string; orderId: string }

/** What was given, so that it can be taken back. `things`: coupons and gifts by their kinds; absent where there were none. */
export type ReferralGiven = { points: number; expiresAt: Instant | null; things?: string[] }

/** What so many friends have brought on top. */
export type ReferralStep = ReferralGiven & { friends: number; code: string }

export type ReferralFact =
  | ReferralQualifyFact
  | ReferralReviewFact
  | ReferralDecideFact
  | ReferralLapseFact
  | ReferralKeepFact
  | ReferralRewardFact
  | ReferralUndoneFact
  | ReferralStepFact
  | ReferralStepUndoneFact

/** On the friend's account: what the referral asks for was done. */
export type ReferralQualifyFact = {
  kind: 'referral-qualify'
  order: QualifyingOrder | null
  /** Other orders that had been made before the referral was known. */
  standing?: StandingOrder[]
}

/** On the friend's account: the order it counted by was refunded, and it counts on by another one. */
export type ReferralKeepFact = { kind: 'referral-keep'; order: QualifyingOrder }

/** Somebody has to look at it first. */
export type ReferralReviewFact = { kind: 'referral-review'; suspicions: Suspicion[] }

/** A manager, who is the entry's actor, has looked at it. */
export type ReferralDecideFact = { kind: 'referral-decide'; allowed: boolean; reason: string }

/** Its time is over, or the programme rewards it no more. */
export type ReferralLapseFact = { kind: 'referral-lapse' }

/** Whose side of a referral an entry is about: the same friend and round on both accounts. */
export type ReferralSide = { role: 'friend' | 'referrer'; friendId: string; round: number }

/** What was given: some of the points may have paid off a debt, and some things what was used of others. */
export type ReferralPoints = ReferralGiven & { repaid: number }

/** Points that were taken back, what of them was spent and is owed, and what had expired before. */
export type ReferralPointsBack = {
  reversed: number
  draws: Draw[]
  owed: number
  lapsed: number
  lapsedFrom: Instant | null
  /** What of the things was used already and is owed. */
  used?: string[]
}

/** A referral's reward. Coupons and gifts of it are entries of their own, which follow. */
export type ReferralRewardFact = ReferralSide &
  ReferralPoints & {
    kind: 'referral-reward'
    /** What it counts against, where the programme limits rewards. */
    takes?: Take[]
    /** The referrer had as many rewards as the programme gives in its time; the friend counts all the same. */
    capped?: true
  }

/** The order was refunded: as if the referral had never counted. On the friend's account also before any reward. */
export type ReferralUndoneFact = ReferralSide & ReferralPointsBack & { kind: 'referral-undone'; takes?: Take[] }

/** So many friends were reached, which brings something on top. */
export type ReferralStepFact = ReferralPoints & { kind: 'referral-step'; role: 'step'; friends: number; code: string }

/** Fewer friends are left than the step asks for. */
export type ReferralStepUndoneFact = ReferralPointsBack & {
  kind: 'referral-step-undone'
  role: 'step'
  friends: number
  code: string
}
