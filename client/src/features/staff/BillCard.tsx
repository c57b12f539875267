import type { ReactNode } from 'react'
import { View } from '@tarojs/components'
import type { Bill } from '@shared/purchases/bill'
import type { CustomerSheet } from '@shared/staff/contract'
import { Pressable } from '@/components/Pressable'
import { Switch } from '@/components/Switch'
import { countText, moneyText } from '@/kit/figures'
import { useLanguage, useTranslate } from '@/kit/i18n'
import { discountWords } from '@/kit/tier-words'
import './BillCard.scss'

/** What the receipt comes to, line by line, and whether points pay a part of it. */
export function BillCard({
  bill,
  sheet,
  withPoints,
  campaigns,
  coupons,
  onPoints,
}: {
  bill: Bill
  sheet: CustomerSheet
  /** The lines about campaigns. */
  campaigns: ReactNode
  /** The lines about coupons; null where the customer has none for a bill. */
  coupons: ReactNode
  withPoints: boolean
  onPoints: (wanted: boolean) => void
}) {
  const t = useTranslate()
  const language = useLanguage()
  const { discountPercent } = sheet.tier
  const discount = t('staff.pay.discount', { discount: discountWords(discountPercent, language) })
  // A campaign's percentage takes the place of the tier's where it is greater.
  const isOwn = discountPercent > 0 && !bill.campaigns.some(({ id }) => percentOf(sheet, id) > discountPercent)
  const { balance, worthFen } = sheet.points
  const offer =
    worthFen && sheet.proof === 'code'
      ? t('staff.pay.burn.body', { n: countText(balance), amount: moneyText(worthFen) })
      : ''
  return (
    <View className="card bill">
      {(bill.discountFen > 0 || (discountPercent > 0 && bill.couponFen === 0)) && (
        <Line label={isOwn ? discount : t('staff.pay.discount.other')} figure={less(bill.discountFen)} />
      )}
      {campaigns}
      {coupons}
      {bill.burnPoints > 0 && (
        <Line label={t('staff.pay.points', { n: countText(bill.burnPoints) })} figure={less(bill.burnFen)} />
      )}
      <View className="bill__due">
        <View className="b1 w600">{t('staff.pay.due')}</View>
        <View id="bill-due" className="num bill__total">
          {moneyText(bill.dueFen, true)}
        </View>
      </View>
      {offer && (
        <View className="bill__burn">
          <View className="grow">
            <View className="b2 w500">{t('staff.pay.burn')}</View>
            <View className="cap c-ink-3 num">{offer}</View>
          </View>
          <Pressable
            id="bill-points"
            role="checkbox"
            checked={withPoints}
            label={`${t('staff.pay.burn')}，${offer}`}
            className="bill__switch-area"
            onPress={() => onPoints(!withPoints)}
          >
            <Switch on={withPoints} />
          </Pressable>
        </View>
      )}
    </View>
  )
}

function percentOf({ campaigns }: CustomerSheet, id: string): number {
  return campaigns.find((one) => one.id === id)?.percent ?? 0
}

function Line({ label, figure }: { label: string; figure: string }) {
  return (
    <View className="bill__line">
      <View className="b2 c-ink-2">{label}</View>
      <View className="b2 num">{figure}</View>
    </View>
  )
}

function less(fen: number): string {
  return `${fen > 0 ? '−' : ''}${moneyText(fen, true).slice(1)}`
}
