import { allow, refuse, type Ruling } from '../kit/ruling'
import { provedByNote, type Obligation, type Proof } from './obligation'
import { withProof } from './with-duty'

/** A promise kept by an employee's word, once; the same word again changes nothing. */
export function keepByNote(
  before: Obligation,
  proof: Proof,
): Ruling<Obligation, 'obligation_proved_by_entry' | 'obligation_over'> {
  if (before.proofs.some(({ id }) => id === proof.id)) return allow(before)
  if (!provedByNote(before)) return refuse('obligation_proved_by_entry')
  if (before.state === 'kept' || before.state === 'dropped') return refuse('obligation_over')
  return allow(withProof(before, proof))
}
