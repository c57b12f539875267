import type { Effects } from '../../_runtime/effects'
import type { StoredAccount } from '../../_runtime/stored-account'
import { currentTerms } from '../../_runtime/terms'
import { addMilliseconds } from '../../../shared/kit/time'
import { releaseLease, takeLease } from './lease'
import { settleAccount } from './settle-account'

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
  const first = await readDue(effects, startedAt, '')
  if (first.length === 0) return { due: 0, settled: 0, left: false }
  const lease = await takeLease(effects, 'clock', leaseMs)
  if (!lease) return { due: first.length, settled: 0, left: true }
  try {
    return await workOff(effects, first, startedAt)
  } finally {
    await releaseLease(effects, lease)
  }
}

async function workOff(effects: Effects, first: StoredAccount[], startedAt: string): Promise<Tick> {
  const terms = await currentTerms(effects)
  const done = { due: 0, settled: 0, left: false }
  for (let page = first; page.length > 0;) {
    for (const account of page) {
      done.due += 1
      if (terms && (await settled(effects, account, terms))) done.settled += 1
    }
    if (effects.now() > addMilliseconds(startedAt, workMs)) return { ...done, left: true }
    const last = page.at(-1)
    page = page.length < pageSize ? [] : await readDue(effects, startedAt, last?.dueAt ?? '')
  }
  return done
}

async function settled(
  effects: Effects,
  account: StoredAccount,
  terms: NonNullable<Awaited<ReturnType<typeof currentTerms>>>,
) {
  try {
    return await settleAccount(effects, account, terms)
  } catch (error) {
    effects.log({
      event: 'settle_failed',
      account: account._id,
      detail: error instanceof Error ? error.message : String(error),
    })
    return false
  }
}

/** Due accounts from a due time on; equal times are read again rather than missed, since settling is idempotent. */
function readDue(effects: Effects, now: string, from: string): Promise<StoredAccount[]> {
  return effects.store.find<StoredAccount>('accounts', {
    where: { dueAt: { gt: from, lte: now } },
    orderBy: [['dueAt', 'asc']],
    limit: pageSize,
  })
}
