import type { Bilingual } from '../kit/fields'
import type { Instant } from '../kit/time'
import type { DropReason, ObligationKind, OwnerRole, Proof } from './obligation'

/**
 * What happens to one promise, told by an entry or by the calendar. `seq`: the entry's number; nothing of an account is
 * told twice with effect. The calendar's have 0: they make a promise once, and drop it only while it is open.
 */
export type Duty = { what: string; seq: number; at: Instant } & (
  | ({ does: 'promise' } & Promised)
  | { does: 'prove'; proof: Proof; storeId: string | null }
  | { does: 'unprove'; proofId: string | null; gone: boolean }
  | { does: 'drop'; reason: DropReason }
  | ({ does: 'reroute' } & Pick<Promised, 'kind' | 'owner' | 'storeId' | 'dueAt' | 'reviewAt'>)
)

export type Promised = {
  kind: ObligationKind
  name: Bilingual
  times: number
  owner: OwnerRole
  storeId: string | null
  dueAt: Instant | null
  reviewAt: Instant | null
}
