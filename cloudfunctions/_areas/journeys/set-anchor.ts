import type { journeysSetAnchor } from '../../../shared/journeys/contract'
import { setAnchor as decide } from '../../../shared/journeys/set-anchor'
import { anchorName } from '../../../shared/journeys/task'
import { allow, refuse } from '../../../shared/kit/ruling'
import { canonicalInstant, dayAndClock } from '../../../shared/kit/time'
import { chineseCalendar } from '../../_runtime/chinese-calendar'
import type { Handler } from '../../_runtime/handler'
import type { StaffContext } from '../../_runtime/staff-door'
import { takesPart } from './access'
import { isNear } from './begin'
import { changeRun } from './change-run'
import { journeyFace } from './read-task'
import { journeyIn } from './stored'

/** Gives an anchor its date, or another one; the tasks that hang on it move with it. */
export const setAnchor: Handler<typeof journeysSetAnchor, StaffContext> = async (context, input) => {
  const { effects, now, request } = context
  const entered = await context.entered
  if (!entered.ok) return entered
  if (!request) return refuse('request_id_missing')
  const { grant, terms } = entered.value
  const at = canonicalInstant(input.at) ?? input.at
  return changeRun(effects, terms, {
    runId: input.runId,
    requestId: `${grant._id}:${request.id}`,
    decide: (run, journey) => {
      if (!takesPart(grant, run)) return refuse('journey_not_yours')
      if (!isNear(at, now)) return refuse('anchor_wrong')
      const ruling = decide(run, journey, { code: input.code, at, by: grant._id, now }, chineseCalendar)
      if (!ruling.ok) return ruling
      const { zh, en } = anchorName(journey, input.code)
      const was = run.anchors[input.code]
      const from = was ? `${dayAndClock(was)} → ` : ''
      const what = { zh: `${zh}：${from}${dayAndClock(at)}`, en: `${en}: ${from}${dayAndClock(at)}` }
      return allow({ run: ruling.value, draft: { kind: 'anchor', by: grant._id, what } })
    },
    reply: ({ run, tasks }) => ({
      runId: run._id,
      anchors: journeyFace(run, journeyIn(terms, run.journeyId)).anchors,
      moved: tasks.filter(({ state }) => state === 'open').length,
      withdrawn: tasks.filter(({ state }) => state === 'withdrawn').length,
    }),
  })
}
