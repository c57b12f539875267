import type { Stamp } from '../../../shared/books/journal'
import type { EnrolledContext } from '../../_runtime/handler'

/** What the entries of a member's own command carry. */
export function stampOf({ now, terms, request }: EnrolledContext): Stamp {
  return { recordedAt: now, programmeVersion: terms.programmeVersion, requestId: request?.id ?? '' }
}
