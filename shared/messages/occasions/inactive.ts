import { balanceOf } from '../../books/account'
import { addDays, dayOf } from '../../kit/time'
import { noEnd, type Occasion } from './kind'
import { numberWords } from './words'

/** So many days without an order, or since joining without any: once in each absence, and as long as it lasts. */
export const inactive: Occasion<'inactive'> = {
  ofMany: true,
  atOnce: false,
  occurrences: ({ days }, { account, on, text }) => {
    const bought = account.days.findLast(({ orders }) => orders > 0)?.day ?? dayOf(account.enrolledAt)
    const told = () => ({
      topic: 'win-back' as const,
      facts: { text: text({ points: numberWords(balanceOf(account)) }), on: bought },
    })
    return [{ mark: bought, at: on(addDays(bought, days)), until: noEnd, told }]
  },
}
