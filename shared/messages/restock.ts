import type { Bilingual } from '../kit/fields'
import { isWithin } from '../kit/hours'
import { clockText, dayOf, type Instant } from '../kit/time'
import type { Notice } from './topics'

/** Nobody is told of goods at night; what is gone again by the morning is not told. */
const tellIn = { from: '09:00', to: '21:00' }

export function mayTellOfStock(now: Instant): boolean {
  return isWithin(tellIn, clockText(now))
}

/** A reward that was sold out is there again, for whoever asked to be told: once for each time that they asked. */
export function restockNotice(reward: { id: string; name: Bilingual }, ask: number, now: Instant): Notice {
  const facts = { rewardId: reward.id, reward: reward.name, on: dayOf(now) }
  return { topic: 'restock', key: `restock-${reward.id}-${ask}`, facts }
}
