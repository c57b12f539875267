import { endOfMonth, type Day } from '../kit/time'

/** Whether a day is somebody's birthday. Who was born on 29 February has it on the 28th in other years. */
export function isBirthday(birthday: string, day: Day): boolean {
  return day.slice(5) === birthday || (birthday === '02-29' && day.endsWith('-02-28') && endOfMonth(day) === day)
}
