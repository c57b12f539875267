import { addDays, dayOf, startOfDay } from '../../kit/time'
import type { Occasion } from './kind'
import { dayWords } from './words'

/** A festival of the Chinese or the common calendar; nobody is greeted after it. */
export const festival: Occasion<'festival'> = {
  ofMany: true,
  atOnce: false,
  occurrences: ({ festival: which, daysBefore }, { calendar, now, on, text }) => {
    const thisYear = Number(dayOf(now).slice(0, 4))
    return [thisYear, thisYear + 1, thisYear + 2].map((year) => {
      const day = calendar.festivalDay(which, year)
      return {
        mark: day,
        at: on(addDays(day, -daysBefore)),
        until: startOfDay(addDays(day, 1)),
        told: () => ({ topic: 'festival', facts: { text: text({ day: dayWords(day) }), on: day } }),
      }
    })
  },
}
