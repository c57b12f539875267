import { balanceOf } from '../../books/account'
import { addDays, dayOf, startOfDay, type Day } from '../../kit/time'
import { windowKey } from '../../kit/window'
import { filledUp } from '../../points/top-up'
import { isForTier } from '../../programme/for-tiers'
import type { Occasion, View } from './kind'
import { daysAhead } from './every'
import { dayWords, numberWords } from './words'

/** A balance that the day's top-up would make whole, told to whoever is short by so few points and has not had it. */
export const pointsShort: Occasion<'points-short'> = {
  ofMany: true,
  atOnce: false,
  occurrences: ({ points: most }, view) => {
    const { programme, now, on } = view
    const { pointsTopUp } = programme
    if (!pointsTopUp || !isForTier(programme, pointsTopUp, view.account.tierId)) return []
    return daysAhead(pointsTopUp.when, dayOf(now)).map((day) => ({
      mark: day,
      at: on(day),
      until: startOfDay(addDays(day, 1)),
      told: () => shortBy(view, { most, day }),
    }))
  },
}

function shortBy({ account, programme: { pointsTopUp }, text }: View, { most, day }: { most: number; day: Day }) {
  const balance = balanceOf(account)
  const full = pointsTopUp ? filledUp(pointsTopUp, balance) : null
  if (!pointsTopUp || full === null || full - balance > most) return null
  const window = windowKey(pointsTopUp.per, day)
  if (account.granted.some((one) => one.code === 'points-top-up' && one.window === window)) return null
  const points = full - balance
  const words = text({ points: numberWords(points), amount: numberWords(full), day: dayWords(day) })
  return { topic: 'points-short' as const, facts: { points, to: full, on: day, text: words } }
}
