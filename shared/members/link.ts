import type { Consent, LinkFact } from '../books/entry'
import { record, type Journal } from '../books/journal'
import type { Instant } from '../kit/time'

export type Linking = { provedBy: LinkFact['provedBy']; consent: Consent; at: Instant }

/** Who has proved the phone number of a member opens that account by their own WeChat too. It brings no second gift. */
export function link(journal: Journal, { provedBy, consent, at }: Linking): Journal {
  return record(journal, { kind: 'link', provedBy, consent }, { at })
}
