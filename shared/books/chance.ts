import type { Bilingual } from '../kit/fields'
import type { Instant } from '../kit/time'
import type { Take } from './taken'

/** By what chances in a draw were given. */
export type ChanceSource =
  /** Of what the order must stay worth for the chances to stand. */
  | { by: 'purchase'; storeId: string; orderId: string; fromFen: number }
  | { by: 'check-in' }
  | { by: 'points'; points: number }
  /** A friend who joined and bought. */
  | { by: 'referral'; friendId: string; round: number }
  /** A rule, such as a campaign or a birthday. `code`: of the reward they came with, where that may be taken back. */
  | { by: 'rule'; why: string; code?: string }

/** Chances that were given together: how many, and how many of them are left. */
export type GrantedChances = {
  /** The number of the entry that gave them. */
  no: number
  drawId: string
  of: number
  left: number
  source: ChanceSource
  /** When they end with their draw; null for a draw without end. */
  until: Instant | null
  /** Towards what they counted, where so many are given at the most. */
  takes?: readonly Take[]
}

/** A chance that was taken and whose result is still to be written down. */
export type OpenChance = { no: number; drawId: string; roundId: string; saltHash: string; until: Instant }

/** A member's chances in draws. What recurs by the day or month is not granted: only its takes are counted. */
export type Chances = { granted: readonly GrantedChances[]; open: readonly OpenChance[] }

export type ChanceFact = ChanceGrantFact | ChanceTakeFact | ChanceDrawFact | ChanceWithdrawFact

export type ChanceGrantFact = {
  kind: 'chance-grant'
  drawId: string
  chances: number
  source: ChanceSource
  until: Instant | null
  takes?: Take[]
}

/** A chance was taken: one that was granted, or one that recurs. `saltHash`: what the member's phone committed itself to. */
export type ChanceTakeFact = {
  kind: 'chance-take'
  drawId: string
  roundId: string
  /** The entry that had granted it; null for one that recurs. */
  grantNo: number | null
  takes: Take[]
  saltHash: string
  until: Instant
}

/** The result of a chance: what was drawn, and what was given where that had run out. */
export type ChanceDrawFact = {
  kind: 'chance-draw'
  drawId: string
  roundId: string
  /** The entry that had taken the chance; null for a visitor's who has become a member since. */
  takeNo: number | null
  number: number
  place: number
  /** What fixes the public list up to this place. */
  chain: string
  prizeId: string
  name: Bilingual
  /** Whether it was a prize at all. */
  won: boolean
  /** The prize that was drawn and had run out. */
  insteadOf?: string
  takes?: Take[]
}

/** Chances are taken back unused, since what had given them was refunded; those that were used stay used. */
export type ChanceWithdrawFact = {
  kind: 'chance-withdraw'
  drawId: string
  grantNo: number
  withdrawn: number
  used: number
  /** What they counted towards is free again where none of them was used. */
  takes?: readonly Take[]
  /** What was used of them is owed: chances that come in their place pay for it. */
  owed?: true
  /** They pay for what was used of others that were taken back. */
  pays?: true
}
