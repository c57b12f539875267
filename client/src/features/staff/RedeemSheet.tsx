import { View } from '@tarojs/components'
import { couponsRedeem, type TillCoupon } from '@shared/coupons/contract'
import { Button } from '@/components/Button'
import { Notice } from '@/components/Notice'
import { Sheet } from '@/components/Sheet'
import { useCommand } from '@/kit/command'
import { couponGoods } from '@/kit/coupon-words'
import { haptic } from '@/kit/haptic'
import { inLanguage, useLanguage, useTranslate } from '@/kit/i18n'
import { open } from '@/kit/open'
import { changeTill, type Customer } from './till'
import { changeCustomer, withoutCoupon } from './useChosen'

/** Takes a coupon for what it is exchanged for, or for the delivery; one that was used elsewhere meanwhile leads to where and when. */
export function RedeemSheet(props: { customer: Customer; coupon: TillCoupon; onClose: () => void }) {
  const { customer, coupon, onClose } = props
  const t = useTranslate()
  const language = useLanguage()
  const redeem = useCommand(couponsRedeem)
  const { scanId, accountId } = customer.sheet
  const { couponId } = coupon
  const confirm = async () => {
    const channel = customer.sentHome ? { channel: 'delivery' as const } : {}
    const answer = await redeem.run({ scanId, accountId, couponId, ...channel })
    if (!answer) return
    haptic(answer.ok ? 'medium' : 'heavy')
    if (answer.ok) {
      const { redemptionId, undoUntil } = answer.value
      const kept = customer.sheet.coupons.find((one) => one.couponId === couponId) ?? coupon
      const redeemed = [...(customer.redeemed ?? []), { redemptionId, coupon: kept, undoUntil }]
      changeCustomer({ ...withoutCoupon(customer, couponId), redeemed })
      onClose()
    } else if (answer.refusal.code === 'coupon_used') {
      changeCustomer(withoutCoupon(customer, couponId))
      const at = Date.now() + customer.offset
      changeTill({ refused: { refusal: answer.refusal, text: '', at, coupon: coupon.name } })
      onClose()
      open('refused')
    }
  }
  const goods = couponGoods(coupon, language)
  return (
    <Sheet title={t('staff.coupons.redeem.title')} locked={redeem.busy} onClose={onClose}>
      {redeem.refusal && (
        <Notice kind="danger" text={redeem.refusal.message || t('coupon.unheard')} className="till__refusal" />
      )}
      <View className="b1 c-ink-2 coupon-rows__body">
        {coupon.worth.kind === 'delivery'
          ? t('staff.coupons.redeem.fee', { goods: goods || t('staff.coupons.fee') })
          : t('staff.coupons.redeem.body', { goods: goods || inLanguage(coupon.name, language) })}
      </View>
      <Button
        id="redeem-confirm"
        size={52}
        label={t('staff.coupons.redeem.confirm')}
        busyLabel={t('staff.coupons.redeem.busy')}
        busy={redeem.busy}
        onPress={() => void confirm()}
      />
    </Sheet>
  )
}
