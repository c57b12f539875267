import type { SeatRow, SeatTerms } from '../../../shared/events/seats'
import { addMilliseconds, type Instant } from '../../../shared/kit/time'
import type { Effects } from '../../_runtime/effects'
import { keyOf } from '../../_runtime/stock'
import { keepRowMs } from '../../_runtime/stored-account'
import { requestEntryId } from '../../_runtime/unit-of-work'

/**
 * An event's list: rows that only grow, and what commands hold until the entry stands that they write. One write of the
 * database adds a row, so however many ask at once, each has its place and none waits for another.
 */
export type SeatList = {
  _id: string
  rows: SeatRow[]
  /** What is not settled yet, by its key. */
  held: { [key: string]: Held }
  /** When the clock has to look at it; null when never. */
  dueAt: Instant | null
  /** The terms, as text, under which the clock has last looked at it. */
  under?: string
}

/** What becomes of a command's row is told by its entry: without it the row is undone; with it `then` follows. */
export type Held = { accountId: string; entryId: string; at: Instant; undo?: SeatRow; then?: SeatRow }

/** A command that holds something in a list, under the id of the entry by which it will be known. */
export type Claim = { eventId: string; key: string; accountId: string; entryId: string }

export function claimOf(eventId: string, accountId: string, requestId: string): Claim {
  const entryId = requestEntryId(accountId, requestId)
  return { eventId, key: keyOf({ entryId }), accountId, entryId }
}

export async function readList({ store }: Effects, eventId: string): Promise<SeatList> {
  return (await store.get<SeatList>('eventLists', eventId)) ?? emptyList(eventId)
}

export function emptyList(eventId: string): SeatList {
  return { _id: eventId, rows: [], held: {}, dueAt: null }
}

/** Adds rows in one write, under the terms of now, and holds what follows from the command; in the order of arrival. */
export async function holdRows(
  effects: Effects,
  list: SeatList,
  {
    terms,
    rows,
    claim,
    after,
  }: { terms: SeatTerms; rows: SeatRow[]; claim: Claim; after: Pick<Held, 'undo' | 'then'> },
): Promise<void> {
  const at = effects.now()
  const { accountId, entryId, eventId, key } = claim
  const held: Held = { accountId, entryId, at, ...after }
  const added = withTerms(list.rows, terms, rows, at)
  const dueAt = addMilliseconds(at, keepRowMs)
  const change = () =>
    effects.store.change(
      'eventLists',
      { _id: eventId },
      { append: { rows: added }, set: { [`held.${key}`]: held, dueAt } },
    )
  if ((await change()) > 0) return
  const first: SeatList = { _id: eventId, rows: added, held: { [key]: held }, dueAt }
  if ((await effects.store.insert('eventLists', [first])) === 'duplicate') await change()
}

/** The command's entry stands: what follows from it joins the list. */
export function settleHeld(effects: Effects, claim: Pick<Claim, 'eventId' | 'key'>, { then }: Pick<Held, 'then'>) {
  return endHeld(effects, claim, then)
}

/** The command was not written: its row is undone. */
export function releaseHeld(effects: Effects, claim: Pick<Claim, 'eventId' | 'key'>, { undo }: Pick<Held, 'undo'>) {
  return endHeld(effects, claim, undo)
}

async function endHeld(effects: Effects, { eventId, key }: Pick<Claim, 'eventId' | 'key'>, row?: SeatRow) {
  const field = `held.${key}`
  await effects.store.change(
    'eventLists',
    { _id: eventId, [field]: { ne: null } },
    { unset: [field], ...(row ? { append: { rows: [{ ...row, at: effects.now() }] } } : {}) },
  )
}

/** The terms go in before the rows to which they apply, where the list has others or none. */
export function withTerms(before: readonly SeatRow[], terms: SeatTerms, rows: SeatRow[], at: Instant): SeatRow[] {
  const last = before.findLast((row) => row.kind === 'terms')
  const isSame = last?.kind === 'terms' && JSON.stringify(last.terms) === JSON.stringify(terms)
  return isSame ? rows : [{ kind: 'terms', terms, at }, ...rows]
}
