import type { Run } from '../../../shared/journeys/run'
import type { Task } from '../../../shared/journeys/task'
import { dayOf, type Instant } from '../../../shared/kit/time'
import type { StoredRun } from './stored'

/** Beside the days: how many of a store's journeys run, and how many of them wait for a date. */
export const runsPlace = 'runs'

type Marks = Pick<StoredRun, 'stands' | 'recount' | 'countAt'>
type Changed = {
  run: Pick<Run, 'state'> & Pick<StoredRun, 'waits'>
  tasks: readonly Task[]
  dropped: readonly string[]
}

/**
 * Says on the run, in the write in which its tasks change, which of the store's figures have to be counted anew: the days by
 * which they are due, and those by which they were. So nothing is lost wherever a function ends.
 */
export function toRecount(before: StoredRun | null, { run, tasks, dropped }: Changed, now: Instant): Marks {
  const stood = before?.stands ?? {}
  const times = [...tasks.flatMap(({ key, dueAt }) => [stood[key], dueAt]), ...dropped.map((key) => stood[key])]
  const days = times.flatMap((at) => (at === undefined ? [] : dayOf(at)))
  const isCountedSo = before !== null && before.state === run.state && before.waits === run.waits
  const recount = new Set([...(before?.recount ?? []), ...days, ...(isCountedSo ? [] : [runsPlace])])
  return {
    stands: { ...stood, ...Object.fromEntries(tasks.map(({ key, dueAt }) => [key, dueAt])) },
    recount: [...recount],
    countAt: recount.size > 0 ? (before?.countAt ?? now) : null,
  }
}
