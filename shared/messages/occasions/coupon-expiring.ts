import type { Coupon } from '../../books/coupon'
import { couponValueFen } from '../../coupons/value'
import { addDays, addMilliseconds, dayOf, type Day } from '../../kit/time'
import type { Occasion } from './kind'
import { dayWords, nameWords } from './words'

/**
 * Coupons about to end that are still the member's to use: those of one day together. One that is issued later than that is
 * told of on the day after; one that lives a single day is over by then.
 */
export const couponExpiring: Occasion<'coupon-expiring'> = {
  ofMany: true,
  atOnce: false,
  occurrences: ({ daysBefore }, { account, programme, on, text }) => {
    const byDay = new Map<Day, Coupon[]>()
    for (const coupon of account.coupons ?? []) {
      if (coupon.sent) continue
      const day = toldOn(coupon, daysBefore)
      byDay.set(day, [...(byDay.get(day) ?? []), coupon])
    }
    return [...byDay].map(([day, coupons]) => {
      const sorted = [...coupons].sort((a, b) => (a.until < b.until ? -1 : 1))
      const [first] = sorted as [Coupon]
      const last = sorted.at(-1) ?? first
      const [name, ends] = [first.name, lastDayOf(first)]
      const told = () => ({
        topic: 'coupon-expiring' as const,
        facts: {
          coupon: name,
          count: coupons.length,
          worthFen: coupons.reduce((sum, coupon) => sum + couponValueFen(coupon, programme), 0),
          on: ends,
          text: text({ coupon: nameWords(name), day: dayWords(ends) }),
        },
      })
      return { mark: day, at: on(day), until: last.until, told }
    })
  },
}

function toldOn(coupon: Coupon, daysBefore: number): Day {
  const day = addDays(lastDayOf(coupon), -daysBefore)
  const got = coupon.issuedAt > coupon.from ? coupon.issuedAt : coupon.from
  const next = addDays(dayOf(got), 1)
  return day < next ? next : day
}

function lastDayOf({ until }: Coupon): Day {
  return dayOf(addMilliseconds(until, -1))
}
