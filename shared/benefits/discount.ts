import type { Programme, Tier } from '../programme/schema'
import { benefitsOf } from '../programme/benefits'
import { percentOff } from './percent-off'

/** One line of a bill: what it is, for a discount that is for named goods or categories only. */
export type BillLine = { kind?: string; good?: string; amountFen: number }

/**
 * What a tier takes off a bill, in fen. Each line gets the best discount that is for it, and lines on which the programme
 * gives none get none. Lines of one discount are rounded together, so that a bill costs the same however it is split.
 */
export function discountFen(programme: Programme, tier: Tier, lines: readonly BillLine[]): number {
  const discounts = benefitsOf(programme, tier).filter((one) => one.kind === 'discount')
  const none = programme.discounting?.nothingFor ?? []
  const sums = new Map<number, number>()
  for (const line of lines) {
    if (line.kind !== undefined && none.includes(line.kind)) continue
    const percents = discounts.filter(({ on }) => !on || isOfGoods(programme, on, line)).map(({ percent }) => percent)
    const best = Math.max(0, ...percents)
    sums.set(best, (sums.get(best) ?? 0) + line.amountFen)
  }
  return [...sums].reduce((off, [percent, amountFen]) => off + percentOff(amountFen, percent), 0)
}

type Goods = { goods?: readonly string[] | undefined; categories?: readonly string[] | undefined }

/** Whether a line is of named goods, or of whole categories of them; a line of no known good is of none. */
export function isOfGoods(
  programme: Pick<Programme, 'goods'>,
  { goods, categories }: Goods,
  { good }: { good?: string | undefined },
): boolean {
  if (good === undefined) return false
  const category = programme.goods?.find(({ code }) => code === good)?.category
  return (goods?.includes(good) ?? false) || (category !== undefined && (categories?.includes(category) ?? false))
}
