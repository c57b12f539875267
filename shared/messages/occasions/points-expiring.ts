import { addDays } from '../../kit/time'
import { lastDayOf } from '../../points/expiring'
import type { Occasion } from './kind'
import { dayWords, numberWords } from './words'

/** Points about to expire, each lot once; told late as long as they are there. */
export const pointsExpiring: Occasion<'points-expiring'> = {
  ofMany: true,
  atOnce: false,
  occurrences: ({ daysBefore }, { account, on, text }) =>
    account.lots.flatMap(({ expiresAt, points }) => {
      if (expiresAt === null) return []
      const day = lastDayOf(expiresAt)
      const told = () => ({
        topic: 'points-expiring' as const,
        facts: { points, on: day, text: text({ points: numberWords(points), day: dayWords(day) }) },
      })
      return [{ mark: day, at: on(addDays(day, -daysBefore)), until: expiresAt, told }]
    }),
}
