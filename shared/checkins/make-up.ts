import { balanceOf, type Account } from '../books/account'
import { record, type Journal } from '../books/journal'
import { drawFromLots } from '../books/lots'
import { allow, refuse, type Ruling } from '../kit/ruling'
import { addDays, dayOf, monthOf, type Day, type Instant } from '../kit/time'
import { expirePoints } from '../points/expire'
import type { Programme } from '../programme/schema'

export type MakeUpRefusal = 'make_up_not_offered' | 'make_up_not_that_day' | 'make_up_price_changed' | 'points_short'

/**
 * Points are taken for a day of this month without a check-in, and the streak goes on as if there had been one. The day
 * itself brings nothing, and days that come to stand on a rewarded place of the streak bring nothing afterwards: what
 * counts is the streak on the day of the check-in, so making up first and checking in then is what pays. `shown`: what the
 * member was told that it takes; where that has changed meanwhile nothing is taken.
 */
export function makeUp(
  journal: Journal,
  programme: Programme,
  { day, shown, at }: { day: Day; shown?: number | undefined; at: Instant },
): Ruling<Journal, MakeUpRefusal> {
  const burned = programme.checkIn?.makeUpPoints
  if (burned === undefined) return refuse('make_up_not_offered')
  const settled = expirePoints(journal, at)
  const { account } = settled
  if (!missedDays(account, at).includes(day)) return refuse('make_up_not_that_day')
  if (shown !== undefined && shown !== burned) return refuse('make_up_price_changed', { points: burned })
  const draws = account.debt > 0 ? null : drawFromLots(account.lots, burned)
  if (!draws) return refuse('points_short', { short: burned - balanceOf(account) })
  return allow(record(settled, { kind: 'make-up', day, burned, draws }, { at }))
}

/** The days of this month before today, since the member joined, without a check-in. */
export function missedDays({ enrolledAt, checkIns = [] }: Account, at: Instant): Day[] {
  const today = dayOf(at)
  const first = `${monthOf(today)}-01`
  const missed: Day[] = []
  for (let day = first; day < today; day = addDays(day, 1))
    if (day >= dayOf(enrolledAt) && !checkIns.some((one) => one.day === day)) missed.push(day)
  return missed
}
