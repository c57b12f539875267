import { View } from '@tarojs/components'
import { couponsUndo } from '@shared/coupons/contract'
import { Icon } from '@/components/Icon'
import { Notice } from '@/components/Notice'
import { Pressable } from '@/components/Pressable'
import { toast } from '@/components/Toast'
import { useCommand } from '@/kit/command'
import { inLanguage, useLanguage, useTranslate } from '@/kit/i18n'
import { leftWords } from '@/kit/time'
import type { Customer, Redeemed } from './till'
import { changeCustomer } from './useChosen'

/** A coupon that was taken by itself, and for five minutes the way back. */
export function RedeemedRow({ one, customer, now }: { one: Redeemed; customer: Customer; now: number }) {
  const t = useTranslate()
  const language = useLanguage()
  const undo = useCommand(couponsUndo)
  const { redemptionId, coupon, undoUntil } = one
  const { sheet, redeemed = [] } = customer
  const back = async () => {
    const answer = await undo.run({ accountId: sheet.accountId, redemptionId })
    if (!answer?.ok) return
    changeCustomer({
      sheet: { ...sheet, coupons: [...sheet.coupons, coupon] },
      redeemed: redeemed.filter((other) => other.redemptionId !== redemptionId),
    })
    toast(t('staff.coupons.undone'))
  }
  const left = t('staff.undo.left', { time: leftWords(Date.parse(undoUntil) - now) })
  return (
    <View>
      <View className="card till__after coupon-rows__one">
        <Icon name="check-circle" size={22} className="c-brand till__left-icon" />
        <View className="grow">
          <View className="b1 w500">{inLanguage(coupon.name, language)}</View>
          <View className="s1 c-ink-3 num">{`${t('staff.coupons.redeemed')} · ${left}`}</View>
        </View>
        <Pressable
          id={`undo-${coupon.couponId}`}
          label={`${t('staff.coupons.undo')}，${inLanguage(coupon.name, language)}`}
          disabled={undo.busy}
          className="s1 w600 coupon-rows__undo"
          onPress={() => void back()}
        >
          {t('staff.coupons.undo')}
        </Pressable>
      </View>
      {undo.refusal && <Notice kind="danger" text={undo.refusal.message || t('coupon.unheard')} />}
    </View>
  )
}
