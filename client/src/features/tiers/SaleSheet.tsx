import { View } from '@tarojs/components'
import { homeRead } from '@shared/members/contract'
import { pointsStatement } from '@shared/points/contract'
import { tiersBuy } from '@shared/tiers/contract'
import { Button } from '@/components/Button'
import { Notice } from '@/components/Notice'
import { Sheet } from '@/components/Sheet'
import { toast } from '@/components/Toast'
import { useCommand } from '@/kit/command'
import { lastDay } from '@/kit/coupon-time'
import { countText } from '@/kit/figures'
import { inLanguage, useLanguage, useTranslate } from '@/kit/i18n'
import { outdated } from '@/kit/read'
import { dayWords } from '@/kit/time'
import type { Ladder } from './useLadder'

export type Sale = Ladder['sales'][number]
type Props = { sale: Sale; ladder: Ladder; onBought: () => void; onChanged: () => void; onClose: () => void }

/** What a promotion takes, what is left after it and until when it lasts, before the points are gone. */
export function SaleSheet({ sale, ladder, onBought, onChanged, onClose }: Props) {
  const t = useTranslate()
  const language = useLanguage()
  const { run, busy, refusal } = useCommand(tiersBuy)
  const { balance, serverAt } = ladder
  const points = countText(sale.points)
  const tier = inLanguage(sale.tier.name, language)
  const buy = async () => {
    const answer = await run({ saleId: sale.id, points: sale.points, tierId: sale.tier.id })
    if (answer && !answer.ok && answer.refusal.code === 'tier_sale_changed') onChanged()
    if (!answer?.ok) return
    toast(t('tiers.sale.bought', { t: inLanguage(answer.value.tier.name, language) }))
    for (const operation of [homeRead, pointsStatement]) outdated(operation)
    onBought()
  }
  return (
    <Sheet title={inLanguage(sale.name, language)} locked={busy} onClose={onClose}>
      {refusal && <Notice kind="danger" text={refusal.message || t('tiers.sale.unheard')} />}
      <View className="b1 c-ink-2 ladder__sheet">
        {t('tiers.sale.body', { n: points, t: tier, left: countText(balance - sale.points) })}
        {sale.until !== null && t('tiers.sale.until', { date: dayWords(lastDay(sale.until), serverAt, language) })}
        {t('tiers.sale.final')}
      </View>
      <Button
        id="tier-sale-confirm"
        size={52}
        label={t('tiers.sale.go', { n: points })}
        busyLabel={t('tiers.sale.busy')}
        busy={busy}
        onPress={() => void buy()}
      />
    </Sheet>
  )
}
