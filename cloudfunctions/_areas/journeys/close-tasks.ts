import type { Dated, Step } from '../../../shared/journeys/run'
import type { Task } from '../../../shared/journeys/task'
import type { Transaction } from '../../_runtime/store'
import { taskIdOf, type StoredRun, type StoredTask } from './stored'

/** A task as it is written down, which its journey says no more, with what became of it. */
export function closedTask(task: Task, { state, why, at, by }: Step): Task {
  const forHead = task.forHead === 'no' ? 'no' : 'over'
  const over = { ...task, forHead, doneAt: at ?? null, doneBy: by ?? null } as const
  if (state === 'missed') return { ...over, state, outcome: 'missed' }
  if (state === 'done') return { ...over, state, outcome: at !== undefined && at > task.dueAt ? 'late' : 'in-time' }
  return { ...over, state: 'withdrawn', outcome: 'withdrawn', why: why ?? 'beyond' }
}

/** The tasks of a run that are in somebody's list, as they are written down. */
export async function listedTasks(
  transaction: Transaction,
  run: StoredRun,
  keys: readonly string[],
): Promise<StoredTask[]> {
  const tasks: StoredTask[] = []
  for (const key of keys) {
    const task = await transaction.get<StoredTask>('tasks', taskIdOf(run._id, key))
    if (task) tasks.push(task)
  }
  return tasks
}

/** What a task that is written down says of its touchpoint, for whoever has no journey that does. */
export function datedAs({ key, kind, role, startsAt, dueAt }: Task): Dated {
  return { key, touchpointId: key, index: 0, kind, by: role, startsAt, dueAt, waitsFor: null }
}
