import type { Instant } from '../../../shared/kit/time'
import { addDays, startOfDay, type Day } from '../../../shared/kit/time'
import type { Effects } from '../../_runtime/effects'
import { pageByPage, type PagesDone } from '../../_runtime/page-by-page'
import type { Where } from '../../_runtime/store'
import type { StoredRun } from './stored'
import { runsPlace } from './to-recount'

/** How many of a store's tasks that are due on a day came to what, or how many of its journeys run, by journey. */
export type TaskCounts = {
  _id: string
  cells: { by: string; count: number; waiting?: number }[]
  version: number
  [field: string]: unknown
}

export function countsId(storeId: string, place: Day | typeof runsPlace): string {
  return `${storeId} ${place}`
}

const pageSize = 100

/**
 * Counts anew, by index, the days of which journeys say that their tasks have changed. A day is counted whole, from the
 * tasks themselves: done again, or by two at once, it gives the same figures. `until`: when this has to end.
 */
export async function countTasks(
  effects: Effects,
  { now, until }: { now: Instant; until: Instant },
): Promise<PagesDone> {
  const counted = await pageByPage(
    effects,
    { pageSize, until },
    {
      read: () =>
        effects.store.find<Changed>('journeys', {
          where: { countAt: { gt: '', lte: now } },
          orderBy: [['countAt', 'asc']],
          limit: pageSize,
          fields: ['storeId', 'recount', 'version'],
        }),
      work: (page) => countPage(effects, page, until),
    },
  )
  // What changed while it was counted, or is left for the next run, is nothing that failed.
  return { ...counted, failed: 0 }
}

type Changed = Pick<StoredRun, '_id' | 'storeId' | 'recount' | 'version'>

/**
 * Each place once, however many journeys name it, those of the first journeys first. Where the time is over amid a page,
 * what was counted by then is named no more; a journey is done with when all that it names is counted.
 */
async function countPage(effects: Effects, page: readonly Changed[], until: Instant): Promise<number> {
  const places = new Map(
    page.flatMap(({ storeId, recount = [] }) =>
      recount.map((one) => [countsId(storeId, one), { storeId, place: one }]),
    ),
  )
  const counted = new Set<string>()
  for (const [id, of] of places) {
    if (await countPlace(effects, id, of)) counted.add(id)
    if (effects.now() > until) break
  }
  const known = await Promise.all(page.map((run) => letGo(effects, run, counted)))
  return known.filter(Boolean).length
}

/** Only as it was read: of whatever was written since, something may be to be counted again. */
async function letGo(
  { store }: Effects,
  { _id, version, storeId, recount = [] }: Changed,
  counted: ReadonlySet<string>,
): Promise<boolean> {
  const rest = recount.filter((one) => !counted.has(countsId(storeId, one)))
  if (rest.length > 0 && rest.length === recount.length) return false
  const set = { recount: rest, ...(rest.length === 0 ? { countAt: null } : {}) }
  return (await store.change('journeys', { _id, version }, { set })) === 1 && rest.length === 0
}

type Place = { storeId: string; place: string }

/** The counts are read before what they count: of two instances the one that began later writes, or both do again. */
async function countPlace(effects: Effects, _id: string, { storeId, place }: Place): Promise<boolean> {
  const { store } = effects
  const before = await store.get<TaskCounts>('taskCounts', _id)
  const cells = place === runsPlace ? await runsOf(effects, storeId) : await tasksOf(effects, storeId, place)
  const document: TaskCounts = { _id, cells, version: (before?.version ?? 0) + 1 }
  if (!before) return (await store.insert('taskCounts', [document])) === 'inserted'
  return store.replaceIf('taskCounts', document, before.version)
}

/** Page by page, for a day may have more of them than one answer holds. */
async function tasksOf({ store }: Effects, storeId: string, day: Day): Promise<TaskCounts['cells']> {
  const where: Where = { storeId, dueAt: { gte: startOfDay(day), lt: startOfDay(addDays(day, 1)) } }
  const cells: TaskCounts['cells'] = []
  for (;;) {
    const after = cells.at(-1)?.by ?? ''
    const rows = await store.tally('tasks', { where: { ...where, tallied: { gt: after } }, by: 'tallied', sums: {} })
    cells.push(...rows.map(({ by, count }) => ({ by: String(by), count })))
    if (rows.length < rowsMax) return cells
  }
}

/** So many values an answer of the database holds. */
const rowsMax = 1_000

async function runsOf({ store }: Effects, storeId: string): Promise<TaskCounts['cells']> {
  const running = { storeId, state: 'running' }
  const [runs, waiting] = await Promise.all([
    store.tally('journeys', { where: running, by: 'journeyId', sums: {} }),
    store.tally('journeys', { where: { ...running, waits: { gt: '' } }, by: 'journeyId', sums: {} }),
  ])
  return runs.map(({ by, count }) => {
    return { by: String(by), count, waiting: waiting.find((one) => one.by === by)?.count ?? 0 }
  })
}
