import type { Bilingual } from '../kit/fields'
import { afterHours } from '../kit/hours'
import { dayOf, type Instant } from '../kit/time'
import type { Notice } from './topics'

/** Nobody is told of goods at night; what is gone again by the morning is not told. */
const night = { from: '21:00', to: '09:00' }

/** When those who wait are told of what is there now: at once, or in the morning. */
export function tellOfStockAt(now: Instant): Instant {
  return afterHours(night, now)
}

/** A reward that was sold out is there again, for whoever asked to be told: once for each time that they asked. */
export function restockNotice(reward: { id: string; name: Bilingual }, ask: number, now: Instant): Notice {
  const facts = { rewardId: reward.id, reward: reward.name, on: dayOf(now) }
  return { topic: 'restock', key: `restock-${reward.id}-${ask}`, facts }
}
