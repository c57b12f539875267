import type { ObligationView } from '../../../shared/obligations/contract'
import { provedByNote, type Obligation } from '../../../shared/obligations/obligation'

/** A promise as staff read it. */
export function obligationView(obligation: Obligation): ObligationView {
  const { _id: obligationId, kind, name, proofs, times, storeId, owner, promisedAt, dueAt } = obligation
  const { state, late, reason } = obligation
  const proof = proofs.at(-1)
  return {
    ...{ obligationId, kind, name, done: proofs.length, times, storeId, owner, promisedAt, dueAt, state, late, reason },
    proof: proof ? { id: proof.id, at: proof.at, staffId: proof.staffId, note: proof.note ?? null } : null,
    byNote: provedByNote(obligation),
  }
}
