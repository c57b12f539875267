import { addDays, dayOf } from '../../kit/time'
import type { Occasion } from './kind'
import { dayWords, nameWords } from './words'

/** An event at which the member has a seat, told until it begins; who signed up later than that is told on the day after. */
export const event: Occasion<'event'> = {
  ofMany: false,
  atOnce: false,
  occurrences: ({ daysBefore }, { account, programme, on, text }) =>
    (account.events ?? []).flatMap((place) => {
      const booked = programme.events?.find(({ id }) => id === place.eventId)
      if (!booked || place.waiting) return []
      const { id: eventId, name, startsAt } = booked
      const before = addDays(dayOf(startsAt), -daysBefore)
      const next = addDays(dayOf(place.at), 1)
      const day = before < next ? next : before
      const told = () => ({
        topic: 'event-soon' as const,
        facts: {
          eventId,
          event: name,
          startsAt,
          text: text({ event: nameWords(name), day: dayWords(dayOf(startsAt)) }),
        },
      })
      return [{ mark: day, which: eventId, at: on(day), until: startsAt, told }]
    }),
}
