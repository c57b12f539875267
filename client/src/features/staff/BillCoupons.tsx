import { View } from '@tarojs/components'
import type { TillCoupon } from '@shared/coupons/contract'
import { isForSomeGoods } from '@shared/coupons/off'
import { thresholdOf } from '@shared/coupons/usable'
import type { Bill } from '@shared/purchases/bill'
import { Icon } from '@/components/Icon'
import { Pressable } from '@/components/Pressable'
import { couponGoods, couponNamed } from '@/kit/coupon-words'
import { moneyText } from '@/kit/figures'
import { inLanguage, useLanguage, useTranslate } from '@/kit/i18n'
import { BillPart } from './BillPart'
import { countsAt } from './chosenCoupons'

/** What each ticked coupon takes off, or what it still needs; and the way to other ones. */
export function BillCoupons(props: {
  bill: Bill
  coupons: readonly TillCoupon[]
  parts: { readonly [couponId: string]: string }
  typing: string | null
  onType: (couponId: string) => void
  onChange: () => void
}) {
  const { bill, coupons, parts, typing, onType, onChange } = props
  const t = useTranslate()
  const language = useLanguage()
  const figureOf = (coupon: TillCoupon) => {
    if (!countsAt(coupon, bill.amountFen))
      return t('staff.coupons.below', { n: moneyText(thresholdOf(coupon)).slice(1) })
    // What delivery costs is not on the bill: the employee leaves it out of the fee.
    if (coupon.worth.kind === 'delivery') return couponGoods(coupon, language) || t('staff.coupons.fee.off')
    const offFen = bill.coupons.find(({ couponId }) => couponId === coupon.couponId)?.offFen
    return offFen === undefined ? '—' : `−${moneyText(offFen, true).slice(1)}`
  }
  // The bill as the cloud told it names no coupons, only what they take off together.
  if (bill.coupons.length === 0 && bill.couponFen > 0)
    return (
      <View className="bill__line">
        <View className="b2 c-ink-2">{t('staff.coupons.line.plain')}</View>
        <View className="b2 num">{`−${moneyText(bill.couponFen, true).slice(1)}`}</View>
      </View>
    )
  return (
    <View>
      {coupons.map((coupon) => {
        const name = inLanguage(coupon.name, language)
        return (
          <View key={coupon.couponId}>
            <View className="bill__line">
              <View className="b2 c-ink-2">{couponNamed(coupon.name, language)}</View>
              <View className="b2 num">{figureOf(coupon)}</View>
            </View>
            {!coupon.stacks && <View className="cap c-ink-3 bill__apart">{t('staff.coupons.apart')}</View>}
            {isForSomeGoods(coupon) && (
              <BillPart
                id={coupon.couponId}
                label={t('staff.coupons.on', { name })}
                text={parts[coupon.couponId] ?? ''}
                on={typing === coupon.couponId}
                onPress={() => onType(coupon.couponId)}
              />
            )}
          </View>
        )
      })}
      <Pressable
        id="bill-coupons"
        label={t(coupons.length > 0 ? 'staff.coupons.change' : 'staff.coupons.add')}
        className="bill__change s1 w500 c-brand"
        onPress={onChange}
      >
        <View>{t(coupons.length > 0 ? 'staff.coupons.change' : 'staff.coupons.add')}</View>
        <Icon name="chevron-right" size={15} />
      </Pressable>
    </View>
  )
}
