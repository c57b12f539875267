import type { Instant } from '../../../shared/kit/time'
import { cellOf, counted, forgetTaken, noCounts, type PromiseCounts } from '../../../shared/obligations/counts'
import type { Obligation } from '../../../shared/obligations/obligation'
import type { Effects } from '../../_runtime/effects'
import { pageByPage, type PagesDone } from '../../_runtime/page-by-page'

const pageSize = 100

/**
 * Counts, by index, the promises that changed since they were counted, each once wherever a tick is cut off: first the
 * month's counts say so, then the promise, then the counts let go of it. `until`: when this has to end.
 */
export function countObligations(
  effects: Effects,
  { now, until }: { now: Instant; until: Instant },
): Promise<PagesDone> {
  return pageByPage(
    effects,
    { pageSize, until },
    {
      read: () =>
        effects.store.find<Changed>('obligations', {
          where: { countAt: { gt: '', lte: now } },
          orderBy: [['countAt', 'asc']],
          limit: pageSize,
          fields: ['month'],
        }),
      work: (page) => countPage(effects, page),
    },
  )
}

type Changed = Pick<Obligation, '_id' | 'month'>

async function countPage(effects: Effects, page: readonly Changed[]): Promise<number> {
  let done = 0
  for (const month of new Set(page.map((one) => one.month))) {
    const ids = page.flatMap((one) => (one.month === month ? [one._id] : []))
    done += await countMonth(effects, month, ids)
  }
  return done
}

/**
 * How many were counted; what somebody changes meanwhile is counted the next time. The promises are read after the counts:
 * one that another instance has counted since the counts were read either says so itself, or the counts are other ones.
 */
async function countMonth(effects: Effects, month: string, ids: readonly string[]): Promise<number> {
  const { store } = effects
  const before = (await store.get<PromiseCounts>('promiseCounts', month)) ?? noCounts(month)
  // Of those that a tick that was cut off had taken, some say so themselves and the others are still to be marked.
  const asked = new Set([...ids, ...before.taken.map(({ id }) => id)])
  const found = await store.getMany<Obligation>('obligations', [...asked])
  const changed = found.filter(({ countAt }) => countAt)
  const said = found.filter(({ countAt }) => !countAt).map(({ _id }) => _id)
  const after = counted(forgetTaken(before, said), changed)
  if (!(await write(effects, after))) return 0
  const marked = await Promise.all(changed.map((one) => mark(effects, one)))
  const known = changed.filter((_, n) => marked[n]).map(({ _id }) => _id)
  await write(effects, { ...forgetTaken(after, known), version: after.version + 1 })
  return ids.filter((id) => known.includes(id) || said.includes(id)).length
}

/** The promise says where it is counted, unless somebody has changed it since. */
async function mark({ store }: Effects, one: Obligation): Promise<boolean> {
  const set = { counted: cellOf(one), countAt: null, version: one.version + 1 }
  return (await store.change('obligations', { _id: one._id, version: one.version }, { set })) === 1
}

/** On condition that no other instance has written since it was read. */
async function write({ store }: Effects, counts: PromiseCounts): Promise<boolean> {
  const document = { ...counts, version: counts.version + 1 }
  return counts.version === 0
    ? (await store.insert('promiseCounts', [document])) === 'inserted'
    : store.replaceIf('promiseCounts', document, counts.version)
}
