import type { Programme, Tier } from '../programme/schema'
import { benefitsOf } from '../programme/benefits'

/** One line of a bill: what it is, for a discount that is for named goods or categories only. */
export type BillLine = { kind?: string; good?: string; amountFen: number }

/**
 * What a tier takes off a bill, in fen. Each line gets the best discount that is for it, rounded down by itself, and
 * lines on which the programme gives none get none.
 */
export function discountFen(programme: Programme, tier: Tier, lines: readonly BillLine[]): number {
  const discounts = benefitsOf(programme, tier).filter((one) => one.kind === 'discount')
  const none = programme.discounting?.nothingFor ?? []
  return lines.reduce((sum, line) => {
    if (line.kind !== undefined && none.includes(line.kind)) return sum
    const percents = discounts.filter(({ on }) => !on || isFor(programme, on, line)).map(({ percent }) => percent)
    return sum + Math.floor((line.amountFen * Math.max(0, ...percents)) / 100)
  }, 0)
}

type Goods = { goods?: readonly string[] | undefined; categories?: readonly string[] | undefined }

function isFor(programme: Programme, { goods, categories }: Goods, { good }: BillLine): boolean {
  if (good === undefined) return false
  const category = programme.goods?.find(({ code }) => code === good)?.category
  return (goods?.includes(good) ?? false) || (category !== undefined && (categories?.includes(category) ?? false))
}
