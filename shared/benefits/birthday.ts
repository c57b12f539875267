import type { Account } from '../books/account'
import { endOfMonth, type Day } from '../kit/time'

/** Whether a day is somebody's birthday. Who was born on 29 February has it on the 28th in other years. */
export function isBirthday(birthday: string, day: Day): boolean {
  return day.slice(5) === birthday || (birthday === '02-29' && day.endsWith('-02-28') && endOfMonth(day) === day)
}

/** Whether a member's birthday brings benefits on a day: it is that day, and was not moved there to have it twice. */
export function hasBirthday({ birthday, birthdayFrom }: Account, day: Day): boolean {
  return birthday !== null && isBirthday(birthday, day) && day >= (birthdayFrom ?? day)
}

/**
 * From when a changed birthday brings benefits, where that changes; null otherwise. Where this year's has come on the old day, the
 * new one waits for next year, and a wait goes on: a birthday is had once a year however often it is changed.
 */
export function birthdayAfterChange({ birthday }: Account, day: Day): Day | null {
  if (birthday === null || dayInYear(birthday, day.slice(0, 4)) > day) return null
  return `${Number(day.slice(0, 4)) + 1}-01-01`
}

function dayInYear(birthday: string, year: string): Day {
  return birthday === '02-29' ? endOfMonth(`${year}-02-01`) : `${year}-${birthday}`
}

/** The birthday in a year: who was born on 29 February has it on the 28th in other years. */
export function birthdayIn(birthday: string, year: number): Day {
  return dayInYear(birthday, String(year).padStart(4, '0'))
}
