import { balanceOf, type Account } from '../../../shared/books/account'
import { calendarOf } from '../../../shared/checkins/calendar'
import type { CalendarView } from '../../../shared/checkins/contract'
import type { CheckInTerms } from '../../../shared/checkins/streak'
import { accountAt } from '../../../shared/points/expiring'

/** The member's month of check-ins at an instant. */
export function calendarView(stored: Account, terms: CheckInTerms, now: string): CalendarView {
  const account = accountAt(stored, now)
  return { serverAt: now, balance: balanceOf(account), ...calendarOf(account, terms, now) }
}
