import { View } from '@tarojs/components'
import type { Card } from '@shared/cards/contract'
import { Region } from '@/components/Region'
import { countText } from '@/kit/figures'
import { useLanguage, useTranslate } from '@/kit/i18n'
import { cardLine, cardTitle } from './cardWords'
import '@/components/TierCard.scss'

/** The face of a shared card: its name, whose it is, and what its points come to. */
export function SharedHead({ card }: { card: Card }) {
  const t = useTranslate()
  const language = useLanguage()
  const [title, line, points] = [cardTitle(card, t), cardLine(card, t, language), countText(card.points)]
  return (
    <View className="card shared__head">
      <View className={`tier tier--${card.tier.slot} tier--mini`} />
      <Region role="group" label={`${title}，${line}，${points} ${t('card.points')}`} className="grow">
        <View className="h3 ellipsis">{title}</View>
        <View className="s1 c-ink-3 num">{line}</View>
      </Region>
      <View className="shared__end">
        <View className="num w600 shared__points">{points}</View>
        <View className="cap c-ink-3">{t('card.points')}</View>
      </View>
    </View>
  )
}
