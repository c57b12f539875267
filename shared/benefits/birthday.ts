import { endOfMonth, isDay, type Day } from '../kit/time'

/** Whether a day is somebody's birthday. Who was born on 29 February has it on the 28th in other years. */
export function isBirthday(birthday: string, day: Day): boolean {
  return day.slice(5) === birthday || (birthday === '02-29' && day.endsWith('-02-28') && endOfMonth(day) === day)
}

/** The birthday in a year: who was born on 29 February has it on the 28th in other years. */
export function birthdayIn(birthday: string, year: number): Day {
  const day = `${String(year).padStart(4, '0')}-${birthday}`
  return isDay(day) ? day : `${day.slice(0, 4)}-02-28`
}
