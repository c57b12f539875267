import type { checkinsRead } from '../../../shared/checkins/contract'
import { allow, refuse } from '../../../shared/kit/ruling'
import type { EnrolledContext, Handler } from '../../_runtime/handler'
import { calendarView } from './calendar-view'

/** The member's month of check-ins. */
export const read: Handler<typeof checkinsRead, EnrolledContext> = async ({ account, terms, now }) => {
  const { checkIn } = terms.programme
  return checkIn ? allow(calendarView(account, checkIn, now)) : refuse('check_in_not_offered')
}
