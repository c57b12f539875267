import type { Bilingual } from '../kit/fields'
import { clockText, dayOf, type Instant } from '../kit/time'
import type { Notice } from './topics'

/** Nobody is told of goods at night; what is gone again by the morning is not told. */
const tellFrom = '09:00'
const tellUntil = '21:00'

export function mayTellOfStock(now: Instant): boolean {
  const time = clockText(now)
  return tellFrom <= time && time < tellUntil
}

/** A reward that was sold out is there again, for whoever asked to be told: once for each time that they asked. */
export function restockNotice(reward: { id: string; name: Bilingual }, ask: number, now: Instant): Notice {
  const facts = { rewardId: reward.id, reward: reward.name, on: dayOf(now) }
  return { topic: 'restock', key: `restock-${reward.id}-${ask}`, facts }
}
