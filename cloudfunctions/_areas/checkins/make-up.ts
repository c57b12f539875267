import type { checkinsMakeUp } from '../../../shared/checkins/contract'
import { makeUp as decide } from '../../../shared/checkins/make-up'
import { allow, refuse } from '../../../shared/kit/ruling'
import type { EnrolledContext, Handler } from '../../_runtime/handler'
import { ownCommand } from '../../_runtime/own-command'
import { calendarView } from './calendar-view'

/** The member makes up for a missed day with points. */
export const makeUp: Handler<typeof checkinsMakeUp, EnrolledContext> = async (context, { day, points: shown }) => {
  const { now, terms } = context
  const { checkIn } = terms.programme
  return ownCommand(context, (opened) => {
    const ruling = decide(opened, terms.programme, { day, shown, at: now })
    if (!ruling.ok) return ruling
    if (!checkIn) return refuse('make_up_not_offered')
    const calendar = calendarView(ruling.value.account, checkIn, now)
    return allow({ journal: ruling.value, reply: { burned: checkIn.makeUpPoints ?? 0, calendar } })
  })
}
