import { addDays, dayOf } from '../../kit/time'
import type { Occasion } from './kind'
import { dayWords, numberWords } from './words'

/** Points about to expire, each lot once; told late as long as they are there. */
export const pointsExpiring: Occasion<'points-expiring'> = {
  ofMany: true,
  atOnce: false,
  occurrences: ({ daysBefore }, { account, on, text }) =>
    account.lots.flatMap(({ expiresAt, points }) => {
      if (expiresAt === null) return []
      const day = addDays(dayOf(expiresAt), -1)
      const told = () => ({
        topic: 'points-expiring' as const,
        facts: { points, on: day, text: text({ points: numberWords(points), day: dayWords(day) }) },
      })
      return [{ mark: day, at: on(addDays(day, -daysBefore)), until: expiresAt, told }]
    }),
}
