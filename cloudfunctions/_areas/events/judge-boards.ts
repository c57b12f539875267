import type { Entry } from '../../../shared/books/entry'
import {
  gatheredIn,
  givePrize,
  inContention,
  windowBefore,
  windowOn,
  type BoardWindow,
  type Gathered,
} from '../../../shared/events/boards'
import { addMilliseconds, dayOf, type Day, type Instant } from '../../../shared/kit/time'
import { placesOf, type Contender, type Place } from '../../../shared/points/leaderboard'
import { isForTier } from '../../../shared/programme/for-tiers'
import type { Leaderboard } from '../../../shared/programme/parts/events'
import type { Effects } from '../../_runtime/effects'
import { keepRowMs, type StoredAccount } from '../../_runtime/stored-account'
import { standingVersions, type ProgrammeVersion, type Terms } from '../../_runtime/terms'
import { onAccount } from './on-account'

/**
 * One window of a leaderboard after its end: counted page by page, then judged once and for all, then its prizes given.
 * What a tick does not finish the next one goes on with.
 */
export type BoardResult = {
  _id: string
  boardId: string
  window: string
  state: 'counting' | 'judged' | 'given'
  /** How far counting has come: after which account, and who may win so far. */
  after: string
  found: Gathered[]
  /** The places, first to last, and how many of them have their prize. */
  places: Place[]
  given: number
  /** How the winners are named to everybody, masked. */
  names: { [accountId: string]: string }
}

const pageSize = 500
/** A tick's share of counting; the next sweep goes on where it ended. */
const pagesMax = 20
/** By then every entry of the window is in the ledger, whatever crashed. */
const settledMs = 2 * keepRowMs

export function boardResultId(boardId: string, window: string): string {
  return `board:${boardId}:${window}`
}

/** How many windows are to be judged, how many of them are, and when the next one is over. */
export type Judged = { due: number; done: number; next: Instant | null }

/**
 * Judges the window of each leaderboard that ended last, and gives its prizes once. A window is judged by the version that
 * was in force when it ended: one that takes effect with the new window takes no prize away, and none of its own boards
 * judges a window that was over before anybody knew of it.
 */
export async function judgeBoards(effects: Effects, terms: Terms, now: Instant): Promise<Judged> {
  const day = dayOf(now)
  const ended = endedBy(await standingVersions(effects.store), day)
  const ends = [
    ...ended.map(({ last }) => last),
    ...(terms.programme.leaderboards ?? []).map((one) => windowOn(one, day)),
  ]
  const times = ends.map(({ over }) => addMilliseconds(over, settledMs)).filter((at) => at > now)
  const next = times.sort()[0] ?? null
  const due = ended.filter(({ last }) => now >= addMilliseconds(last.over, settledMs))
  if (due.length === 0) return { due: 0, done: 0, next }
  const ids = due.map(({ board, last }) => boardResultId(board.id, last.window))
  const known = await effects.store.getMany<BoardResult>('boards', ids)
  const open = due.flatMap((one) => {
    const before = known.find(({ _id }) => _id === boardResultId(one.board.id, one.last.window))
    return before?.state === 'given' ? [] : [{ one, before: before ?? null }]
  })
  let done = 0
  for (const { one, before } of open) if (await judge(effects, terms, one, before, now)) done += 1
  return { due: open.length, done, next }
}

/** The boards of each version with the window that ended last, where that version was in force at its end. Newest version first. */
function endedBy(versions: readonly ProgrammeVersion[], day: Day): Ended[] {
  return versions.flatMap(({ version, programme }) =>
    (programme.leaderboards ?? []).flatMap((board) => {
      const last = windowBefore(board, day)
      const inForce = versions.find(({ effectiveAt }) => effectiveAt < last.over)
      return inForce?.version === version ? [{ board, last }] : []
    }),
  )
}

type Ended = { board: Leaderboard; last: BoardWindow }

/** Whether nothing is left to do about it. */
async function judge(
  effects: Effects,
  terms: Terms,
  { board, last }: Ended,
  before: BoardResult | null,
  now: Instant,
): Promise<boolean> {
  let result = before ?? empty(board, last)
  if (result.state === 'counting') {
    result = await count(effects, terms, { board, last }, result)
    await effects.store.put('boards', result)
    if (result.state === 'counting') return false
  }
  for (const [index, { accountId }] of result.places.entries()) {
    if (index < result.given) continue
    await onAccount(effects, terms, accountId, now, (journal) =>
      givePrize(journal, terms.programme, { board, window: last.window, now }),
    )
    await effects.store.change('boards', { _id: result._id }, { set: { given: index + 1 } })
  }
  await effects.store.change('boards', { _id: result._id }, { set: { state: 'given' } })
  return true
}

function empty({ id: boardId }: Leaderboard, { window }: BoardWindow): BoardResult {
  const _id = boardResultId(boardId, window)
  return { _id, boardId, window, state: 'counting', after: '', found: [], places: [], given: 0, names: {} }
}

/** Counts by the days on the accounts, which are quick to read; the few who may win are judged by their ledgers. */
async function count(
  effects: Effects,
  { programme }: Terms,
  { board, last }: Ended,
  before: BoardResult,
): Promise<BoardResult> {
  let { after, found } = before
  for (let page = 0; page < pagesMax; page += 1) {
    const accounts = await effects.store.find<StoredAccount>('accounts', {
      where: { _id: { gt: after } },
      orderBy: [['_id', 'asc']],
      limit: pageSize,
      fields: ['days', 'tierId'],
    })
    for (const account of accounts) {
      const one = { accountId: account._id, amount: gatheredIn(board, last.window, account) }
      const least = found.length >= board.winners ? (found.at(-1)?.amount ?? 1) : 1
      if (one.amount < least) continue
      const tierId = await tierAtEnd(effects, account, last)
      if (isForTier(programme, board, tierId)) found = inContention(board, [...found, one])
    }
    after = accounts.at(-1)?._id ?? after
    if (accounts.length < pageSize) {
      const places = await placed(effects, { board, last }, found)
      return { ...before, state: 'judged', after, found: [], places, names: await namesOf(effects, places) }
    }
  }
  return { ...before, after, found }
}

/** The tier that somebody had when a window ended: the one that their first move after it led away from. */
async function tierAtEnd(
  { store }: Effects,
  { _id, tierId }: Pick<StoredAccount, '_id' | 'tierId'>,
  { over }: BoardWindow,
): Promise<string> {
  const moves = await store.find<Entry>('entries', {
    where: { accountId: _id, kind: 'tier' },
    orderBy: [['seq', 'desc']],
    limit: movesMax,
  })
  const first = moves.findLast((move) => move.at >= over)
  return first?.kind === 'tier' ? first.from : tierId
}

/** Nobody moves so often in the few minutes after a window. */
const movesMax = 20

/** In the order that the ledgers tell: who has as much and reached it first stands before the others. */
async function placed(effects: Effects, { board, last }: Ended, found: readonly Gathered[]): Promise<Place[]> {
  const { tiers: _, ...forAll } = board
  const contenders = await Promise.all(found.map(({ accountId }) => contender(effects, accountId)))
  return placesOf(forAll, last.window, contenders)
}

/** The last orders and refunds of somebody; a window has fewer than that. */
async function contender({ store }: Effects, accountId: string): Promise<Contender> {
  const entries = await store.find<Entry>('entries', {
    where: { accountId, kind: { in: ['purchase', 'refund'] } },
    orderBy: [['seq', 'desc']],
    limit: 1_000,
  })
  return { accountId, tierId: '', entries }
}

async function namesOf({ store }: Effects, places: readonly Place[]): Promise<BoardResult['names']> {
  const ids = places.map(({ accountId }) => accountId)
  const accounts = ids.length > 0 ? await store.getMany<StoredAccount>('accounts', ids) : []
  return Object.fromEntries(accounts.map((account) => [account._id, maskedName(account)]))
}

/** The first character of a name; of somebody without one the last digits of their number. */
function maskedName({ name, memberNo }: Pick<StoredAccount, 'name' | 'memberNo'>): string {
  const [first] = [...(name ?? '')]
  return first ? `${first}**` : `**${memberNo.slice(-2)}`
}
