import { View } from '@tarojs/components'
import { homeRead } from '@shared/members/contract'
import { pointsStatement } from '@shared/points/contract'
import { tiersBuy } from '@shared/tiers/contract'
import { Button } from '@/components/Button'
import { Notice } from '@/components/Notice'
import { toast } from '@/components/Toast'
import { useCommand } from '@/kit/command'
import { countText } from '@/kit/figures'
import { inLanguage, useLanguage, useTranslate } from '@/kit/i18n'
import { outdated } from '@/kit/read'
import type { Ladder } from './useLadder'

/** Promotions that points buy: what each costs, to which tier it leads, and what is still missing. */
export function TierSales({ sales, onBought }: { sales: Ladder['sales']; onBought: () => void }) {
  const t = useTranslate()
  const language = useLanguage()
  const { run, busy, refusal } = useCommand(tiersBuy)
  if (sales.length === 0) return null
  const buy = async (saleId: string) => {
    const answer = await run({ saleId })
    if (!answer?.ok) return
    toast(t('tiers.sale.bought', { t: inLanguage(answer.value.tier.name, language) }))
    for (const operation of [homeRead, pointsStatement]) outdated(operation)
    onBought()
  }
  return (
    <View>
      <View className="ladder__section">
        <View className="h3">{t('tiers.sale')}</View>
      </View>
      <View className="card ladder__sales">
        {refusal && (
          <Notice kind="danger" text={refusal.message || t('tiers.sale.unheard')} className="ladder__refusal" />
        )}
        {sales.map(({ id, name, points, tier, short, left }) => (
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
              busy={busy}
              disabled={left === 0 || short > 0}
              onPress={() => void buy(id)}
            />
          </View>
        ))}
      </View>
    </View>
  )
}
