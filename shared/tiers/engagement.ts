import type { Instant } from '../kit/time'
import { dayOf } from '../kit/time'
import { amountWithin } from '../programme/conditions/kind'
import type { Evidence } from '../programme/evidence'
import type { Programme } from '../programme/schema'

/** What one more order at an instant adds to the engagement score, as often as the programme lets it. */
export function engagementOfOrder({ earning }: Programme, person: Evidence, at: Instant): number {
  const act = earning?.acts?.order
  if (!act) return 0
  if (!act.limit) return act.engagement
  const { times, per } = act.limit
  const before = amountWithin('orders', per === 'day' ? '1 days' : per, person, { day: dayOf(at) })
  return before < times ? act.engagement : 0
}
