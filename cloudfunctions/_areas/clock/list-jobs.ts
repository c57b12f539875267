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

/** The board: what the jobs' documents say, and what waits for each, in one trip. */
export const listJobs: Handler<typeof clockJobs, ManagerContext> = async ({ effects, now }) => {
  const asked = jobs.flatMap((job) => [waitingQuery(job, now, backlogMax), aheadQuery(job, now)])
  const queries = [statesQuery, findingsQuery, ...asked.filter((query) => query !== null)]
  const [states = [], findings = [], ...found] = (await effects.store.findTogether(anchor, queries)) ?? []
  const known = new Map((states as JobState[]).map((state) => [state._id, state]))
  const views = jobs.map((job) => {
    const [waiting, ahead] = job.waits ? [found.shift() ?? [], found.shift() ?? []] : [null, []]
    return viewOf(job, { state: known.get(job.name) ?? null, waiting, ahead }, now)
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

type Seen = { state: JobState | null; waiting: StoredDocument[] | null; ahead: StoredDocument[] }

function viewOf(job: Job, { state, waiting, ahead }: Seen, now: Instant): JobView {
  const since = (documents: StoredDocument[] | null) => comesAt(job, documents?.[0])
  const oldest = since(waiting)
  const times = [oldest, since(ahead), state?.nextAt ?? null].filter((at) => at !== null).sort()
  const rest = state?.restUntil ?? ''
  const first = times[0] ?? null
  return {
    name: job.name,
    title: job.title,
    state: stateOf(state, { waitsSince: oldest, first }, now),
    last: state?.last ?? null,
    nextAt: first !== null && first < rest ? rest : first,
    backlog: waiting && waiting.length,
    failures: state?.failures ?? 0,
  }
}

function comesAt({ waits }: Job, document: StoredDocument | undefined): Instant | null {
  if (!waits || !document) return null
  return addMilliseconds(document[waits.field] as Instant, waits.afterMs ?? 0)
}

function stateOf(
  state: JobState | null,
  { waitsSince, first }: { waitsSince: Instant | null; first: Instant | null },
  now: Instant,
): JobView['state'] {
  if (state && state.heldUntil > now) return 'running'
  if (state && (state.failures > 0 || (state.last?.failed ?? 0) > 0)) return 'failing'
  const late = addMilliseconds(now, -lateMs)
  const dueSince = waitsSince ?? first
  if (dueSince !== null && dueSince <= late) return 'late'
  return state?.last ? 'well' : 'never'
}

function shown({ _id, subject, words, firstAt, lastAt }: Finding) {
  return { id: _id, subject, words, firstAt, lastAt }
}
