import { useState } from 'react'
import { View } from '@tarojs/components'
import { Button } from '@/components/Button'
import { countText } from '@/kit/figures'
import { inLanguage, useLanguage, useTranslate } from '@/kit/i18n'
import { SaleSheet, type Sale } from './SaleSheet'
import type { Ladder } from './useLadder'

/** Promotions that points buy: what each costs, to which tier it leads, and what is still missing. */
export function TierSales({ ladder, onBought }: { ladder: Ladder; onBought: () => void }) {
  const t = useTranslate()
  const language = useLanguage()
  const [asked, setAsked] = useState<Sale | null>(null)
  const { sales } = ladder
  if (sales.length === 0) return null
  const bought = () => {
    setAsked(null)
    onBought()
  }
  return (
    <View>
      <View className="ladder__section">
        <View className="h3">{t('tiers.sale')}</View>
      </View>
      <View className="card ladder__sales">
        {sales.map((sale) => {
          const { id, name, points, tier, short, left } = sale
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
                onPress={() => setAsked(sale)}
              />
            </View>
          )
        })}
      </View>
      {asked && <SaleSheet sale={asked} ladder={ladder} onBought={bought} onClose={() => setAsked(null)} />}
    </View>
  )
}
