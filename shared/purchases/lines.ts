import type { Programme } from '../programme/schema'

/** One line of an order, as far as rules look at it. */
export type OrderLine = { kind: string; amountFen: number; good?: string | undefined }

/** What an order tells of the kinds of its lines: the lines themselves, or the sum of those that a programme leaves out. */
type Told = { amountFen: number; lines?: readonly OrderLine[] | undefined; leftOutFen?: number | undefined }

/** Lines of one kind and good made one, in the order of kinds and goods; lines of nothing are no lines. */
export function mergedLines(lines: readonly OrderLine[]): OrderLine[] {
  const sums = new Map<string, OrderLine>()
  for (const { kind, good, amountFen } of lines) {
    const key = `${kind}\n${good ?? ''}`
    const so = sums.get(key)?.amountFen ?? 0
    sums.set(key, { kind, amountFen: so + amountFen, ...(good === undefined ? {} : { good }) })
  }
  return [...sums]
    .filter(([, { amountFen }]) => amountFen > 0)
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([, line]) => line)
}

export function linesTotal(lines: readonly OrderLine[]): number {
  return lines.reduce((sum, { amountFen }) => sum + amountFen, 0)
}

/** The part of an order that earns nothing in a programme: by its store, or by the kinds of its lines. */
export function earnsNothingFen(programme: Programme, order: Told & { storeId: string }): number {
  if (!earnsAt(programme, order.storeId)) return order.amountFen
  const { only, nothingFor } = programme.earning ?? {}
  if (!only?.kinds) return partOf(nothingFor, order)
  if (!order.lines?.length) return partOf(only.kinds, order)
  const earning = order.lines.filter(({ kind }) => only.kinds?.includes(kind) && !nothingFor?.includes(kind))
  return Math.max(0, order.amountFen - linesTotal(earning))
}

/** Whether a programme lets orders of a store earn points. */
export function earnsAt({ earning }: Programme, storeId: string): boolean {
  return earning?.only?.stores?.includes(storeId) ?? true
}

/** The part of an order on whose kinds of lines a programme gives no discount. */
export function undiscountedFen({ discounting }: Pick<Programme, 'discounting'>, order: Told): number {
  return partOf(discounting?.nothingFor, order)
}

/** Of what a bill's left-out part is left out: points, discounts, or both; null where the programme leaves nothing out. */
export function leftOutOf({ earning, discounting }: Programme): { points: boolean; discount: boolean } | null {
  const points = earning?.nothingFor !== undefined || earning?.only?.kinds !== undefined
  const discount = discounting?.nothingFor !== undefined
  return points || discount ? { points, discount } : null
}

function partOf(kinds: readonly string[] | undefined, { lines, leftOutFen = 0, amountFen }: Told): number {
  if (!kinds) return 0
  const named = lines ? linesTotal(lines.filter(({ kind }) => kinds.includes(kind))) : 0
  return Math.min(named + leftOutFen, amountFen)
}
