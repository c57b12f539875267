import { addMilliseconds, type Instant } from '../../../shared/kit/time'
import type { Effects } from '../../_runtime/effects'
import { errorWords } from '../../_runtime/error-words'
import type { Terms } from '../../_runtime/terms'
import type { Done, Job, JobState, LastRun } from './job'

/** Who runs it, for how long at most, and for how long nobody else may if the function ends in between. */
export type Turn = { by: LastRun['by']; until: Instant; leaseMs: number; requestId?: string }

/** The run, and the job's document after it. */
export type Worked = { run: LastRun; threw: boolean; state: JobState }

const answersMax = 10
/** After the first failure it rests a minute, then two, four … and an hour at most. */
const restMax = 60

/**
 * Runs a job once: takes its lease, works, and writes down what was done, or the words of what went wrong, together with
 * giving the lease back. Null when another instance is at it, or has been since its document was read.
 */
export async function workJob(
  effects: Effects,
  terms: Terms,
  { job, state }: { job: Job; state: JobState | null },
  turn: Turn,
): Promise<Worked | null> {
  const startedAt = effects.now()
  const held = await takeJob(effects, job, state, turn)
  if (!held) return null
  const { done, threw } = await attempt(effects, terms, { job, held }, turn)
  const run = runOf(done, { startedAt, endedAt: effects.now(), by: turn.by })
  const set = after(job, held, { done, threw, run }, { startedAt, programmeVersion: terms.programmeVersion, turn })
  await effects.store.change('jobs', { _id: job.name, holder: held.holder }, { set })
  return { run, threw, state: { ...held, ...set } }
}

/** What its document says after a run: when it runs next, and what there is to be seen of this one. */
function after(
  { everyMinutes }: Job,
  held: JobState,
  { done, threw, run }: { done: Done; threw: boolean; run: LastRun },
  { startedAt, programmeVersion, turn }: { startedAt: Instant; programmeVersion: number; turn: Turn },
): Omit<JobState, '_id' | 'holder'> {
  const failures = threw ? held.failures + 1 : 0
  const restMinutes = threw ? Math.min(2 ** (failures - 1), restMax) : done.left ? 0 : everyMinutes
  const { requestId } = turn
  return {
    heldUntil: startedAt,
    nextAt: threw || done.left ? startedAt : (done.next ?? null),
    restUntil: threw || restMinutes > 1 ? addMilliseconds(startedAt, restMinutes * 60_000) : null,
    // What failed has not seen to the version: it looks at it again.
    programmeVersion: threw ? held.programmeVersion : programmeVersion,
    last: run,
    failures,
    trouble: run.failed > 0 ? { at: startedAt, words: run.words ?? '' } : held.trouble,
    cursor: done.cursor === undefined ? held.cursor : done.cursor,
    answers: requestId ? [{ requestId, run }, ...held.answers].slice(0, answersMax) : held.answers,
  }
}

/** The lease stands on the job's own document and ends by itself, so that a function that was cut off blocks nobody for long. */
async function takeJob(
  effects: Effects,
  job: Job,
  state: JobState | null,
  { leaseMs }: Turn,
): Promise<JobState | null> {
  const now = effects.now()
  const holder = Buffer.from(effects.random(12)).toString('hex')
  const heldUntil = addMilliseconds(now, leaseMs)
  if (!state) {
    const first: JobState = { ...blank, _id: job.name, holder, heldUntil }
    return (await effects.store.insert('jobs', [first])) === 'inserted' ? first : null
  }
  // Only as it was read: whoever has run it since has gone on from where it stood.
  const where = { _id: job.name, holder: state.holder, heldUntil: { lte: now } }
  const taken = await effects.store.change('jobs', where, { set: { holder, heldUntil } })
  return taken === 1 ? { ...state, holder, heldUntil } : null
}

const blank: Omit<JobState, '_id' | 'holder' | 'heldUntil'> = {
  nextAt: null,
  restUntil: null,
  programmeVersion: 0,
  last: null,
  failures: 0,
  trouble: null,
  cursor: null,
  answers: [],
}

async function attempt(
  effects: Effects,
  terms: Terms,
  { job, held }: { job: Job; held: JobState },
  { until }: Turn,
): Promise<{ done: Done; threw: boolean }> {
  try {
    const task = { now: effects.now(), until, cursor: held.cursor, ranUnder: held.programmeVersion }
    return { done: await job.run(effects, terms, task), threw: false }
  } catch (error) {
    const words = errorWords(error)
    effects.log({ event: 'job_failed', job: job.name, detail: words })
    return { done: { due: 0, done: 0, failed: 1, left: false, words }, threw: true }
  }
}

function runOf(
  { due, done, failed, left, words }: Done,
  about: Pick<LastRun, 'startedAt' | 'endedAt' | 'by'>,
): LastRun {
  return { ...about, due, done, failed, left, words: words ?? null }
}
