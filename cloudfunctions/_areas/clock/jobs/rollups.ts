import { addDays, addMilliseconds, dayOf, startOfDay, type Day, type Instant } from '../../../../shared/kit/time'
import { rollUpDay } from '../../books/day-rollup'
import type { Effects } from '../../../_runtime/effects'
import { keepRowMs } from '../../../_runtime/stored-account'
import type { Terms } from '../../../_runtime/terms'
import type { Done, Job, Task } from '../job'

/**
 * Each day's figures, worked out after its end. Entries are read in the order in which they were written down, so that an
 * old day to which a till's late order belongs is worked out again; an entry is looked at once.
 */
export const rollups: Job = {
  name: 'rollups',
  title: { zh: '经营日报', en: 'Daily figures' },
  everyMinutes: 1,
  waits: null,
  run: rollUp,
}

/** How far the entries have been looked at, and which days are to be worked out. */
type Cursor = { at: Instant; id: string; days: Day[] }

const pageSize = 1_000
/** After midnight the clock first posts what functions that were cut off left unposted. */
const beginAfterMs = 10 * 60_000

async function rollUp(effects: Effects, _: Terms, { now, until, cursor }: Task): Promise<Done> {
  const end = startOfDay(dayOf(addMilliseconds(now, -beginAfterMs)))
  const next = addMilliseconds(startOfDay(addDays(dayOf(end), 1)), beginAfterMs)
  const before = (cursor as Cursor | null) ?? { at: '', id: '', days: [] }
  if (await someUnposted(effects, end))
    return { due: 1, done: 0, failed: 0, left: false, next: addMilliseconds(now, 60_000) }
  const looked = await lookThrough(effects, before, { end, until })
  const days = [...looked.cursor.days].sort()
  let done = 0
  while (done < days.length && effects.now() < until) await rollUpDay(effects, days[done++] as Day)
  const left = !looked.ended || done < days.length
  return { due: days.length, done, failed: 0, left, next, cursor: { ...looked.cursor, days: days.slice(done) } }
}

/** Whether an account may still carry an entry of before then that is not in the ledger. */
async function someUnposted({ store }: Effects, end: Instant): Promise<boolean> {
  const where = { dueAt: { gt: '', lte: addMilliseconds(end, keepRowMs) } }
  return (await store.find('accounts', { where, limit: 1, fields: ['_id'] })).length > 0
}

/** The days of the entries that were written down since, page by page. */
async function lookThrough(
  effects: Effects,
  { at, id, days }: Cursor,
  { end, until }: { end: Instant; until: Instant },
): Promise<{ cursor: Cursor; ended: boolean }> {
  const found = new Set(days)
  let from = { at, id }
  while (effects.now() < until) {
    const page = await pageAfter(effects, from, end)
    for (const entry of page) found.add(dayOf(entry.at))
    const last = page.at(-1)
    if (!last) return { cursor: { ...from, days: [...found] }, ended: true }
    from = { at: last.recordedAt, id: last._id }
  }
  return { cursor: { ...from, days: [...found] }, ended: false }
}

type Dated = { _id: string; at: Instant; recordedAt: Instant }

/** First what shares the last one's instant, for a batch of a till's has one for all; then what is later. */
async function pageAfter({ store }: Effects, { at, id }: { at: Instant; id: string }, end: Instant): Promise<Dated[]> {
  const ask = (where: { [field: string]: string | { gt: string; lt?: string } }) =>
    store.find<Dated>('entries', {
      where,
      orderBy: [
        ['recordedAt', 'asc'],
        ['_id', 'asc'],
      ],
      limit: pageSize,
      fields: ['at', 'recordedAt'],
    })
  const same = at === '' ? [] : await ask({ recordedAt: at, _id: { gt: id } })
  return same.length > 0 ? same : ask({ recordedAt: { gt: at, lt: end } })
}
