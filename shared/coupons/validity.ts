import { birthdayIn } from '../benefits/birthday'
import { endOfDuration } from '../kit/duration'
import { weekdayOf } from '../kit/period'
import { addDays, dayOf, endOfMonth, startOfDay, type Day, type Instant } from '../kit/time'
import type { CouponTemplate } from '../programme/parts/coupons'

/** From when on and until when something is good; the end is exclusive. */
export type Span = { from: Instant; until: Instant }

/**
 * When a coupon of a template is good that is issued at an instant: from then on for a time, on fixed days, or around the
 * birthday. Null when it would be over already, or when no birthday is known.
 */
export function spanOf(
  valid: CouponTemplate['valid'],
  { at, birthday }: { at: Instant; birthday: string | null },
): Span | null {
  if (valid.kind === 'from-issue') return { from: at, until: endOfDuration(valid.lasts, dayOf(at)) }
  if (valid.kind === 'birthday') return birthdaySpanAt(birthday, valid.span, at)
  const span = daysSpan(valid.from, valid.to)
  return span.until > at ? span : null
}

/** How long something that is handed out is kept for the member where the programme says nothing. */
const giftLasts = '3 months'

/** When something is good that is given at an instant and has no time of its own. */
export function giftSpan(at: Instant): Span {
  return { from: at, until: endOfDuration(giftLasts, dayOf(at)) }
}

/** The birthday time that runs, also where its week reaches over New Year; else this year's, if it is still to come. */
function birthdaySpanAt(birthday: string | null, span: 'day' | 'week' | 'month', at: Instant): Span | null {
  const year = Number(dayOf(at).slice(0, 4))
  const spans = [year - 1, year, year + 1].flatMap((one) => birthdaySpan(birthday, span, one) ?? [])
  const own = birthdaySpan(birthday, span, year)
  return spans.find(({ from, until }) => from <= at && at < until) ?? (own && own.from > at ? own : null)
}

/** The day, the week (Monday to Sunday) or the calendar month of somebody's birthday in a year. Null without a birthday. */
export function birthdaySpan(birthday: string | null, span: 'day' | 'week' | 'month', year: number): Span | null {
  if (birthday === null) return null
  const on = birthdayIn(birthday, year)
  if (span === 'day') return daysSpan(on, on)
  if (span === 'month') return daysSpan(`${on.slice(0, 7)}-01`, endOfMonth(on))
  const monday = addDays(on, 1 - weekdayOf(on))
  return daysSpan(monday, addDays(monday, 6))
}

function daysSpan(from: Day, to: Day): Span {
  return { from: startOfDay(from), until: startOfDay(addDays(to, 1)) }
}
