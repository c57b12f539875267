/**
 * Business time. Days are Asia/Shanghai, which has kept UTC+8 without summer time since September 1991; earlier
 * instants are read with the same offset. Instants are ISO strings in UTC that end in Z, so their text order is their time order.
 */
const shanghaiOffsetMs = 8 * 60 * 60 * 1000
export const hourMs = 60 * 60 * 1000
const dayMs = 24 * hourMs

/** `YYYY-MM-DD` in Asia/Shanghai. */
export type Day = string
/** ISO instant in UTC ending in Z, with milliseconds. */
export type Instant = string

export function dayOf(instant: Instant): Day {
  if (instant !== last.instant) last = dated(instant)
  return last.day
}

/** `YYYY-MM` in Asia/Shanghai. */
export function monthOfInstant(instant: Instant): string {
  if (instant !== last.instant) last = dated(instant)
  return last.month
}

type Dated = { instant: Instant; day: Day; month: string }

/** A history has many orders of one instant; a bounded memory of answers changes none. */
function dated(instant: Instant): Dated {
  const known = days.get(instant)
  if (known) return known
  const day = isoOf(Date.parse(instant) + shanghaiOffsetMs).slice(0, 10)
  if (days.size >= daysKept) days.clear()
  const answer = { instant, day, month: monthOf(day) }
  days.set(instant, answer)
  return answer
}

const days = new Map<Instant, Dated>()
const daysKept = 1_000
let last: Dated = { instant: '', day: '', month: '' }

/** The instant at which a day begins in Asia/Shanghai. */
export function startOfDay(day: Day): Instant {
  return timeOn(day, '00:00')
}

/** The instant of a time of day such as `20:00` in Asia/Shanghai. */
export function timeOn(day: Day, clock: string): Instant {
  return isoOf(Date.parse(`${day}T${clock}:00.000Z`) - shanghaiOffsetMs)
}

export function addDays(day: Day, days: number): Day {
  return isoOf(Date.parse(`${day}T00:00:00.000Z`) + days * dayMs).slice(0, 10)
}

/** How many days lie between two days; negative when the second is earlier. */
export function daysBetween(from: Day, to: Day): number {
  return Math.round((Date.parse(`${to}T00:00:00.000Z`) - Date.parse(`${from}T00:00:00.000Z`)) / dayMs)
}

/** The first of several instants; null when there is none. */
export function soonest(instants: readonly (Instant | null)[]): Instant | null {
  return instants.reduce((first, at) => (at !== null && (first === null || at < first) ? at : first), null)
}

/** The same day of a later month, or that month's last day when it has no such day. */
export function addMonths(day: Day, months: number): Day {
  const [year, month, date] = partsOf(day)
  const index = year * 12 + (month - 1) + months
  const target = { year: Math.floor(index / 12), month: (index % 12) + 1 }
  return dayText(target.year, target.month, Math.min(date, daysInMonth(target.year, target.month)))
}

export function endOfMonth(day: Day): Day {
  const [year, month] = partsOf(day)
  return dayText(year, month, daysInMonth(year, month))
}

/** `YYYY-MM` of a day. */
export function monthOf(day: Day): string {
  return day.slice(0, 7)
}

export function isDay(text: string): boolean {
  return (
    /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(`${text}T00:00:00.000Z`)) && addDays(text, 0) === text
  )
}

/** `14:05` in Asia/Shanghai. */
export function clockText(instant: Instant): string {
  return isoOf(Date.parse(instant) + shanghaiOffsetMs).slice(11, 16)
}

/** `2026-05-21 14:05` in Asia/Shanghai. */
export function dayAndClock(instant: Instant): string {
  return `${dayOf(instant)} ${clockText(instant)}`
}

export function addMilliseconds(instant: Instant, milliseconds: number): Instant {
  return isoOf(Date.parse(instant) + milliseconds)
}

/** Any ISO instant in its one canonical form, or null when it is none. */
export function canonicalInstant(text: string): Instant | null {
  const milliseconds = Date.parse(text)
  return Number.isNaN(milliseconds) ? null : isoOf(milliseconds)
}

function isoOf(milliseconds: number): string {
  return new Date(milliseconds).toISOString()
}

function partsOf(day: Day): [number, number, number] {
  return [Number(day.slice(0, 4)), Number(day.slice(5, 7)), Number(day.slice(8, 10))]
}

function daysInMonth(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate()
}

function dayText(year: number, month: number, date: number): Day {
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`
}
