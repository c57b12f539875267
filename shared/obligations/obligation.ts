import type { Bilingual } from '../kit/fields'
import type { Instant } from '../kit/time'

/**
 * What kinds of promises there are: a reward to hand out or to send, a gift of tier or birthday, something that may be had
 * each month, a birthday to prepare.
 */
export const obligationKinds = ['hand-out', 'send', 'gift', 'entitlement', 'birthday'] as const
export type ObligationKind = (typeof obligationKinds)[number]

export const obligationStates = ['open', 'late', 'kept', 'dropped'] as const
export type ObligationState = (typeof obligationStates)[number]

/** Why a promise need not be kept any more. `not-used` and `not-claimed`: its time went by and the member did not ask. */
export const dropReasons = ['cancelled', 'not-claimed', 'not-used', 'taken-back', 'passed-on', 'replaced'] as const
export type DropReason = (typeof dropReasons)[number]

/** Who has to see to it: whoever is at the till, whoever packs parcels, or the member's butler. */
export type OwnerRole = 'till' | 'parcels' | 'butler'

/** One promised benefit: dated, with an owner, and with the proof that it was kept. */
export type Obligation = {
  _id: string
  accountId: string
  memberNo: string
  kind: ObligationKind
  /** What was promised, within the account: the same promise is made once however often it is told. */
  what: string
  name: Bilingual
  /** How many times it has to be done to be kept whole. */
  times: number
  /** Where it is to be kept or was kept; null as long as any store may. */
  storeId: string | null
  owner: OwnerRole
  /** The employee who kept it; null as long as nobody did. */
  staffId: string | null
  promisedAt: Instant
  /** The month of that, by which overviews add up. */
  month: string
  /** Until when, exclusive; null where no time is set. */
  dueAt: Instant | null
  /** When the clock has to look at it; null where only an entry ends it, and once it is closed. */
  reviewAt: Instant | null
  state: ObligationState
  /** Whether its time went by before it was kept. */
  late: boolean
  closedAt: Instant | null
  reason: DropReason | null
  proofs: Proof[]
  /** The number of the last entry that was taken into account: what is told again changes nothing. */
  seq: number
  version: number
  /** Kind and state in one, by which they are counted and listed. */
  standing: string
  /** Where the month's counts include it, once they do. */
  counted?: string | null
  /** When it changed without being counted anew; null once it is. */
  countAt?: Instant | null
  [field: string]: unknown
}

/** What shows that it was done: an entry of the ledger, or an employee's note where no entry can. */
export type Proof = { id: string; at: Instant; staffId: string | null; note?: string }

/** Kinds that no entry of the ledger proves. */
const notedKinds: readonly ObligationKind[] = ['birthday']

/** Whether an employee's word is the proof, since no entry can be. */
export function provedByNote({ kind }: Pick<Obligation, 'kind'>): boolean {
  return notedKinds.includes(kind)
}

/** From member and promise, so that no two members share one and none is made twice. */
export function obligationId(accountId: string, what: string): string {
  return `obligation:${accountId}:${what}`
}

/** A promise's kind and how it stands, as overviews count them. */
export function standingOf({ kind, state, late }: Pick<Obligation, 'kind' | 'state' | 'late'>): string {
  return `${kind} ${state === 'kept' && late ? 'kept-late' : state}`
}
