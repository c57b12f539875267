import { View } from '@tarojs/components'
import { Button } from '@/components/Button'
import { useFocusInside } from '@/components/aria'
import { Icon } from '@/components/Icon'
import { Pressable } from '@/components/Pressable'
import { Region } from '@/components/Region'
import { countText } from '@/kit/figures'
import { inLanguage, useLanguage, useTranslate } from '@/kit/i18n'
import { open } from '@/kit/open'
import { prizeIcon, wayOfPrize } from './prizeWords'
import type { Drawn } from './usePlay'

/** What was drawn, where it went, and the way to check it. */
export function Result({ drawn, onAgain, onClose }: { drawn: Drawn; onAgain: () => void; onClose: () => void }) {
  const t = useTranslate()
  const language = useLanguage()
  useFocusInside('result-close', onClose)
  const { prize, chances, roundId, number } = drawn
  const way = wayOfPrize(prize.gives)
  const name = inLanguage(prize.name, language)
  const title = way ? t('draw.won') : t('draw.lost')
  const after = way && (prize.claimable ? t('draw.won.join') : t(`draw.won.${way}`))
  return (
    <View className="result" catchMove>
      <View className="result__mask" />
      <Region role="dialog" label={`${title}，${name}`} className="result__panel">
        <View className="s1 c-ink-2">{title}</View>
        <View className="result__icon c-brand">
          <Icon name={prizeIcon(prize)} size={44} />
        </View>
        <View id="result-prize" className="h1">
          {name}
        </View>
        {prize.insteadOf && (
          <View className="s1 c-ink-2 result__line">
            {t('draw.won.instead', { prize: inLanguage(prize.insteadOf, language) })}
          </View>
        )}
        {after && <View className="s1 c-ink-2 result__line">{after}</View>}
        {prize.claimable ? (
          <Button
            id="result-join"
            size={52}
            label={t('draw.join')}
            className="result__go"
            onPress={() => open('welcome')}
          />
        ) : (
          <Button
            id="result-again"
            size={52}
            label={chances > 0 ? t('draw.again', { n: countText(chances) }) : t('draw.done')}
            className="result__go"
            onPress={chances > 0 ? onAgain : onClose}
          />
        )}
        <View className="result__links s1">
          {way && way !== 'chance' && !prize.claimable && (
            <Pressable
              id="result-see"
              label={t(`draw.see.${way}`)}
              className="result__link"
              onPress={() => open(pages[way])}
            >
              {t(`draw.see.${way}`)}
            </Pressable>
          )}
          <Pressable
            id="result-verify"
            label={t('draw.verify')}
            className="result__link"
            onPress={() => open('drawProof', { round: roundId, number: String(number) })}
          >
            <Icon name="shield" size={18} />
            <View>{t('draw.verify')}</View>
          </Pressable>
        </View>
      </Region>
      <Pressable id="result-close" label={t('action.close')} className="result__close" onPress={onClose}>
        <Icon name="close" size={22} />
      </Pressable>
    </View>
  )
}

const pages = { points: 'points', coupon: 'coupons', goods: 'exchanges' } as const
