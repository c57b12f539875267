import { addMilliseconds } from '../../../shared/kit/time'
import type { Effects } from '../../_runtime/effects'
import { presentEntries } from '../../_runtime/outbox'
import type { StoredAccount } from '../../_runtime/stored-account'
import { currentTerms, type Terms } from '../../_runtime/terms'
import { judgeBoards } from '../events/judge-boards'
import { sweepEvents } from '../events/sweep'
import { workOffNotices } from '../messages/work-off'
import { releaseLease, takeLease } from './lease'
import { sweepAllDraws } from './sweep-draws'
import { settleAccount } from './settle-account'
import { spreadVersions } from './spread-version'
import { sweepStocks } from './sweep-stocks'

const pageSize = 50
/** The function's time limit is 60 s; a tick stops well before and the next one goes on. */
const workMs = 40_000
const leaseMs = 65_000

export type Tick = { due: number; settled: number; left: boolean }

/**
 * One minute's work: the accounts that are due, by index, a page at a time. Idle, it is a single read. What one tick does
 * not finish the next one takes up; an account that could not be settled is logged and tried again.
 */
export async function tick(effects: Effects): Promise<Tick> {
  const startedAt = effects.now()
  if (isSweepMinute(startedAt))
    await Promise.all([
      sweepStocks(effects, startedAt),
      spreadVersions(effects, startedAt),
      sweepOccasions(effects, startedAt),
      sweepAllDraws(effects, startedAt),
      sendNotices(effects, startedAt),
    ])
  const first = await readDue(effects, startedAt, { gt: '' })
  if (first.length === 0) return { due: 0, settled: 0, left: false }
  const lease = await takeLease(effects, 'clock', leaseMs)
  if (!lease) return { due: first.length, settled: 0, left: true }
  try {
    const terms = await currentTerms(effects)
    if (!terms) return { due: first.length, settled: 0, left: true }
    const done = await workOff(effects, first, startedAt, terms)
    await sendNotices(effects, startedAt)
    return done
  } finally {
    await releaseLease(effects, lease)
  }
}

/** Messages that wait: of accounts just settled, for the end of quiet hours, for another try. */
async function sendNotices(effects: Effects, startedAt: string): Promise<void> {
  const terms = await currentTerms(effects)
  const until = addMilliseconds(startedAt, workMs)
  if (terms) await workOffNotices(effects, terms, { now: effects.now(), until })
}

/** Lists of events and leaderboards; a shop that is not founded has none. */
async function sweepOccasions(effects: Effects, now: string): Promise<void> {
  const terms = await currentTerms(effects)
  if (!terms) return
  await sweepEvents(effects, terms, now)
  if (terms.programme.leaderboards) await judgeBoards(effects, terms, now)
}

/** Nobody waits for what is left held or for a version's first minutes, so every fifth minute is often enough and an idle tick stays one read. */
function isSweepMinute(now: string): boolean {
  return Number(now.slice(14, 16)) % 5 === 0
}

async function workOff(effects: Effects, first: StoredAccount[], startedAt: string, terms: Terms): Promise<Tick> {
  const tried = new Set<string>()
  let settled = 0
  for (let page = first; page.length > 0;) {
    const fresh = page.filter((account) => !tried.has(account._id))
    for (const account of fresh) tried.add(account._id)
    settled += await settlePage(effects, fresh, terms)
    const left = page.length === pageSize
    if (!left || effects.now() > addMilliseconds(startedAt, workMs)) return { due: tried.size, settled, left }
    // Accounts that share one due time go on at the same time; a page of nothing but failures is stepped over.
    const from = page.at(-1)?.dueAt ?? ''
    page = await readDue(effects, startedAt, fresh.length > 0 ? { gte: from } : { gt: from })
  }
  return { due: tried.size, settled, left: false }
}

/** Asks the ledger once for the whole page, then settles its accounts; how many were. */
async function settlePage(effects: Effects, accounts: readonly StoredAccount[], terms: Terms): Promise<number> {
  const rows = accounts.flatMap((account) => account.outbox.map((row) => row.entry))
  const present = rows.length <= 1000 ? await presentEntries(effects, rows) : new Map()
  const outcomes = await Promise.all(accounts.map((account) => settled(effects, account, present, terms)))
  return outcomes.filter(Boolean).length
}

async function settled(
  effects: Effects,
  account: StoredAccount,
  present: Parameters<typeof settleAccount>[2],
  terms: Terms,
): Promise<boolean> {
  try {
    return await settleAccount(effects, account, present, terms)
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error)
    effects.log({ event: 'settle_failed', account: account._id, detail })
    return false
  }
}

function readDue(effects: Effects, now: string, from: { gt: string } | { gte: string }): Promise<StoredAccount[]> {
  return effects.store.find<StoredAccount>('accounts', {
    where: { dueAt: { ...from, lte: now } },
    orderBy: [['dueAt', 'asc']],
    limit: pageSize,
  })
}
