import type { clockJobs, JobView } from '../../../shared/clock/contract'
import { allow } from '../../../shared/kit/ruling'
import { addMilliseconds, type Instant } from '../../../shared/kit/time'
import type { Handler, ManagerContext } from '../../_runtime/handler'
import type { QueryOf, StoredDocument } from '../../_runtime/store'
import type { Finding } from './findings'
import { anchor, statesQuery, waitingQuery } from './glance'
import type { Job, JobState } from './job'
import { jobs } from './jobs/registry'

/** More than that is told as that many. */
const backlogMax = 100
const findingsShown = 50
/** The clock comes each minute; what waits longer than this waits for a clock that stands still. */
const lateMs = 5 * 60_000
/** So long a failure is shown after runs that had none: what failed is tried again sooner. */
const troubleMs = 10 * 60_000

/** The board: what the jobs' documents say, and what waits for each, in one trip. */
export const listJobs: Handler<typeof clockJobs, ManagerContext> = async ({ effects, now }) => {
  const asked = jobs.flatMap((job) => [waitingQuery(job, now, backlogMax), aheadQuery(job, now)])
  const queries = [statesQuery, findingsQuery, ...asked.filter((query) => query !== null)]
  const [states = [], findings = [], ...found] = (await effects.store.findTogether(anchor, queries)) ?? []
  const known = new Map((states as JobState[]).map((state) => [state._id, state]))
  const runs = [...known.values()].some(({ last }) => last)
  const views = jobs.map((job) => {
    const [waiting, ahead] = job.waits ? [found.shift() ?? [], found.shift() ?? []] : [null, []]
    return viewOf(job, { state: known.get(job.name) ?? null, waiting, ahead, runs }, now)
  })
  return allow({ serverAt: now, jobs: views, findings: (findings as Finding[]).map(shown) })
}

const findingsQuery: QueryOf = {
  collection: 'findings',
  where: { goneAt: null, firstAt: { gt: '' } },
  orderBy: [['firstAt', 'asc']],
  limit: findingsShown,
}

/** What will wait for a job next. */
function aheadQuery({ waits }: Job, now: Instant): QueryOf | null {
  if (!waits) return null
  const { collection, field, afterMs = 0 } = waits
  const where = { [field]: { gt: addMilliseconds(now, -afterMs) } }
  return { collection, where, orderBy: [[field, 'asc']], limit: 1, fields: [field] }
}

/** `runs`: whether the clock has run any job; one for which there never was anything is as well as the others. */
type Seen = { state: JobState | null; waiting: StoredDocument[] | null; ahead: StoredDocument[]; runs: boolean }

function viewOf(job: Job, { state, waiting, ahead, runs }: Seen, now: Instant): JobView {
  const since = (documents: StoredDocument[] | null) => comesAt(job, documents?.[0])
  const oldest = since(waiting)
  const times = [oldest, since(ahead), state?.nextAt ?? null].filter((at) => at !== null).sort()
  const rest = state?.restUntil ?? ''
  const first = times[0] ?? null
  return {
    name: job.name,
    title: job.title,
    state: stateOf(state, { waitsSince: oldest, first, runs }, now),
    last: state?.last ?? null,
    nextAt: first !== null && first < rest ? rest : first,
    backlog: waiting && waiting.length,
    failures: state?.failures ?? 0,
    trouble: recentTrouble(state, now),
  }
}

const instantLength = '2026-11-01T00:00:00.000Z'.length

function comesAt({ waits }: Job, document: StoredDocument | undefined): Instant | null {
  if (!waits || !document) return null
  const since = String(document[waits.field]).slice(0, instantLength)
  return addMilliseconds(since, waits.afterMs ?? 0)
}

function recentTrouble(state: JobState | null, now: Instant): JobState['trouble'] {
  if (!state?.trouble) return null
  const { failures, last, trouble } = state
  const isOpen = failures > 0 || (last?.failed ?? 0) > 0
  return isOpen || trouble.at > addMilliseconds(now, -troubleMs) ? trouble : null
}

function stateOf(
  state: JobState | null,
  { waitsSince, first, runs }: { waitsSince: Instant | null; first: Instant | null; runs: boolean },
  now: Instant,
): JobView['state'] {
  if (state && state.heldUntil > now) return 'running'
  if (recentTrouble(state, now)) return 'failing'
  const late = addMilliseconds(now, -lateMs)
  const dueSince = waitsSince ?? first
  // What still waits after a run, or while the job rests, waits for something else than the clock.
  const seenAt = [state?.last?.startedAt, state?.restUntil].flatMap((at) => at ?? [])
  if (dueSince !== null && [dueSince, ...seenAt].every((at) => at <= late)) return 'late'
  return runs ? 'well' : 'never'
}

function shown({ _id, subject, words, firstAt, lastAt }: Finding) {
  return { id: _id, subject, words, firstAt, lastAt }
}
