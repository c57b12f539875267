import type { Day } from './time'

/** Festivals of the common and of the Chinese calendar that shops greet on. */
export const festivals = [
  'new-year',
  'spring-festival',
  'lantern-festival',
  'labour-day',
  'dragon-boat',
  'qixi',
  'mid-autumn',
  'national-day',
  'double-eleven',
] as const
export type Festival = (typeof festivals)[number]

/** What rules ask of the calendar. It is handed to them like the time, since a lunar date is no arithmetic of ours. */
export interface Calendar {
  /** The day of a festival in a year of the common calendar. */
  festivalDay(festival: Festival, year: number): Day
  /**
   * Whether offices work on that day: neither a weekend nor a public holiday, or a weekend that makes up for one. Where the
   * year's holidays have not been announced, the days that the law names are holidays and every weekend is free.
   */
  isWorkingDay(day: Day): boolean
}
