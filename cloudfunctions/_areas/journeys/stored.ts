import { createHash } from 'node:crypto'
import type { Bilingual } from '../../../shared/kit/fields'
import type { Instant } from '../../../shared/kit/time'
import type { Answers } from '../../../shared/journeys/form'
import type { RecordKind } from '../../../shared/journeys/tasks-contract'
import { tallyKey } from '../../../shared/journeys/kept'
import type { Over, Run } from '../../../shared/journeys/run'
import type { Task } from '../../../shared/journeys/task'
import type { Journey } from '../../../shared/programme/parts/journeys'
import type { Terms } from '../../_runtime/terms'

/** One journey of one member: the document on which everything about it is decided. */
export type StoredRun = Run & {
  _id: string
  /** Counts writes; every write is on condition that it is unchanged. */
  version: number
  /** When the clock has to look at it; null when never. */
  dueAt: Instant | null
  /** The programme's version by which its tasks stand. */
  under: number
  /** The anchor that its end waits for, or null: what the overview counts. */
  waits: string | null
  /** The request or the entry that began it, so that a repetition begins nothing twice. */
  begunFor: string
  /** What the journey was called when it was written last, for when the programme has it no more. */
  name?: Bilingual
  /** By when each of its tasks is due as it is written down; absent in a run written before tasks were counted. */
  stands?: { [key: string]: Instant }
  /** What of the store's figures is no longer true since something was written here, until the clock has counted it anew. */
  recount?: string[]
  /** Since when something is to be counted anew; null when nothing is. */
  countAt?: Instant | null
  [field: string]: unknown
}

/** A task in somebody's list. It follows from its run, and is written together with it. */
export type StoredTask = Task & {
  _id: string
  runId: string
  /** What the clock counts it by for the overview. */
  tallied: string
  /** By what is due first, so that no two stand in the same place of a list. */
  place: string
  [field: string]: unknown
}

/** Something that was done or found; never changed. */
export type StoredRecord = {
  _id: string
  accountId: string
  runId: string
  taskId: string | null
  kind: RecordKind
  at: Instant
  /** An employee; null for the system. */
  by: string | null
  what: Bilingual
  answers: Answers
  note: string
  /** Of a journey that is over: why. */
  why?: Over | null
  next: Instant | null
  /** What the request that made it was answered. */
  reply?: unknown
  [field: string]: unknown
}

export function runIdOf({ accountId, journeyId, no }: Pick<Run, 'accountId' | 'journeyId' | 'no'>): string {
  return `journey:${accountId}:${journeyId}:${no}`
}

export function taskIdOf(runId: string, key: string): string {
  return `task:${runId.slice('journey:'.length)}:${key}`
}

export function storedTask(runId: string, task: Task): StoredTask {
  const _id = taskIdOf(runId, task.key)
  return { ...task, _id, runId, tallied: tallyKey(task), place: placeOf(task.dueAt, _id) }
}

/** Short, whatever the task is called: it travels as the cursor of a list. */
function placeOf(dueAt: Instant, taskId: string): string {
  return `${dueAt} ${createHash('sha256').update(taskId).digest('hex').slice(0, 24)}`
}

/** The journey as the programme in force has it. */
export function journeyIn({ programme }: Terms, journeyId: string): Journey | null {
  return programme.journeys?.find(({ id }) => id === journeyId) ?? null
}
