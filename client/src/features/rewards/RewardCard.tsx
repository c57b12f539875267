import { View } from '@tarojs/components'
import type { RewardOffer } from '@shared/rewards/contract'
import { Icon } from '@/components/Icon'
import { Pressable } from '@/components/Pressable'
import { countText, moneyText } from '@/kit/figures'
import { inLanguage, useLanguage, useTranslate } from '@/kit/i18n'
import { leftWords, obstacleWords, priceWords } from './rewardWords'

export interface RewardCardProps {
  reward: RewardOffer
  tierName: string
  now: string
  onPress: () => void
}

/** A reward with the member's own price, everybody's struck beside it, and what is left. */
export function RewardCard({ reward, tierName, now, onPress }: RewardCardProps) {
  const t = useTranslate()
  const language = useLanguage()
  const name = inLanguage(reward.name, language)
  const left = leftWords(reward, language)
  const obstacle = obstacleWords(reward, now, language)
  const tag = priceWords(reward, tierName, language)
  const { points, addFen } = reward.price
  const isOut = reward.obstacle?.code === 'sold-out'
  return (
    <Pressable
      id={`reward-${reward.rewardId}`}
      label={[name, `${points} ${t('mall.points')}`, obstacle ?? left.text].join('，')}
      className={`card reward ${isOut ? 'reward--out' : ''}`}
      onPress={onPress}
    >
      <View className="reward__picture">
        <Icon name="gift" size={44} className="reward__shape" />
        {obstacle && reward.obstacle?.code !== 'short' && <View className="reward__over cap">{obstacle}</View>}
      </View>
      <View className="reward__body">
        <View className="b1 w500 reward__name">{name}</View>
        <View className="row reward__price">
          <View className={`num w700 reward__points ${isOut ? 'c-ink-3' : 'c-brand'}`}>{countText(points)}</View>
          <View className={`cap ${isOut ? 'c-ink-3' : 'c-brand'} reward__unit`}>{t('mall.points')}</View>
          {addFen > 0 && (
            <View className="cap c-ink-2 reward__unit">{t('mall.plus', { money: moneyText(addFen) })}</View>
          )}
          {reward.listPrice.points > points && (
            <View className="cap num c-ink-3 reward__struck">{countText(reward.listPrice.points)}</View>
          )}
        </View>
        <View className="row between reward__foot">
          {tag ? <View className={`reward__tag cap ${isOut ? '' : 'reward__tag--brand'}`}>{tag}</View> : <View />}
          <View className={`cap ${left.low ? 'c-accent w500' : 'c-ink-3'}`}>
            {reward.obstacle?.code === 'short'
              ? t('mall.short.end', { n: countText(reward.obstacle.short) })
              : left.text}
          </View>
        </View>
      </View>
    </Pressable>
  )
}
