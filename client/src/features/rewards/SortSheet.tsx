import { View } from '@tarojs/components'
import type { RewardOffer } from '@shared/rewards/contract'
import { Icon } from '@/components/Icon'
import { Pressable } from '@/components/Pressable'
import { Sheet } from '@/components/Sheet'
import { useTranslate } from '@/kit/i18n'

/** As the shop has them, or by what they cost this member. */
export type Order = 'shop' | 'fewest' | 'most'

type SortSheetProps = { order: Order; onChoose: (order: Order) => void; onClose: () => void }

/** In which order the rewards stand. */
export function SortSheet({ order, onChoose, onClose }: SortSheetProps) {
  const t = useTranslate()
  const choose = (one: Order) => {
    onChoose(one)
    onClose()
  }
  return (
    <Sheet title={t('mall.order')} onClose={onClose}>
      {(['shop', 'fewest', 'most'] as const).map((one) => (
        <Pressable
          key={one}
          id={`order-${one}`}
          role="radio"
          checked={one === order}
          label={t(`mall.order.${one}`)}
          className="row between sort__one"
          onPress={() => choose(one)}
        >
          <View className={`b1 ${one === order ? 'w600 c-brand' : ''}`}>{t(`mall.order.${one}`)}</View>
          {one === order && <Icon name="check" size={20} className="c-brand" />}
        </Pressable>
      ))}
    </Sheet>
  )
}

/** The rewards in that order; among equals the shop's own stays. */
export function inOrder(order: Order, rewards: readonly RewardOffer[]): readonly RewardOffer[] {
  if (order === 'shop') return rewards
  const sign = order === 'fewest' ? 1 : -1
  return [...rewards].sort((one, other) => sign * (one.price.points - other.price.points))
}
