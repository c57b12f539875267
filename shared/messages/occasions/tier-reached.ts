import { dayOf } from '../../kit/time'
import { upgradeIn } from '../tier-move'
import { noEnd, type Occasion } from './kind'
import { dayWords } from './words'

/** A higher tier was reached, told as it happens and as long as it is held. */
export const tierReached: Occasion<'tier-reached'> = {
  ofMany: false,
  atOnce: true,
  occurrences: (_, { account, programme, moments: { tierMove }, text }) => {
    const tier = upgradeIn(tierMove, account, programme)
    if (!tierMove || !tier) return []
    const on = dayOf(tierMove.at)
    return [
      {
        mark: `${tierMove.at} ${tierMove.seq}`,
        at: tierMove.at,
        until: noEnd,
        told: () => ({ topic: 'tier-upgraded', facts: { tier: tier.name, on, text: text({ day: dayWords(on) }) } }),
      },
    ]
  },
}
