import type { Day } from './time'

/** On which days something is open: always, between two days, or again each week, month or year. */
export type Period =
  | { kind: 'always' }
  | { kind: 'dates'; from: Day; to: Day }
  /** Days of the week, Monday being 1. */
  | { kind: 'weekly'; weekdays: number[] }
  /** Days of the month; a month that has no such day goes without. */
  | { kind: 'monthly'; days: number[] }
  /** Month and day, `05-01`; over New Year when it ends before it begins. */
  | { kind: 'yearly'; from: string; to: string }

/** Whether a day lies in a period. Both ends belong to it. */
export function isOn(period: Period, day: Day): boolean {
  switch (period.kind) {
    case 'always':
      return true
    case 'dates':
      return period.from <= day && day <= period.to
    case 'weekly':
      return period.weekdays.includes(weekdayOf(day))
    case 'monthly':
      return period.days.includes(Number(day.slice(8, 10)))
    case 'yearly':
      return inYear(period, day.slice(5))
  }
}

function inYear({ from, to }: { from: string; to: string }, monthDay: string): boolean {
  return from <= to ? from <= monthDay && monthDay <= to : monthDay >= from || monthDay <= to
}

/** Monday is 1, Sunday 7. */
export function weekdayOf(day: Day): number {
  return new Date(`${day}T00:00:00.000Z`).getUTCDay() || 7
}
