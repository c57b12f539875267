import type { Instant } from '../kit/time'
import { pathText, type Fault } from './fault'
import type { Programme } from './schema'

/** Events that a draft brings or moves although they are over; one that has been there before may stay. */
export function pastEvents(before: Programme, draft: Programme, now: Instant): Fault[] {
  return (draft.events ?? []).flatMap(({ id, endsAt }, index) => {
    const known = before.events?.find((event) => event.id === id)
    if (endsAt > now || known?.endsAt === endsAt) return []
    return [{ path: pathText(['events', index, 'endsAt']), zh: '这个活动已经过去了', en: 'This event is over already' }]
  })
}
