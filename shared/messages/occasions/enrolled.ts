import { balanceOf } from '../../books/account'
import { addMilliseconds, dayOf } from '../../kit/time'
import { freshMs, type Occasion } from './kind'
import { numberWords } from './words'

/** Welcome, once in a membership and at once; a day later nobody has just joined any more. */
export const enrolled: Occasion<'enrolled'> = {
  ofMany: false,
  atOnce: true,
  occurrences: (_, { account, moments: { joined }, text }) =>
    joined === undefined
      ? []
      : [
          {
            mark: 'joined',
            at: joined,
            until: addMilliseconds(joined, freshMs.joined),
            told: () => ({
              topic: 'welcome',
              facts: { text: text({ points: numberWords(balanceOf(account)) }), on: dayOf(joined) },
            }),
          },
        ],
}
