import { addMilliseconds, type Instant } from '../../../shared/kit/time'
import type { Effects } from '../../_runtime/effects'
import type { QueryOf, StoredDocument } from '../../_runtime/store'
import type { Job, JobState } from './job'

/** The document on which the one read hangs; it says since when there has been a clock. */
export const anchor = { collection: 'jobs', id: 'clock' } as const

export type Glance = { job: Job; state: JobState | null }[]

/**
 * Which jobs have something to do, by one read of the database: their own documents, the version in force, and of each
 * collection in which documents wait for a job the first that does. Each part of it goes by an index and finds one
 * document at most, so it costs the same however many members there are.
 */
export async function glance(effects: Effects, jobs: readonly Job[], now: Instant): Promise<Glance> {
  const { states, inForce, waiting } = await read(effects, jobs, now)
  return jobs.flatMap((job) => {
    const state = states.get(job.name) ?? null
    return isDue(job, { state, inForce, waits: waiting.has(job.name) }, now) ? [{ job, state }] : []
  })
}

/** What waits for a job: documents whose instant has come. */
export function waitingQuery({ waits }: Job, now: Instant, limit: number): QueryOf | null {
  if (!waits) return null
  const { collection, field, afterMs = 0 } = waits
  const come = addMilliseconds(now, -afterMs)
  return {
    collection,
    where: { [field]: { gt: '', lte: come } },
    orderBy: [[field, 'asc']],
    limit,
    fields: [field],
  }
}

async function read(effects: Effects, jobs: readonly Job[], now: Instant) {
  const asked = jobs.flatMap((job) => {
    const query = waitingQuery(job, now, 1)
    return query ? [{ job, query }] : []
  })
  const queries = [statesQuery, inForceQuery(now), ...asked.map(({ query }) => query)]
  const [states = [], versions = [], ...found] = await together(effects, queries, now)
  return {
    states: new Map((states as JobState[]).map((state) => [state._id, state])),
    inForce: (versions[0]?.version as number | undefined) ?? 0,
    waiting: new Set(asked.flatMap(({ job }, n) => (found[n]?.length ? [job.name] : []))),
  }
}

/** In the first minute of a shop the document has still to be made. */
async function together(effects: Effects, queries: readonly QueryOf[], now: Instant): Promise<StoredDocument[][]> {
  const found = await effects.store.findTogether(anchor, queries)
  if (found) return found
  await effects.store.insert(anchor.collection, [{ _id: anchor.id, since: now }])
  return (await effects.store.findTogether(anchor, queries)) ?? []
}

/** Every job's own document. */
export const statesQuery: QueryOf = {
  collection: 'jobs',
  where: { _id: { gt: '' } },
  limit: 100,
}

function inForceQuery(now: Instant): QueryOf {
  return {
    collection: 'programmes',
    where: { withdrawnAt: null, version: { gt: 0 }, effectiveAt: { lte: now } },
    orderBy: [['version', 'desc']],
    limit: 1,
    fields: ['version'],
  }
}

type Seen = { state: JobState | null; inForce: number; waits: boolean }

function isDue({ byProgramme, waits: waitsFor }: Job, { state, inForce, waits }: Seen, now: Instant): boolean {
  // One that has never run sees by itself when it has to run by the calendar.
  if (!state) return waits || !waitsFor || byProgramme === true
  if (state.heldUntil > now || (state.restUntil ?? '') > now) return false
  const isTime = state.nextAt !== null && state.nextAt <= now
  return waits || isTime || (byProgramme === true && state.programmeVersion !== inForce)
}
