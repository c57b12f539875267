import type { FixedPrize } from '@shared/draws/contract'
import { givenOf } from '@shared/programme/parts/effects'
import type { Given } from '@shared/programme/parts/effects/given'
import type { IconName } from '@/components/icons'

const icons: { [What in Given['what']]: IconName } = {
  points: 'coins',
  coupons: 'ticket',
  coupon: 'ticket',
  thing: 'gift',
  service: 'star',
  chances: 'refresh',
}

export function prizeIcon({ gives }: Pick<FixedPrize, 'gives'>): IconName {
  if (!gives) return 'sparkle'
  const [first] = givenOf(gives)
  if (first?.what === 'coupon' && first.coupon.worth.kind === 'percent') return 'percent'
  return first ? icons[first.what] : 'gift'
}

type PrizeWay = 'points' | 'coupon' | 'goods' | 'chance'

const ways: { [What in Given['what']]: PrizeWay } = {
  points: 'points',
  coupons: 'coupon',
  coupon: 'coupon',
  thing: 'goods',
  service: 'goods',
  chances: 'chance',
}

/** What became of a prize, by how it reaches its winner. */
export function wayOfPrize(gives: FixedPrize['gives']): PrizeWay | null {
  if (!gives) return null
  const [first] = givenOf(gives)
  return first ? ways[first.what] : 'coupon'
}

/** A share as percent with no more digits than it needs: 12.5%, 0.01%. */
export function oddsText(weight: number, outOf: number): string {
  const percent = (weight / outOf) * 100
  return `${Number(percent.toPrecision(4))}%`
}
