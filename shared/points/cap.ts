import type { Account } from '../books/account'
import { dayOf, type Instant } from '../kit/time'
import { windowStart } from '../kit/window'
import type { Programme } from '../programme/schema'

/** The most that an order may earn by its amount, of what the limits of the programme leave; null where there are none. */
export function mostEarned(programme: Programme, account: Account, at: Instant): number | null {
  const most = withinCaps(programme, account, { earned: Infinity, at })
  return most === Infinity ? null : most
}

/** What an order may still earn of so many points, under the programme's limits for an order, a day and a month. */
export function withinCaps(programme: Programme, account: Account, order: { earned: number; at: Instant }): number {
  const caps = programme.earning?.caps
  if (!caps) return order.earned
  const day = dayOf(order.at)
  const left = (cap: number | undefined, from: string) =>
    cap === undefined ? Infinity : Math.max(0, cap - earnedBetween(account, from, day))
  const ofMonth = windowStart('month', day) ?? day
  return Math.min(order.earned, caps.order ?? Infinity, left(caps.day, day), left(caps.month, ofMonth))
}

function earnedBetween({ days }: Account, from: string, to: string): number {
  return days.reduce(
    (sum, one) => (one.day >= from && one.day <= to ? sum + one.pointsEarned - (one.byActs ?? 0) : sum),
    0,
  )
}
