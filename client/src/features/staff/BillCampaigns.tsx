import { View } from '@tarojs/components'
import type { Bill } from '@shared/purchases/bill'
import type { CustomerSheet } from '@shared/staff/contract'
import { moneyText } from '@/kit/figures'
import { inLanguage, useLanguage, useTranslate } from '@/kit/i18n'
import type { Parts } from './bill'
import { BillPart } from './BillPart'

/**
 * What campaigns take off as money, how much of the bill their goods make up where they are for some only, and what the till
 * itself works into the amount.
 */
export function BillCampaigns(props: {
  bill: Bill
  sheet: CustomerSheet
  byHand: CustomerSheet['campaigns']
  parts: Parts
  typing: string | null
  onType: (campaignId: string) => void
}) {
  const { bill, sheet, byHand, parts, typing, onType } = props
  const t = useTranslate()
  const language = useLanguage()
  return (
    <View>
      {sheet.campaigns
        .filter(({ forGoods }) => forGoods)
        .map(({ id, name }) => (
          <BillPart
            key={id}
            id={id}
            label={t('staff.coupons.on', { name: inLanguage(name, language) })}
            text={parts[id] ?? ''}
            on={typing === id}
            onPress={() => onType(id)}
          />
        ))}
      {byHand.map(({ id, name, byHand: words }) => (
        <View key={id} className="bill__line">
          <View className="b2 c-ink-2">{inLanguage(name, language)}</View>
          <View className="b2 w500">
            {t('staff.pay.byHand', { what: words.map((one) => inLanguage(one, language)).join(' · ') })}
          </View>
        </View>
      ))}
      {bill.moneyOffFen > 0 && (
        <View className="bill__line">
          <View className="b2 c-ink-2">{t('staff.pay.campaign')}</View>
          <View className="b2 num">{`−${moneyText(bill.moneyOffFen, true).slice(1)}`}</View>
        </View>
      )}
    </View>
  )
}
