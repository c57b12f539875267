import { balanceOf } from '../../books/account'
import { addMilliseconds, dayOf } from '../../kit/time'
import type { Occasion } from './kind'
import { numberWords } from './words'

/** A greeting comes while somebody is still arriving, or not at all. */
const hourMs = 3_600_000

/** A greeting in the store, once a day. */
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
            until: addMilliseconds(at, hourMs),
            told: () => ({
              topic: 'greeting',
              facts: { text: text({ points: numberWords(balanceOf(account)) }), on: dayOf(at) },
            }),
          },
        ],
}
