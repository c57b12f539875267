import { record, type Journal } from '../books/journal'
import type { Instant } from '../kit/time'

/** How the member wishes to be called from now on; the name that they have already changes nothing. */
export function rename(journal: Journal, name: string, at: Instant): Journal {
  return journal.account.name === name ? journal : record(journal, { kind: 'rename', name }, { at })
}
