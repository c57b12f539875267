import { aheadMs } from '../../../shared/journeys/record'
import { refuse, type Refused } from '../../../shared/kit/ruling'
import { addMilliseconds, dayAndClock } from '../../../shared/kit/time'
import type { Effects } from '../../_runtime/effects'
import type { StaffGrant } from '../../_runtime/handler'
import type { StaffContext } from '../../_runtime/staff-door'
import type { StoredTask } from './stored'

/** When and by whom a task was settled, for whoever comes too late. */
export async function settledBy({ store }: Effects, { doneAt, doneBy }: Pick<StoredTask, 'doneAt' | 'doneBy'>) {
  const grant = doneBy ? await store.get<StaffGrant>('staff', doneBy) : null
  return { time: doneAt ? dayAndClock(doneAt) : '', by: grant?.name ?? '' }
}

/** Who comes too late is told who was quicker, and who comes too early from when on it may be done. */
export async function told<Refusal extends string>(
  { effects }: StaffContext,
  task: StoredTask,
  refused: Refused<Refusal | 'journey_unknown'>,
): Promise<Refused<Exclude<Refusal, 'journey_unknown'> | 'journey_over'>> {
  const { refusal } = refused
  if (refusal === 'journey_unknown') return refuse('journey_over')
  const known = refused as Refused<Exclude<Refusal, 'journey_unknown'>>
  if (refusal === 'task_not_yet')
    return { ...known, details: { time: dayAndClock(addMilliseconds(task.startsAt, -aheadMs)) } }
  if (refusal !== 'task_over') return known
  const fresh = (await effects.store.get<StoredTask>('tasks', task._id)) ?? task
  return { ...known, details: await settledBy(effects, fresh) }
}
