import { refuse, type Refused } from '../../../shared/kit/ruling'
import type { Fault } from '../../../shared/programme/fault'

/** A draft that cannot be run, with its first fault; a check of the draft names them all. */
export function draftFaults(faults: readonly Fault[]): Refused<'programme_invalid'> {
  const [first] = faults
  const { path = '', zh = '', en = '' } = first ?? {}
  return refuse('programme_invalid', { count: faults.length, path, zh, en })
}
