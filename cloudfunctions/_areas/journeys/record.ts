import type { tasksRecord } from '../../../shared/journeys/tasks-contract'
import { recordResult, type Recorded } from '../../../shared/journeys/record'
import { nameOf } from '../../../shared/journeys/task'
import type { InputOf } from '../../../shared/kit/contract'
import { allow, refuse } from '../../../shared/kit/ruling'
import { canonicalInstant } from '../../../shared/kit/time'
import { chineseCalendar } from '../../_runtime/chinese-calendar'
import type { Handler } from '../../_runtime/handler'
import type { StaffContext } from '../../_runtime/staff-door'
import { mayDo } from './access'
import { changeRun } from './change-run'
import { told } from './settled'
import { taskIdOf, type StoredTask } from './stored'

/** Writes down what came of a task. Of two employees at once one does, and the other is told who was quicker. */
export const record: Handler<typeof tasksRecord, StaffContext> = async (context, input) => {
  const { effects, now, request } = context
  const { taskId, note } = input
  const [entered, task] = await Promise.all([context.entered, effects.store.get<StoredTask>('tasks', taskId)])
  if (!entered.ok) return entered
  if (!request) return refuse('request_id_missing')
  if (!task) return refuse('task_unknown')
  const { grant, terms } = entered.value
  if (!mayDo(grant, task)) return refuse('task_not_yours')
  const result = { key: task.key, ...answered(input), note, by: grant._id, now }
  let ruled: Recorded | null = null
  const ruling = await changeRun(effects, terms, {
    runId: task.runId,
    requestId: `${grant._id}:${request.id}`,
    decide: (run, journey) => {
      const ruling = recordResult(run, journey, result, chineseCalendar)
      if (!ruling.ok) return ruling
      ruled = ruling.value
      const what = nameOf(journey, ruling.value.one)
      const { answers, next } = result
      return allow({
        run: ruling.value.run,
        draft: { kind: 'result', by: grant._id, what, answers, note, next, taskId },
      })
    },
    reply: ({ tasks }) => {
      const written = tasks.find(({ _id }) => _id === taskIdOf(task.runId, task.key)) ?? task
      return { taskId, state: written.state, dueAt: written.dueAt, meaning: ruled?.meaning ?? ('reached' as const) }
    },
  })
  return ruling.ok ? ruling : told(context, task, ruling)
}

function answered({ answers, next }: InputOf<typeof tasksRecord>) {
  return {
    answers: Object.fromEntries(answers.map(({ question, answer }) => [question, answer])),
    next: next === undefined ? null : canonicalInstant(next),
  }
}
