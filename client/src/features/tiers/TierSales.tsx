import { useState } from 'react'
import { View } from '@tarojs/components'
import { Button } from '@/components/Button'
import { countText } from '@/kit/figures'
import { inLanguage, useLanguage, useTranslate } from '@/kit/i18n'
import { SaleSheet, type Sale } from './SaleSheet'
import type { Ladder } from './useLadder'

/** `onChanged`: the ladder is to be read again. */
type Props = { ladder: Ladder; onChanged: () => void }

/** Promotions that points buy: what each costs, to which tier it leads, and what is still missing. */
export function TierSales({ ladder, onChanged }: Props) {
  const t = useTranslate()
  const language = useLanguage()
  const [askedFor, setAsked] = useState<string | null>(null)
  const { sales } = ladder
  const asked: Sale | undefined = sales.find(({ id }) => id === askedFor)
  if (sales.length === 0) return null
  const bought = () => {
    setAsked(null)
    onChanged()
  }
  return (
    <View>
      <View className="ladder__section">
        <View className="h3">{t('tiers.sale')}</View>
      </View>
      <View className="card ladder__sales">
        {sales.map(({ id, name, points, tier, short, left }) => {
          return (
            <View key={id} className="ladder__sale">
              <View className="grow">
                <View className="b1 w500">{inLanguage(name, language)}</View>
                <View className="cap c-ink-3">
                  {short > 0
                    ? t('tiers.sale.short', { n: countText(short) })
                    : t('tiers.sale.to', { t: inLanguage(tier.name, language) })}
                </View>
              </View>
              <Button
                id={`tier-sale-${id}`}
                size={32}
                kind="soft"
                label={left === 0 ? t('tiers.sale.taken') : t('tiers.sale.buy', { n: countText(points) })}
                disabled={left === 0 || short > 0}
                onPress={() => setAsked(id)}
              />
            </View>
          )
        })}
      </View>
      {asked && (
        <SaleSheet
          sale={asked}
          ladder={ladder}
          onBought={bought}
          onChanged={onChanged}
          onClose={() => setAsked(null)}
        />
      )}
    </View>
  )
}
