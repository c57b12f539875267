import type { Bilingual } from '../../../../shared/kit/fields'
import { addDays, addMilliseconds, dayOf, startOfDay, type Day, type Instant } from '../../../../shared/kit/time'
import { rollUpDay } from '../../books/day-rollup'
import type { Effects } from '../../../_runtime/effects'
import { keepRowMs } from '../../../_runtime/stored-account'
import type { Terms } from '../../../_runtime/terms'
import { keepFindings } from '../findings'
import type { Done, Job, Task } from '../job'
import { missingEntries, type Missing } from '../missing-entries'

/**
 * Each day's figures, worked out after its end. Entries are read in the order in which they were written down, so that an
 * old day to which a till's late order belongs is worked out again; an entry is looked at once. What an account that cannot
 * be settled keeps from the ledger stands on the board, and its days are worked out again until it is there. A day is always
 * worked out whole, so nothing counts twice.
 */
export const rollups: Job = {
  name: 'rollups',
  title: { zh: '经营日报', en: 'Daily figures' },
  everyMinutes: 1,
  waits: null,
  run: rollUp,
}

/** How far the entries have been looked at, which days are to be worked out, and of which entries were missing then. */
type Cursor = { at: Instant; id: string; days: Day[]; missing?: Day[] }

const pageSize = 1_000
/** After midnight the clock first posts what functions that were cut off left unposted. */
const beginAfterMs = 10 * 60_000
/** As often the clock tries accounts that it could not settle. */
const lookAgainMs = 5 * 60_000
const tellAfterMs = 60 * 60_000

async function rollUp(effects: Effects, _: Terms, { now, until, cursor }: Task): Promise<Done> {
  const end = startOfDay(dayOf(addMilliseconds(now, -beginAfterMs)))
  const next = addMilliseconds(startOfDay(addDays(dayOf(end), 1)), beginAfterMs)
  const before = (cursor as Cursor | null) ?? { at: '', id: '', days: [] }
  if (await someUnposted(effects, end)) return waiting(now, end)
  // Before the days are worked out: what comes into the ledger meanwhile is worked out once more.
  const missing = await missingEntries(effects, end)
  if (missing === 'too-many') return waiting(now, end)
  const looked = await lookThrough(effects, before, { end, until })
  const days = [...new Set([...looked.cursor.days, ...(before.missing ?? [])])].sort()
  let done = 0
  while (done < days.length && effects.now() < until) await rollUpDay(effects, days[done++] as Day)
  const left = !looked.ended || done < days.length
  await keepFindings(effects, [subject], missing.length > 0 ? [{ subject, words: foundWords(missing) }] : [], now)
  return {
    due: days.length,
    done,
    left,
    cursor: { ...looked.cursor, days: days.slice(done), missing: daysOf(missing) } satisfies Cursor,
    ...(missing.length > 0
      ? { failed: missing.length, words: wordsFor(missing), next: addMilliseconds(now, lookAgainMs) }
      : { failed: 0, next }),
  }
}

/** Figures wait for entries that are to be posted within minutes; where they wait for longer, that is told. */
function waiting(now: Instant, end: Instant): Done {
  const next = addMilliseconds(now, 60_000)
  const isLong = now > addMilliseconds(end, tellAfterMs)
  const words = `the figures up to ${dayOf(addMilliseconds(end, -1))} wait for entries that are not in the ledger yet`
  return { due: 1, done: 0, left: false, next, ...(isLong ? { failed: 1, words } : { failed: 0 }) }
}

const subject = 'figures'

function foundWords(missing: readonly Missing[]): Bilingual {
  const days = daysOf(missing).join(', ')
  const count = missing.length
  return {
    zh: `${days} 的日报还缺 ${count} 笔：有会员账户暂时处理不了。写进账本后会自动补上`,
    en: `The figures of ${days} lack entries of members whose accounts cannot be settled now: ${count}. They are added once they are in the ledger`,
  }
}

function daysOf(missing: readonly Missing[]): Day[] {
  return [...new Set(missing.map(({ entry }) => dayOf(entry.at)))].sort()
}

function wordsFor(missing: readonly Missing[]): string {
  const ids = [...new Set(missing.map(({ accountId }) => accountId))]
  const others = ids.length > 3 ? ` and ${ids.length - 3} more` : ''
  return `${daysOf(missing).join(', ')} lacks ${missing.length} of ${ids.slice(0, 3).join(', ')}${others}, not in the ledger yet`
}

/** Whether an account may still carry an entry of before then that is not in the ledger. */
async function someUnposted({ store }: Effects, end: Instant): Promise<boolean> {
  const where = { dueAt: { gt: '', lte: addMilliseconds(end, keepRowMs) } }
  return (await store.find('accounts', { where, limit: 1, fields: ['_id'] })).length > 0
}

/** The days of the entries that were written down since, page by page. */
async function lookThrough(
  effects: Effects,
  { at, id, days }: Omit<Cursor, 'missing'>,
  { end, until }: { end: Instant; until: Instant },
): Promise<{ cursor: Omit<Cursor, 'missing'>; ended: boolean }> {
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
