import type { Bilingual } from '../kit/fields'
import type { Day, Instant } from '../kit/time'
import type { QualifyingTotals } from '../programme/evidence'
import type { Rounding } from '../programme/parts/earning'
import type { EnrolmentSource, Granted, HeldTier, Holder, Requirement } from './account'
import type { CampaignGiven } from './campaign'
import type { ChanceFact } from './chance'
import type { CouponFact, CouponUsed } from './coupon'
import type { AnyExchangeFact, SwapRight } from './exchange'
import type { ChallengeFact, EventFact } from './event-facts'
import type { GiftUndoneFact } from './gift-points'
import type { Draw } from './lots'
import type { Take } from './taken'
import type {
  ActUndoneFact,
  ActFact,
  CheckInFact,
  EntitlementFact,
  EntitlementUndoneFact,
  MakeUpFact,
} from './act-facts'
import type { PendingLot } from './pending'
import type { ReferralFact } from './referral'
import type { ByHolder, CardMode, RelationshipCheck, SharedCardKind } from './shared-card'

/** Facts, one kind each. A fact is never edited: a correction is another fact that names the first. */
export type Fact =
  | EnrolFact
  | LinkFact
  | RenameFact
  | PurchaseFact
  | BurnFact
  | RefundFact
  | WriteOffFact
  | AdjustFact
  | GiftUndoneFact
  | ExpireFact
  | ActivateFact
  | TierFact
  | GrantFact
  | WithdrawFact
  | CheckInFact
  | MakeUpFact
  | ActFact
  | ActUndoneFact
  | EntitlementFact
  | EntitlementUndoneFact
  | ProfileFact
  | AnniversaryFact
  | CardFreezeFact
  | CardReissueFact
  | CardOpenFact
  | CardJoinFact
  | CardLeaveFact
  | HolderJoinFact
  | HolderCheckFact
  | HolderLeaveFact
  | TransferOutFact
  | TransferInFact
  | CouponFact
  | AnyExchangeFact
  | EventFact
  | ChallengeFact
  | ChanceFact
  | ReferralFact

export type EnrolFact = {
  kind: 'enrol'
  memberNo: string
  cardNo: string
  name: string | null
  externalId: string | null
  holder: Holder
  source: EnrolmentSource
  tierId: string
  consent: Consent | null
  tenureAt?: Instant[]
  /** Where a friend brought them and that is rewarded: until when the order has to come. */
  referralUntil?: Instant
}

/** A WeChat of the member's own now opens this account: who holds the phone number proved it on that phone. */
export type LinkFact = {
  kind: 'link'
  provedBy: 'wechat' | 'text'
  consent: Consent
  /** Who had brought them here before somebody else enrolled them, and what their phone says of itself. */
  came?: Came
}

/** What a source comes to know once the member calls themselves. `until`: to when an order makes the referral count. */
export type Came = Pick<EnrolmentSource, 'installation' | 'network'> & { referrerId: string; until?: Instant }

export type RenameFact = { kind: 'rename'; name: string }

/** What a new member agreed to; the time is the entry's. */
export type Consent = { termsVersion: string; privacyVersion: string; adult: true }

/** An order: also the order document, found by store and order number, so a repeat changes nothing for ever. */
export type PurchaseFact = Partial<ByHolder> & {
  kind: 'purchase'
  storeId: string
  orderId: string
  /** What was paid, after any money off. */
  amountFen: number
  /** What it was before discount and points, where the cloud worked that out itself; a till tells only what was paid. */
  listFen?: number
  /** Hundredths of a point per CNY at the tier held before the order. */
  rate: number
  rateTierId: string
  /** By what the tier's rate was multiplied, in hundredths, and why; absent when by nothing. */
  multiplied?: { hundredths: number; code: string }
  /** How its points were made whole; absent: down. */
  rounding?: Rounding
  /** The kinds of its lines as the till told them, one line a kind; or only the sum of what is left out. */
  lines?: readonly { kind: string; amountFen: number }[]
  leftOutFen?: number
  /** The part of the amount that earns nothing, such as prescription lines. */
  earnsNothingFen?: number
  /** What the order added to the engagement score. */
  engagement?: number
  earned: number
  /** The part of `earned` that paid off a debt. */
  repaid: number
  expiresAt: Instant | null
  /** From when on its points may be burned; absent: at once. */
  activeAt?: Instant
  /** The tier that the order led to. */
  tierAfter: string
  /** Points taken as money off in the same order, and the fen they were worth. */
  burned: number
  burnedWorthFen: number
  /** Coupons that were taken, with their terms, so that a refund can give them back. */
  coupons?: CouponUsed[]
  /** Better prices for rewards that the order gives a right to. */
  rights?: SwapRight[]
  /** What campaigns gave with it; their points are in `earned`. */
  campaigns?: readonly CampaignGiven[]
  /** The signed request that brought it; a request seen again is a replay. */
  nonce: string | null
}

/** Points taken for value: as money off an order, or for a tier. */
export type BurnFact = Partial<ByHolder> & { kind: 'burn'; burned: number; draws: Draw[] } & (
    | { reason: 'order'; storeId: string; orderId: string }
    | { reason: 'tier'; saleId: string; tierId: string; granted: Granted }
    | { reason: 'draw'; drawId: string; name: Bilingual }
  )

export type RefundFact = Partial<ByHolder> & {
  kind: 'refund'
  storeId: string
  /** Store and refund number, by which a number used for another order is found. */
  refundNo: string
  refundId: string
  orderId: string
  amountFen: number
  /** True when nothing of the order is left: then it no longer counts as an order. */
  whole: boolean
  /** The part of the amount that had earned nothing, and what the till told of it where it told something. */
  earnsNothingFen?: number
  leftOutFen?: number
  /** What the order had added to the engagement score, taken back with the last of it. */
  engagement?: number
  /** The order's instant: the day from which its amounts are taken. */
  orderedAt: Instant
  /** Points taken back, from which lots, and what could not be taken because it was spent. */
  reversed: number
  draws: Draw[]
  /** Points taken back that were not active yet. */
  pendingDraws?: PendingLot[]
  owed: number
  /** Points of the order that had expired before and so were neither kept nor taken back. */
  lapsed: number
  lapsedFrom: Instant | null
  /** Points that had been taken as money off and are given back. */
  returned: number
  /** The part of `returned` that paid off a debt. */
  repaid: number
  /** Where the returned points go; what had expired meanwhile stays expired and is not in here. */
  returnedLots: Draw[]
  /** Rewards of which the order gives no better price any more. */
  rightsGone?: string[]
  /** What campaigns had given with the order and is taken back; `costFen` is what their budgets have again. */
  campaigns?: readonly CampaignGiven[]
  /** The tier that is left after it. */
  tierAfter: string
  nonce: string | null
}

/** The programme forgives what a refund left owing. */
export type WriteOffFact = { kind: 'writeOff'; forgiven: number; orderId: string }

export type AdjustFact = {
  kind: 'adjust'
  change: number
  repaid: number
  expiresAt: Instant | null
  draws: Draw[]
  reason: string
  actor: string
  /** What is given once in a window, such as the top-up of a member day. */
  granted?: Granted
  takes?: Take[]
  /** The gift of a tier that it was a part of. */
  gift?: string
}

/** Points that waited may be burned from now on; `repaid` of them paid off a debt. */
export type ActivateFact = { kind: 'activate'; from: PendingLot[]; repaid: number }

export type ExpireFact = { kind: 'expire'; draws: Draw[] }

export type TierFact = {
  kind: 'tier'
  from: string
  to: string
  cause: 'qualified' | 'refund' | 'programme' | 'review' | 'by-hand' | 'bought'
  /** Why the shop set it by hand. */
  reason?: string
  /** The tiers that the member stands on after it. */
  held: readonly HeldTier[]
  /** The figures that decided, as they stood. */
  because: Requirement[]
  totals: QualifyingTotals
}

/** A milestone was reached and gives a right, once for each window. */
export type GrantFact = { kind: 'grant'; code: string; window: string; storeId: string; orderId: string }

/** The milestone is no longer reached, because an order that counted was refunded. */
export type WithdrawFact = { kind: 'withdraw'; code: string; window: string; orderId: string }

/** A length of membership that the programme asks for was reached. */
export type AnniversaryFact = { kind: 'anniversary' }

/** What the member told about themselves, as far as rules need it. */
export type ProfileFact = {
  kind: 'profile'
  birthday: string | null
  /** The day from which a changed birthday brings benefits; absent where nothing changes about that. */
  birthdayFrom?: Day
}

/** The card was reported lost, by its member or by an employee whom the member told. */
export type CardFreezeFact = { kind: 'card-freeze'; cardNo: string; by: 'member' | 'staff'; reason: 'lost' }

/** A lost card was replaced under the same account. The kind of check is noted, what was on the paper is not. */
export type CardReissueFact = { kind: 'card-reissue'; from: string; to: string; check: ReissueCheck }

/** A member opened a card to share; it stands on their account. */
export type CardOpenFact = {
  kind: 'card-open'
  cardId: string
  cardNo: string
  card: SharedCardKind
  mode: CardMode
  title: string | null
}

/** A member holds somebody's shared card from now on, under a number of their own. */
export type CardJoinFact = {
  kind: 'card-join'
  cardId: string
  cardNo: string
  card: SharedCardKind
  mode: CardMode
  mainAccountId: string
}

/** A shared card is held no longer: given back, taken back by the main holder, or closed by them. */
export type CardLeaveFact = { kind: 'card-leave'; cardId: string; cardNo: string; by: 'holder' | 'main' }

/** The same three on the main holder's account. */
export type HolderJoinFact = ByHolder & { kind: 'holder-join'; cardNo: string; checked: boolean }
export type HolderCheckFact = ByHolder & { kind: 'holder-check'; check: RelationshipCheck }
export type HolderLeaveFact = ByHolder & { kind: 'holder-leave'; by: 'holder' | 'main' }

/** What a leaving holder takes along out of the pool, and where it arrives; the two name each other. */
export type TransferOutFact = ByHolder & {
  kind: 'transfer-out'
  moved: number
  draws: Draw[]
  /** What goes along although it still waits to become active; it is no part of `moved`. */
  pendingDraws?: PendingLot[]
  other: string
}
export type TransferInFact = {
  kind: 'transfer-in'
  cardId: string
  from: string
  moved: number
  /** The part that paid off a debt. */
  repaid: number
  lots: Draw[]
  /** What came along although it still waits. */
  pending?: PendingLot[]
  other: string
}

export type ReissueCheck = 'id-card' | 'passport' | 'phone' | 'known'

/** What every entry carries besides its fact. */
export type EntryFrame = {
  _id: string
  accountId: string
  /** 1, 2, 3 … within the account. */
  seq: number
  /** When it happened in the shop. */
  at: Instant
  /** When it was written down. */
  recordedAt: Instant
  programmeVersion: number
  requestId: string
  /** Change of the balance, and the balance after it. */
  points: number
  balanceAfter: number
  /** The month of `at`, and the change split by its sign, so that the database can add a month up. */
  month: string
  gained: number
  spent: number
  /** The entry that this one undoes, wholly or in part. */
  reverses: string | null
  /** The employee who acted, where one did. */
  actor?: string
  /** On the first entry of a phone's request: its input's hash and its answer, for a repetition years later. */
  receipt?: { inputHash: string; reply: unknown }
}

export type Entry = EntryFrame & Fact

/** Entries about the member's own card and shared ones. */
export type CardEntry = EntryFrame &
  Extract<Fact, { kind: `card-${string}` | `holder-${string}` | `transfer-${string}` }>
