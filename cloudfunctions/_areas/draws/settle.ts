import { openJournal, type Journal } from '../../../shared/books/journal'
import { recordResult } from '../../../shared/draws/give'
import { allow } from '../../../shared/kit/ruling'
import type { Effects } from '../../_runtime/effects'
import type { StoredAccount } from '../../_runtime/stored-account'
import type { Terms } from '../../_runtime/terms'
import { commit } from '../../_runtime/unit-of-work'
import { readRound, type OpenRound } from './rounds'
import type { StoredResult } from './results'
import type { DrawRules } from '../../../shared/draws/contract'
import type { Instant } from '../../../shared/kit/time'

/** The journal with a result written down and its prize given; the same journal where that was done before. */
export function settleResult(
  journal: Journal,
  { terms, rules, result, at }: { terms: Terms; rules: DrawRules; result: StoredResult; at: Instant },
): Journal {
  const { takeNo, drawId, roundId, number, place, chain, drawn, prize: prizeId } = result
  const isOpen = journal.account.chances?.open.some(({ no }) => no === takeNo)
  const prize = rules.prizes.find(({ id }) => id === prizeId)
  if (!isOpen || !prize) return journal
  const insteadOf = drawn === prizeId ? null : drawn
  return recordResult(journal, terms.programme, { drawId, roundId, takeNo, number, place, chain, prize, insteadOf, at })
}

/** A result has reached its account for sure. */
export async function markSettled({ store }: Effects, { _id }: StoredResult): Promise<void> {
  await store.change('drawResults', { _id, dueAt: { ne: null } }, { set: { dueAt: null } })
}

const pageSize = 50

/** Gives what functions that were cut off had drawn and not given: how many were due, and how many are done. */
export async function sweepDraws(effects: Effects, terms: Terms, now: Instant): Promise<{ due: number; done: number }> {
  const due = await effects.store.find<StoredResult>('drawResults', {
    where: { dueAt: { gt: '', lte: now } },
    orderBy: [['dueAt', 'asc']],
    limit: pageSize,
  })
  let done = 0
  for (const result of due) {
    const round = await readRound(effects, result.roundId)
    if (!round || !(await giveLeft(effects, terms, round, result))) continue
    await markSettled(effects, result)
    done += 1
  }
  return { due: due.length, done }
}

async function giveLeft(effects: Effects, terms: Terms, { rules }: OpenRound, result: StoredResult): Promise<boolean> {
  const now = effects.now()
  const stamp = { recordedAt: now, programmeVersion: terms.programmeVersion, requestId: `clock-${now}` }
  const read = async () => ({ account: await effects.store.get<StoredAccount>('accounts', result.holder) })
  const ruling = await commit(effects, {
    loaded: await read(),
    reload: read,
    request: null,
    decide: ({ account }) =>
      allow({
        journal: account && settleResult(openJournal(account, stamp), { terms, rules, result, at: now }),
        reply: null,
      }),
  })
  return ruling.ok
}
