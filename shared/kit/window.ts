import { addDays, type Day } from './time'

/** Over which days an amount counts: the whole membership, the calendar month, quarter or year, or the last n days. */
export type Window = 'lifetime' | 'month' | 'quarter' | 'year' | `${number} days`

/** The longest window in days: what an account remembers day by day. */
export const windowDaysMax = 400

/** How many days a window has at most; without end for the whole membership. */
export function windowDaysAtMost(window: Window): number {
  return longest[window] ?? Number.parseInt(window, 10)
}

const longest: { [window: string]: number } = { lifetime: Infinity, month: 31, quarter: 92, year: 366 }

/** Whether so many rolling days can be a window. */
export function isRolling(text: string): boolean {
  const [, days] = /^(\d{1,4}) days$/.exec(text) ?? []
  return days !== undefined && Number(days) > 0 && Number(days) <= windowDaysMax
}

/** The first day of the window that a day lies in; null for the whole membership. */
export function windowStart(window: Window, day: Day): Day | null {
  const known = starts.get(window)
  if (known?.day === day) return known.start
  const start = startOf(window, day)
  starts.set(window, { day, start })
  return start
}

/** Orders come day by day, so the last answer is kept for each of the few windows that there are. */
const starts = new Map<Window, { day: Day; start: Day | null }>()

function startOf(window: Window, day: Day): Day | null {
  switch (window) {
    case 'lifetime':
      return null
    case 'month':
      return `${day.slice(0, 7)}-01`
    case 'quarter':
      return `${day.slice(0, 5)}${quarterMonths[Math.floor((Number(day.slice(5, 7)) - 1) / 3)]}-01`
    case 'year':
      return `${day.slice(0, 4)}-01-01`
    default:
      return addDays(day, 1 - Number.parseInt(window, 10))
  }
}

/** A name for the window that a day lies in, such as `2026-05` or `2026-Q2`: what is granted once a window is granted once a name. */
export function windowKey(window: Window, day: Day): string {
  const start = windowStart(window, day)
  if (start === null) return 'ever'
  if (window === 'month') return start.slice(0, 7)
  return window === 'quarter' ? `${start.slice(0, 4)}-Q${Math.ceil(Number(start.slice(5, 7)) / 3)}` : start
}

/** The same for what is limited by the day as well. */
export function limitWindow(per: Window | 'day', day: Day): string {
  return per === 'day' ? day : windowKey(per, day)
}

const quarterMonths = ['01', '04', '07', '10']
