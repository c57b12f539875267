import type { tasksReassign } from '../../../shared/journeys/tasks-contract'
import type { Run } from '../../../shared/journeys/run'
import type { Journey } from '../../../shared/programme/parts/journeys'
import { allow, refuse } from '../../../shared/kit/ruling'
import type { Handler, StaffGrant } from '../../_runtime/handler'
import { worksIn, type StaffContext } from '../../_runtime/staff-door'
import { isHeadOf } from './access'
import { changeRun } from './change-run'
import { told } from './settled'
import type { StoredTask } from './stored'

/** The head gives a task to somebody of the store, or all that its role has to do in that journey. */
export const reassign: Handler<typeof tasksReassign, StaffContext> = async (context, { taskId, staffId, scope }) => {
  const { effects, request } = context
  const [entered, task, other] = await Promise.all([
    context.entered,
    effects.store.get<StoredTask>('tasks', taskId),
    effects.store.get<StaffGrant>('staff', staffId),
  ])
  if (!entered.ok) return entered
  if (!request) return refuse('request_id_missing')
  if (!task) return refuse('task_unknown')
  const { grant, terms } = entered.value
  if (!isHeadOf(grant, task.storeId)) return refuse('task_not_yours')
  if (!other?.active || !worksIn(other, task.storeId)) return refuse('staff_unknown')
  const assignee = { id: other._id, name: other.name }
  const ruling = await changeRun(effects, terms, {
    runId: task.runId,
    requestId: `${grant._id}:${request.id}`,
    decide: (run, journey) => {
      if (run.state !== 'running') return refuse('journey_over')
      if (run.steps[task.key]?.state) return refuse('task_over')
      // Nobody else stands for the head's own role, so of what is theirs it is this task that is given.
      const isOne = scope === 'task' || task.role === journey.escalation.to
      const given = isOne ? giveTask(run, task.key, staffId) : giveRole(run, journey, task.role, staffId)
      const what = { zh: `${task.name.zh} → ${other.name}`, en: `${task.name.en} → ${other.name}` }
      return allow({ run: given, draft: { kind: 'assigned', by: grant._id, what, taskId } })
    },
    reply: () => ({ taskId, assignee }),
  })
  return ruling.ok ? ruling : told(context, task, ruling)
}

function giveTask(run: Run, key: string, given: string): Run {
  return { ...run, steps: { ...run.steps, [key]: { ...run.steps[key], given } } }
}

/** All that the role still has to do, also what was given to somebody else before. */
function giveRole(run: Run, { touchpoints }: Journey, role: string, staffId: string): Run {
  const own = new Set(touchpoints.filter(({ by }) => by === role).map(({ id }) => id))
  const steps = Object.entries(run.steps).map(([key, { given, ...step }]) => {
    const isOther = given !== undefined && (step.state !== undefined || !own.has(key.slice(0, key.lastIndexOf(':'))))
    return [key, isOther ? { ...step, given } : step] as const
  })
  return { ...run, steps: Object.fromEntries(steps), people: { ...run.people, [role]: staffId } }
}
