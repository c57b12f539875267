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

/** The part of an order whose kinds of lines earn nothing in a programme. */
export function earnsNothingFen({ earning }: Programme, order: Told): number {
  return partOf(earning?.nothingFor, order)
}

/** The part of an order on whose kinds of lines a programme gives no discount. */
export function undiscountedFen({ discounting }: Pick<Programme, 'discounting'>, order: Told): number {
  return partOf(discounting?.nothingFor, order)
}

/** Of what a bill's left-out part is left out: points, discounts, or both; null where the programme leaves nothing out. */
export function leftOutOf({ earning, discounting }: Programme): { points: boolean; discount: boolean } | null {
  const [points, discount] = [earning?.nothingFor !== undefined, discounting?.nothingFor !== undefined]
  return points || discount ? { points, discount } : null
}

function partOf(kinds: readonly string[] | undefined, { lines, leftOutFen = 0, amountFen }: Told): number {
  if (!kinds) return 0
  const named = lines ? linesTotal(lines.filter(({ kind }) => kinds.includes(kind))) : 0
  return Math.min(named + leftOutFen, amountFen)
}
