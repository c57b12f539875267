import * as z from 'zod/mini'
import { operation } from '../kit/contract'
import { pointsCount } from '../kit/fields'
import { dayText } from '../programme/parts/field'

/** The month of check-ins as a page shows it. */
export const calendarView = z.strictObject({
  serverAt: z.string(),
  balance: z.int(),
  today: z.string(),
  checkedIn: z.boolean(),
  streak: z.int(),
  points: z.int(),
  steps: z.array(z.strictObject({ streak: z.int(), points: z.int(), state: z.enum(['done', 'today', 'ahead']) })),
  next: z.nullable(z.strictObject({ streak: z.int(), inDays: z.int(), points: z.int() })),
  days: z.array(
    z.strictObject({ day: z.string(), state: z.enum(['done', 'missed', 'today', 'ahead']), bonus: z.boolean() }),
  ),
  done: z.strictObject({ days: z.int(), points: z.int() }),
  /** What a missed day costs, and which may be made up for; null where none can be. */
  makeUp: z.nullable(z.strictObject({ points: z.int(), days: z.array(z.string()) })),
})
export type CalendarView = z.output<typeof calendarView>

export const checkinsRead = operation({
  name: 'checkins.read',
  audience: 'member',
  kind: 'query',
  roles: ['member'],
  input: z.strictObject({}),
  output: calendarView,
  refusals: ['check_in_not_offered'],
  limits: { perMinute: 120 },
  budget: { sequential: 2, total: 3 },
})

/** A visit of today; the day is the server's. */
export const checkinsCheckIn = operation({
  name: 'checkins.check-in',
  audience: 'member',
  kind: 'command',
  roles: ['member'],
  input: z.strictObject({}),
  output: z.strictObject({ earned: z.int(), bonus: z.int(), calendar: calendarView }),
  refusals: ['check_in_not_offered', 'checked_in_already'],
  limits: { perMinute: 20 },
  budget: { sequential: 3, total: 5 },
})

/** A missed day of this month is made up for with points. */
export const checkinsMakeUp = operation({
  name: 'checkins.make-up',
  audience: 'member',
  kind: 'command',
  roles: ['member'],
  input: z.strictObject({
    day: dayText,
    /** What the member was shown that it takes. Where that has changed meanwhile, it is refused. */
    points: z.optional(pointsCount),
  }),
  output: z.strictObject({ burned: z.int(), calendar: calendarView }),
  refusals: ['make_up_not_offered', 'make_up_not_that_day', 'make_up_price_changed', 'points_short'],
  limits: { perMinute: 20 },
  budget: { sequential: 3, total: 5 },
})
