import { balanceOf } from '../../books/account'
import { addMilliseconds, dayOf } from '../../kit/time'
import { freshMs, type Occasion } from './kind'
import { numberWords } from './words'

/** A greeting in the store, once a day, while somebody is still arriving or not at all. */
export const arrived: Occasion<'arrived'> = {
  ofMany: false,
  atOnce: true,
  occurrences: (_, { account, moments: { arrived: at }, text }) =>
    at === undefined
      ? []
      : [
          {
            mark: dayOf(at),
            at,
            until: addMilliseconds(at, freshMs.arrived),
            told: () => ({
              topic: 'greeting',
              facts: { text: text({ points: numberWords(balanceOf(account)) }), on: dayOf(at) },
            }),
          },
        ],
}
