import type { Entry } from '../../../shared/books/entry'
import { checkIn as decide } from '../../../shared/checkins/check-in'
import type { checkinsCheckIn } from '../../../shared/checkins/contract'
import { allow, refuse } from '../../../shared/kit/ruling'
import type { EnrolledContext, Handler } from '../../_runtime/handler'
import { ownCommand } from '../../_runtime/own-command'
import { calendarView } from './calendar-view'

/** The member's visit of today. */
export const checkIn: Handler<typeof checkinsCheckIn, EnrolledContext> = async (context) => {
  const { now, terms } = context
  const { programme } = terms
  return ownCommand(context, (opened) => {
    const ruling = decide(opened, programme, now)
    if (!ruling.ok) return ruling
    const { account, entries } = ruling.value
    const visit = entries.find((entry): entry is Extract<Entry, { kind: 'check-in' }> => entry.kind === 'check-in')
    if (!visit || !programme.checkIn) return refuse('check_in_not_offered')
    const { earned, bonus } = visit
    return allow({
      journal: ruling.value,
      reply: { earned, bonus, calendar: calendarView(account, programme.checkIn, now) },
    })
  })
}
