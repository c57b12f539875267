import type { Day, Instant } from '../kit/time'
import type { CheckInDay } from './check-ins'
import type { GiftPoints } from './gift-points'
import { lotsTotal, type Lot } from './lots'
import type { PendingLot } from './pending'
import type { ConditionName } from '../programme/conditions'
import type { Chances } from './chance'
import type { Coupon } from './coupon'
import type { EventPlace } from './event-facts'
import type { Exchange, SwapRight } from './exchange'
import type { Referred, ReferralStep } from './referral'
import type { SharedCard } from './shared-card'
import type { Taken } from './taken'
import type { Counters, DayActivity, QualifyingTotals } from '../programme/evidence'

/** A member's account as the rules see it: what the ledger's entries add up to. */
export interface Account {
  accountId: string
  memberNo: string
  /** The ten digits of the card that the member shows; a reissued card has new ones. */
  cardNo: string
  /** Since when that card is reported lost; no till takes a code of it until it is reissued. */
  cardFrozenAt: Instant | null
  name: string | null
  /** The number under which a till or shop system knows the member. */
  externalId: string | null
  holder: Holder
  /** Null for somebody whom only a till has enrolled. */
  consent: ConsentHeld | null
  enrolledAt: Instant
  source: EnrolmentSource
  tierId: string
  tierSince: Instant
  lots: Lot[]
  /** Points that wait to become active; absent where none ever did. */
  pending?: PendingLot[]
  /** Points that expired unspent, by the lot they stood in; what a later refund finds here was never spent. */
  lapsed: Lot[]
  /** Points owed after a refund took back what was already spent; paid first by what is earned next. */
  debt: number
  totals: QualifyingTotals
  /** What counted on each of the last days, oldest first, as far back as the longest window of a programme. */
  days: DayActivity[]
  counters: Counters
  /** Campaigns, events and challenges that were completed. */
  marks: string[]
  /** Tiers above the first that the member stands on, lowest first; the last one is the tier. */
  held: HeldTier[]
  /** What milestones gave, once for each window. */
  granted: Granted[]
  /** When the next lengths of membership that the programme asks for are reached, soonest first. */
  tenureAt: Instant[]
  /** Month and day, `05-21`; no year. */
  birthday: string | null
  /** Coupons that are not used, given away or ended; absent in an account that never had one. */
  coupons?: Coupon[]
  /** From when the birthday brings benefits, where it was changed after this year's had come. */
  birthdayFrom?: Day
  /** The days of this month and the one before on which the member checked in, oldest first; absent without any. */
  checkIns?: CheckInDay[]
  /** How often the member has had what is limited to so many times; absent in an account that never had any of it. */
  taken?: Taken
  /** Points that came with gifts of tiers; absent in an account that never had any. */
  giftPoints?: GiftPoints[]
  /** Cards that the member shares with others; absent in an account that never shared one. */
  sharedCards?: SharedCard[]
  /** Rewards that points were swapped for and that are not handed out yet; absent in an account that never had any. */
  exchanges?: Exchange[]
  /** Better prices that orders gave and that are not used yet; absent in an account that never had any. */
  rights?: SwapRight[]
  /** Places at events that are not over; absent in an account that never had any. */
  events?: EventPlace[]
  /** Until when the member signs up for no event, because they did not come to one; absent where they always came. */
  eventsBarredUntil?: Instant
  /** Chances in draws; absent in an account that never had any. */
  chances?: Chances
  /** The referral that the member came by; absent where nobody brought them. */
  referral?: Referred
  /** What numbers of friends have brought on top; absent in an account that never reached any. */
  referralSteps?: ReferralStep[]
  /** What was used of things that were taken back, such as `coupon:tea-10`, until others of the same have paid for it. */
  owes?: readonly string[]
  /** How many entries the account has. */
  seq: number
}

/** A tier that was reached: since when, how long it lasts (null: for good), and by what. */
export type HeldTier = {
  tierId: string
  at: Instant
  until: Instant | null
  /** From when on what counts may earn the next term, where that is not the instant itself: a later term's beginning. */
  from?: Instant
  /** When the end of the term is judged: then, or after the days of grace. */
  reviewAt: Instant | null
  cause: 'qualified' | 'stepped-down' | 'by-hand' | 'bought'
  /** The tier from which one stepped down, in its last term: a refund may yet take it away. */
  fell?: HeldTier
}

/** A right that a milestone gave in one window, such as a family set in `2026-05`. */
export type Granted = { code: string; window: string }

/** How far one condition of a tier is fulfilled; money in fen. */
export type Requirement = { kind: ConditionName; have: number; need: number }

/** Where a member came from, and through which employee where one brought them. */
export type EnrolmentSource = {
  kind: 'pos' | 'staff' | 'wechat'
  storeId: string | null
  staffId?: string | null
  /** The member who brought them. */
  referrerId?: string
  /** Keyed hashes of what their phone said of itself; they only ever make two accounts look alike. */
  installation?: string
  network?: string
}

/** Whose the membership is: a person's own, or an organisation's for which the named person speaks. */
export type Holder = { kind: 'person' } | { kind: 'organisation'; name: string }

/** The terms that the member last agreed to, and when. */
export type ConsentHeld = { termsVersion: string; privacyVersion: string; at: Instant }

/** What the member has: the open lots less what is owed. Negative only by a debt. */
export function balanceOf(account: Account): number {
  return lotsTotal(account.lots) - account.debt
}

/** Points that are earned and may not be burned yet; they are no part of the balance. */
export function pendingOf({ pending = [] }: Account): number {
  return lotsTotal(pending)
}
