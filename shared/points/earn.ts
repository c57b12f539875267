import { addDays, addMonths, dayOf, endOfMonth, startOfDay, type Day, type Instant } from '../kit/time'
import { hundredths } from '../kit/hundredths'
import type { Rounding } from '../programme/parts/earning'
import type { Programme, Tier } from '../programme/schema'

/** Points per CNY in hundredths at a tier: 150 for 1.5 points. */
export function rateOf(tier: Tier): number {
  return hundredths(tier.pointsPerYuan) ?? 0
}

/**
 * Points of an amount: amount in fen × rate / 100 made whole, in integers throughout. `rate` is in hundredths of a point
 * per CNY, so ¥100.01 at 1.5 points is 10001 × 150 / 10000, down to 150. `times` multiplies it, in hundredths as well.
 */
export function pointsOf(amountFen: number, rate: number, times = 100, rounding: Rounding = 'down'): number {
  const added = partAdded[rounding]
  const product = amountFen * rate * times + added
  if (product <= Number.MAX_SAFE_INTEGER) return Math.floor(product / 1_000_000)
  return Number((BigInt(amountFen) * BigInt(rate) * BigInt(times) + BigInt(added)) / 1_000_000n)
}

/**
 * What multiplying the points of a part of an order alone adds, at what was paid for it: the part before money off, of what
 * was paid for all. `times` in hundredths.
 */
export function morePointsOnPart(
  { partFen, listFen, paidFen, earningFen }: { partFen: number; listFen: number; paidFen: number; earningFen: number },
  { rate, times, rounding }: { rate: number; times: number; rounding: Rounding | undefined },
): number {
  if (listFen === 0) return 0
  const paidForPartFen = Math.min(Math.floor((partFen * paidFen) / listFen), earningFen)
  return pointsOf(paidForPartFen, rate, times, rounding) - pointsOf(paidForPartFen, rate, 100, rounding)
}

/** What is added, in millionths of a point, before the part of a point falls away. */
const partAdded: { [R in Rounding]: number } = { down: 0, nearest: 500_000, up: 999_999 }

/** From when on the points of an order may be burned; null: at once. Days are whole: it is the first instant of a day. */
export function activeFrom({ earning }: Programme, at: Instant): Instant | null {
  const days = earning?.pendingDays
  return days === undefined ? null : startOfDay(addDays(dayOf(at), days))
}

/** When points earned at an instant expire; null when they never do. The expiry instant itself is exclusive. */
export function expiryOf({ expiry }: Pick<Programme, 'expiry'>, earnedAt: Instant): Instant | null {
  if (expiry.kind === 'never') return null
  const day = dayOf(earnedAt)
  const known = expiries.get(expiry)
  if (known?.day === day) return known.expiresAt
  const sameDay = addMonths(day, expiry.months)
  const lastDay = expiry.until === 'month-end' ? endOfMonth(sameDay) : sameDay
  const expiresAt = startOfDay(addDays(lastDay, 1))
  expiries.set(expiry, { day, expiresAt })
  return expiresAt
}

/** Orders come day by day, so the last answer is kept for each programme. */
const expiries = new WeakMap<Programme['expiry'], { day: Day; expiresAt: Instant }>()
