import { View } from '@tarojs/components'
import { Pressable } from '@/components/Pressable'
import { Switch } from '@/components/Switch'
import { useTranslate } from '@/kit/i18n'
import { differsSentHome } from './chosenCoupons'
import type { Customer } from './till'
import { changeSentHome } from './useChosen'

/** The employee says that the order is sent home, where this lets other coupons count. */
export function SentHome({ customer }: { customer: Customer }) {
  const t = useTranslate()
  const { sheet, sentHome = false } = customer
  if (!differsSentHome(sheet)) return null
  return (
    <Pressable
      id="sent-home"
      role="checkbox"
      checked={sentHome}
      label={`${t('staff.coupons.home')}，${t('staff.coupons.home.note')}`}
      className="card coupon-rows__one coupon-rows__home"
      onPress={() => changeSentHome(!sentHome)}
    >
      <View className="grow">
        <View className="b1 w500">{t('staff.coupons.home')}</View>
        <View className="s1 c-ink-3">{t('staff.coupons.home.note')}</View>
      </View>
      <Switch on={sentHome} />
    </Pressable>
  )
}
