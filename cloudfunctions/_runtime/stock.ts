import { createHash } from 'node:crypto'
import { addMilliseconds, type Instant } from '../../shared/kit/time'
import type { Effects } from './effects'
import { keepRowMs } from './stored-account'

/**
 * How many of something limited are gone. What a command takes or gives back is first held here under the entry that the
 * command will write, and settled once that entry stands: so nothing is taken twice, and nothing is lost with a function
 * that ends in between.
 */
export type Stock = {
  _id: string
  taken: number
  /** What is not settled yet, by the hash of its entry's id. */
  held: { [key: string]: Held }
  /** When the clock has to look whether something was left held; null when never. */
  dueAt: Instant | null
  /**
   * Begins with the instant from which on the clock tells whoever waits for it, as there is more of it than before; what
   * follows makes it another mark each time. Absent once that is done.
   */
  backAt?: string
}

export type Held = { way: StockWay; count: number; accountId: string; entryId: string; at: Instant }
/** `take`: so many fewer are left. `back`: so many more, because what was taken has been given up. */
export type StockWay = 'take' | 'back'

/** So many of something limited that a command wants, under the id of the entry by which the command will be known. */
export type StockClaim = {
  stockId: string
  way: StockWay
  count: number
  /** How many there are in all; what is given back needs none to be left. */
  total: number
  accountId: string
  entryId: string
}

/** Holds what is claimed, all of it; false when too few are left. The same claim again finds itself held. */
export async function holdStock(effects: Effects, claim: StockClaim): Promise<boolean> {
  // Of what there is one only, such as a printed code, the first claim is nearly always the only one.
  if (claim.way === 'take' && claim.total === 1 && (await heldFirst(effects, claim))) return true
  for (let tries = 0; tries < 3; tries += 1) {
    if (await heldAnew(effects, claim)) return true
    const stock = await effects.store.get<Stock>('stocks', claim.stockId)
    if (stock?.held[keyOf(claim)] && (await heldStill(effects, claim))) return true
    if (!stock && (await heldFirst(effects, claim))) return true
    if (stock && stock.taken + claim.count > claim.total) return false
  }
  return false
}

/** The command was written: what it took stays taken, what it gave back is there again. */
export async function settleStock(effects: Effects, claim: StockClaim): Promise<void> {
  await endHold(effects, claim, claim.way === 'back' ? -claim.count : 0)
}

/** The command was not written: all is as before it. */
export async function releaseStock(effects: Effects, claim: StockClaim): Promise<void> {
  await endHold(effects, claim, claim.way === 'take' ? -claim.count : 0)
}

/** Takes one at once and for good, without a command to wait for; false where none is left. */
export async function takeAtOnce(
  { store }: Effects,
  { stockId, total }: Pick<StockClaim, 'stockId' | 'total'>,
): Promise<boolean> {
  const where = { _id: stockId, taken: { lt: total } }
  if ((await store.change('stocks', where, { increase: { taken: 1 } })) === 1) return true
  const stock: Stock = { _id: stockId, taken: 1, held: {}, dueAt: null }
  return (await store.insert('stocks', [stock])) === 'inserted'
}

/** What the clock found left held, ended as if the function that held it had gone on; nothing where it meanwhile has. */
export async function endLeftHold(effects: Effects, stockId: string, held: Held, isWritten: boolean): Promise<void> {
  const counts = isWritten ? held.way === 'back' : held.way === 'take'
  const field = fieldOf(held)
  await effects.store.change(
    'stocks',
    { _id: stockId, [`${field}.at`]: held.at },
    { ...(counts ? isBack(effects, held, -held.count) : {}), unset: [field] },
  )
}

async function heldAnew(effects: Effects, claim: StockClaim): Promise<boolean> {
  const { stockId, way, count, total } = claim
  const free = way === 'take' ? { taken: { lte: total - count } } : {}
  const more = way === 'take' ? { increase: { taken: count } } : {}
  const where = { _id: stockId, ...free, [fieldOf(claim)]: null }
  return (
    (await effects.store.change('stocks', where, {
      ...more,
      set: { [fieldOf(claim)]: heldOf(effects, claim), dueAt: dueAt(effects) },
    })) === 1
  )
}

/** A repeated command finds what it held before it was cut off, and holds it from now on. */
async function heldStill(effects: Effects, claim: StockClaim): Promise<boolean> {
  const where = { _id: claim.stockId, [fieldOf(claim)]: { ne: null } }
  const mark = heldOf(effects, claim)
  await effects.store.change('stocks', where, { set: { [fieldOf(claim)]: mark, dueAt: dueAt(effects) } })
  // A change that leaves a document as it was may not count, so what stands there now is asked.
  const stock = await effects.store.get<Stock>('stocks', claim.stockId)
  return stock?.held[keyOf(claim)]?.at === mark.at
}

async function heldFirst(effects: Effects, claim: StockClaim): Promise<boolean> {
  const { stockId, way, count, total } = claim
  if (way === 'take' && count > total) return false
  const stock: Stock = {
    _id: stockId,
    taken: way === 'take' ? count : 0,
    held: { [keyOf(claim)]: heldOf(effects, claim) },
    dueAt: dueAt(effects),
  }
  return (await effects.store.insert('stocks', [stock])) === 'inserted'
}

async function endHold(effects: Effects, claim: StockClaim, change: number): Promise<void> {
  const field = fieldOf(claim)
  await effects.store.change(
    'stocks',
    { _id: claim.stockId, [field]: { ne: null } },
    { ...(change === 0 ? {} : isBack(effects, claim, change)), unset: [field] },
  )
}

/** In the write that gives it back, so that no function ends in between and nobody waits in vain. */
function isBack(effects: Effects, of: { entryId: string }, change: number) {
  return { increase: { taken: change }, set: { backAt: backMark(effects.now(), keyOf(of)) } }
}

/** No two of them are the same, so that whoever takes one away as it was read takes no other. */
export function backMark(at: Instant, by: string): string {
  return `${at} ${by}`
}

function heldOf(effects: Effects, { way, count, accountId, entryId }: StockClaim): Held {
  return { way, count, accountId, entryId, at: effects.now() }
}

/** No invocation lives this long: whatever is held then was left behind. */
function dueAt(effects: Effects): Instant {
  return addMilliseconds(effects.now(), keepRowMs)
}

/** The name under which something is held for an entry: entry ids hold what no field's name may. */
export function keyOf({ entryId }: { entryId: string }): string {
  return createHash('sha256').update(entryId).digest('hex').slice(0, 32)
}

function fieldOf(claim: { entryId: string }): string {
  return `held.${keyOf(claim)}`
}
