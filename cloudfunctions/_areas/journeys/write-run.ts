import { advance, nextAt, withTasks } from '../../../shared/journeys/advance'
import { touchpointsOf } from '../../../shared/journeys/dates'
import type { Run } from '../../../shared/journeys/run'
import { withdrawn } from '../../../shared/journeys/set-anchor'
import { withStep } from '../../../shared/journeys/standing'
import { taskOf, type Task } from '../../../shared/journeys/task'
import type { Instant } from '../../../shared/kit/time'
import type { Journey } from '../../../shared/programme/parts/journeys'
import { chineseCalendar } from '../../_runtime/chinese-calendar'
import type { Transaction } from '../../_runtime/store'
import { closedTask, listedTasks } from './close-tasks'
import { runIdOf, storedTask, type StoredRecord, type StoredRun, type StoredTask } from './stored'
import { toRecount } from './to-recount'

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

/**
 * A run as it is to be written, with the tasks that are other than before, and the keys of those of which the programme
 * knows nothing more: what is written down of them is closed. Decides nothing.
 */
export type Written = { run: StoredRun; tasks: StoredTask[]; dropped: string[] }

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
  return writtenRun({ before, run, journey, now, under, begunFor }, dueAt)
}

export function writtenRun({ before, run, journey, now, under, begunFor }: Writing, dueAt: Instant | null): Written {
  const _id = runIdOf(run)
  const waits = run.state === 'running' && !run.anchors[journey.ends.anchor] ? journey.ends.anchor : null
  // Under another version of the programme whatever is open may be called otherwise.
  const known = before && before.under === under ? tasksOf(before, journey) : new Map<string, Task>()
  const current = tasksOf(run, journey)
  const all = [...current.values()]
  const changed = all.filter((task) => !isSame(task, known.get(task.key)) && isToWrite(task, before))
  const gone = [...(before ? tasksOf(before, journey) : known).values()].flatMap((task) => {
    const step = run.steps[task.key]
    if (task.state !== 'open' || !step?.state || current.has(task.key)) return []
    // What the head was to find out about an anchor is done by its date.
    return [closedTask(task, step)]
  })
  const tasks = [...changed, ...gone]
  const dropped = Object.keys(run.steps).filter((key) => isOpen(run, key) && !current.has(key))
  const steps = dropped.reduce(
    (so, key) => withoutTouchpoint(so, key, { dueAt: before?.stands?.[key], now }),
    run,
  ).steps
  const stored: StoredRun = {
    ...run,
    steps,
    _id,
    version: (before?.version ?? 0) + 1,
    dueAt: run.state === 'running' ? dueAt : null,
    under,
    waits,
    begunFor,
    name: journey.name,
    ...toRecount(before, { run: { state: run.state, waits }, tasks, dropped }, now),
  }
  return { run: stored, tasks: tasks.map((task) => storedTask(_id, task)), dropped }
}

function isOpen({ steps }: Run, key: string): boolean {
  return steps[key]?.listed === true && !steps[key]?.state
}

/** The programme has it no more: what should have been done by then was missed, anything else is withdrawn. */
function withoutTouchpoint(run: Run, key: string, { dueAt, now }: { dueAt: Instant | undefined; now: Instant }): Run {
  const step = run.steps[key] ?? {}
  const isMissed = dueAt !== undefined && dueAt <= now
  return withStep(run, key, isMissed ? { ...step, state: 'missed', at: now } : withdrawn(step, 'dropped', now))
}

/** What is over keeps what it was called when it was done. */
function isToWrite({ key, state }: Task, before: StoredRun | null): boolean {
  return state === 'open' || !before?.steps[key]?.state
}

function tasksOf(run: Run, journey: Journey): Map<string, Task> {
  const tasks = touchpointsOf(run, journey, chineseCalendar).flatMap((one) => taskOf(run, journey, one) ?? [])
  return new Map(tasks.map((task) => [task.key, task]))
}

function isSame<Value>(one: Value, other: Value | undefined): boolean {
  return JSON.stringify(one) === JSON.stringify(other)
}

/** Writes them all, with what is written down about it; inside the transaction in which it was decided. */
export async function writeRun(
  transaction: Transaction,
  { run, tasks, dropped }: Written,
  records: readonly StoredRecord[],
): Promise<void> {
  const closed = (await listedTasks(transaction, run, dropped)).map((task) => {
    return storedTask(run._id, closedTask(task, run.steps[task.key] ?? {}))
  })
  await transaction.put('journeys', run)
  for (const task of [...tasks, ...closed]) await transaction.put('tasks', task)
  for (const record of records) await transaction.insert('journeyRecords', record)
}
