import { advance, nextAt, withTasks } from '../../../shared/journeys/advance'
import { touchpointsOf } from '../../../shared/journeys/dates'
import type { Run, Step } from '../../../shared/journeys/run'
import { taskOf, type Task } from '../../../shared/journeys/task'
import type { Instant } from '../../../shared/kit/time'
import type { Journey } from '../../../shared/programme/parts/journeys'
import { chineseCalendar } from '../../_runtime/chinese-calendar'
import type { Transaction } from '../../_runtime/store'
import { runIdOf, storedTask, type StoredRecord, type StoredRun, type StoredTask } from './stored'

export type Writing = {
  /** As it stood; null for a journey that begins. */
  before: StoredRun | null
  run: Run
  journey: Journey
  now: Instant
  /** The programme's version. */
  under: number
  begunFor: string
}

/** A run as it is to be written, with the tasks that are other than before. Decides nothing. */
export type Written = { run: StoredRun; tasks: StoredTask[] }

/**
 * What is to be written of a run after something happened to it: also what may be listed by now is. Messages, what is late
 * and the end are left to the clock, which is waked for them: it sends, writes down and knows who works here.
 */
export function writingOf(writing: Writing): Written {
  const { before, journey, now, under, begunFor } = writing
  const run = withTasks(writing.run, journey, chineseCalendar, now)
  const isListed = Object.entries(run.steps).some(([key, { listed }]) => listed && !before?.steps[key]?.listed)
  const isForClock = isListed || !isSame(run, advance(run, journey, chineseCalendar, { now, tierId: null }).run)
  const dueAt = isForClock ? now : nextAt(run, journey, chineseCalendar, now)
  return writtenRun({ before, run, journey, under, begunFor }, dueAt)
}

export function writtenRun(
  { before, run, journey, under, begunFor }: Omit<Writing, 'now'>,
  dueAt: Instant | null,
): Written {
  const _id = runIdOf(run)
  const waits = run.state === 'running' && !run.anchors[journey.ends.anchor] ? journey.ends.anchor : null
  const stored: StoredRun = {
    ...run,
    _id,
    version: (before?.version ?? 0) + 1,
    dueAt: run.state === 'running' ? dueAt : null,
    under,
    waits,
    begunFor,
  }
  // Under another version of the programme whatever is open may be called otherwise.
  const known = before && before.under === under ? tasksOf(before, journey) : new Map<string, Task>()
  const all = [...tasksOf(run, journey).values()]
  const changed = all.filter((task) => !isSame(task, known.get(task.key)) && isToWrite(task, before))
  const gone = [...(before ? tasksOf(before, journey) : known).values()].flatMap((task) => {
    const step = run.steps[task.key]
    if (task.state !== 'open' || !step?.state || all.some(({ key }) => key === task.key)) return []
    // What the head was to find out about an anchor is done by its date.
    return [overTask(task, step)]
  })
  return { run: stored, tasks: [...changed, ...gone].map((task) => storedTask(_id, task)) }
}

/** What is over keeps what it was called when it was done. */
function isToWrite({ key, state }: Task, before: StoredRun | null): boolean {
  return state === 'open' || !before?.steps[key]?.state
}

function tasksOf(run: Run, journey: Journey): Map<string, Task> {
  const tasks = touchpointsOf(run, journey, chineseCalendar).flatMap((one) => taskOf(run, journey, one) ?? [])
  return new Map(tasks.map((task) => [task.key, task]))
}

function overTask(task: Task, step: Step): Task {
  const { state, why } = step
  const [at, by] = [step.at ?? null, step.by ?? null]
  const forHead = task.forHead === 'no' ? 'no' : 'over'
  const over = { ...task, forHead, doneAt: at, doneBy: by } as const
  if (state !== 'done') return { ...over, state: 'withdrawn', outcome: 'withdrawn', why: why ?? 'beyond' }
  return { ...over, state, outcome: at !== null && at > task.dueAt ? 'late' : 'in-time' }
}

function isSame<Value>(one: Value, other: Value | undefined): boolean {
  return JSON.stringify(one) === JSON.stringify(other)
}

/** Writes them all, with what is written down about it; inside the transaction in which it was decided. */
export async function writeRun(
  transaction: Transaction,
  { run, tasks }: Written,
  records: readonly StoredRecord[],
): Promise<void> {
  await transaction.put('journeys', run)
  for (const task of tasks) await transaction.put('tasks', task)
  for (const record of records) await transaction.insert('journeyRecords', record)
}
