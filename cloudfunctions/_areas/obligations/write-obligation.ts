import { cellOf } from '../../../shared/obligations/counts'
import type { Obligation } from '../../../shared/obligations/obligation'
import type { Effects } from '../../_runtime/effects'

/**
 * Writes a promise down on condition that nobody has since it was read (`before`; null where it is a new one), and has it
 * counted where it stands otherwise than it is counted. False when somebody else wrote meanwhile.
 */
export async function writeObligation(
  { store, now }: Pick<Effects, 'store' | 'now'>,
  before: Obligation | null,
  next: Obligation,
): Promise<boolean> {
  const countAt = cellOf(next) === next.counted ? null : now()
  const document = { ...next, countAt, version: (before?.version ?? 0) + 1 }
  return before
    ? store.replaceIf('obligations', document, before.version)
    : (await store.insert('obligations', [document])) === 'inserted'
}
