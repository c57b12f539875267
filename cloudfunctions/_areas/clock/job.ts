import type { Bilingual } from '../../../shared/kit/fields'
import type { Instant } from '../../../shared/kit/time'
import type { Effects } from '../../_runtime/effects'
import type { CollectionName } from '../../_runtime/store'
import type { Terms } from '../../_runtime/terms'

/**
 * Something that happens by itself. A job is woken when a document waits for it, when its own next time has come, or when
 * another version of the programme is in force; what it does is idempotent by dated keys, for it may be cut off at any
 * moment and be run again.
 */
export type Job = {
  /** Names its document on the board. */
  name: string
  title: Bilingual
  /** It rests that long between two runs, however much waits; 1 where each minute counts. */
  everyMinutes: number
  /** Where documents wait for it; null for a job that goes by the calendar alone. */
  waits: Waits | null
  /** Whether it looks again when another version of the programme is in force. */
  byProgramme?: true
  run(effects: Effects, terms: Terms, task: Task): Promise<Done>
}

/**
 * Documents wait whose field holds an instant that has come, or begins with one; a while ago where `afterMs` says so. The
 * field is the first of an index, and null or absent where nothing is due.
 */
export type Waits = { collection: CollectionName; field: string; afterMs?: number }

/**
 * `until`: when it has to come to an end, so that the next run goes on. `cursor`: what its last run left behind, or null.
 * `ranUnder`: the programme's version under which it last ran to its end, 0 for none.
 */
export type Task = { now: Instant; until: Instant; cursor: unknown; ranUnder: number }

export type Done = {
  /** How many it had before it, how many of them it brought to an end, and how many it could not. */
  due: number
  done: number
  failed: number
  /** Whether it may go on at once: its time was over. What failed or waits for something is none of that. */
  left: boolean
  /** What failed, in words; the last of several. */
  words?: string
  /** When it looks again by the calendar; null or absent for never. */
  next?: Instant | null
  /** What the next run is given; absent leaves what there was. */
  cursor?: unknown
}

export const nothingDone: Done = { due: 0, done: 0, failed: 0, left: false }

/** What the board keeps of a job, and what stands between two instances that would both run it. */
export type JobState = {
  _id: string
  /** Who runs it or ran it last, and until when nobody else may. */
  holder: string
  heldUntil: Instant
  nextAt: Instant | null
  restUntil: Instant | null
  /** The programme's version under which it last ran and did not fail. */
  programmeVersion: number
  last: LastRun | null
  /** Runs in a row that threw. */
  failures: number
  /** What failed last, so that the runs after it do not cover it up at once. */
  trouble: { at: Instant; words: string } | null
  cursor: unknown
  /** What managers who had it run were told, by their requests; the latest. */
  answers: { requestId: string; run: LastRun }[]
}

export type LastRun = {
  startedAt: Instant
  endedAt: Instant
  by: 'clock' | 'manager'
  due: number
  done: number
  failed: number
  left: boolean
  words: string | null
}
