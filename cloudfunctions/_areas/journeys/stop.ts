import type { journeysStop } from '../../../shared/journeys/contract'
import { touchpointsOf } from '../../../shared/journeys/dates'
import { stop as decide } from '../../../shared/journeys/stop'
import { allow, refuse } from '../../../shared/kit/ruling'
import { chineseCalendar } from '../../_runtime/chinese-calendar'
import type { Handler } from '../../_runtime/handler'
import type { StaffContext } from '../../_runtime/staff-door'
import { takesPart } from './access'
import { changeRun } from './change-run'

/** Ends a journey before its end, such as when the contract is cancelled; what was still to be done is withdrawn. */
export const stop: Handler<typeof journeysStop, StaffContext> = async (context, { runId, why, note }) => {
  const { effects, now, request } = context
  const entered = await context.entered
  if (!entered.ok) return entered
  if (!request) return refuse('request_id_missing')
  const { grant, terms } = entered.value
  return changeRun(effects, terms, {
    runId,
    requestId: `${grant._id}:${request.id}`,
    decide: (run, journey) => {
      if (!takesPart(grant, run)) return refuse('journey_not_yours')
      if (run.state !== 'running') return refuse('journey_over')
      if (why === 'other' && note === '') return refuse('note_needed')
      const draft = { kind: 'stopped' as const, by: grant._id, what: journey.name, note, why }
      return allow({ run: decide(run, touchpointsOf(run, journey, chineseCalendar), { why, now }), draft })
    },
    reply: ({ tasks }) => ({ runId, withdrawn: tasks.filter(({ state }) => state === 'withdrawn').length }),
  })
}
