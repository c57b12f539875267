import { View } from '@tarojs/components'
import type { TillCoupon } from '@shared/coupons/contract'
import { billable, sheetOf } from './chosenCoupons'
import { CouponRows } from './CouponRows'
import { RedeemedRow } from './RedeemedRow'
import { SentHome } from './SentHome'
import type { Customer } from './till'
import { useChosen } from './useChosen'
import { Notice } from '@/components/Notice'
import { useTranslate } from '@/kit/i18n'

/** What of the customer's coupons may be used now, how many of them, and what was taken a moment ago. */
export function CustomerCoupons(props: { customer: Customer; now: number; onRedeem: (coupon: TillCoupon) => void }) {
  const { customer, now, onRedeem } = props
  const t = useTranslate()
  const chosen = useChosen(customer, 0, now)
  const { redeemed = [], shownGone } = customer
  const sheet = sheetOf(customer)
  const alone = sheet.coupons.some(({ refused }) => refused === null) || billable(sheet).length > 0
  const undoable = redeemed.filter(({ undoUntil }) => Date.parse(undoUntil) > now)
  if (sheet.coupons.length === 0 && undoable.length === 0 && !shownGone) return null
  return (
    <View>
      {shownGone && <Notice kind="danger" icon="ticket-off" text={t('staff.coupons.gone')} className="till__notice" />}
      {sheet.coupons.length + undoable.length > 0 && (
        <View className="coupon-rows__head">
          <View className="b1 w600">{t('staff.coupons')}</View>
          {alone && (
            <View className="s1 c-ink-3 num">
              {t('staff.coupons.count', { n: chosen.ids.length, all: sheet.coupons.length })}
            </View>
          )}
        </View>
      )}
      {undoable.map((one) => (
        <RedeemedRow key={one.redemptionId} one={one} customer={customer} now={now} />
      ))}
      <SentHome customer={customer} />
      {sheet.coupons.length > 0 && (
        <CouponRows customer={customer} chosen={chosen} now={new Date(now).toISOString()} onRedeem={onRedeem} />
      )}
    </View>
  )
}
