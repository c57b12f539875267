import type { FixedPrize } from '@shared/draws/contract'
import type { IconName } from '@/components/icons'

type Kind = NonNullable<FixedPrize['gives']>['kind']

const icons: { [K in Kind]?: IconName } = {
  points: 'coins',
  coupon: 'ticket',
  'money-off': 'ticket',
  'percent-off': 'percent',
  gift: 'gift',
  described: 'star',
  chance: 'refresh',
}

export function prizeIcon({ gives }: Pick<FixedPrize, 'gives'>): IconName {
  return gives ? (icons[gives.kind] ?? 'gift') : 'sparkle'
}

/** What became of a prize, by how it reaches its winner. */
export function wayOfPrize(gives: FixedPrize['gives']): 'points' | 'coupon' | 'goods' | 'chance' | null {
  switch (gives?.kind) {
    case undefined:
      return null
    case 'points':
      return 'points'
    case 'chance':
      return 'chance'
    case 'gift':
    case 'described':
      return 'goods'
    default:
      return 'coupon'
  }
}

/** A share as percent with no more digits than it needs: 12.5%, 0.01%. */
export function oddsText(weight: number, outOf: number): string {
  const percent = (weight / outOf) * 100
  return `${Number(percent.toPrecision(4))}%`
}
