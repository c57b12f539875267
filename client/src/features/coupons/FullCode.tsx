import { View } from '@tarojs/components'
import { useFocusInside } from '@/components/aria'
import { Icon } from '@/components/Icon'
import { Pressable } from '@/components/Pressable'
import { Region } from '@/components/Region'
import { useTranslate } from '@/kit/i18n'
import { CouponCodePanel } from './CouponCodePanel'
import type { CouponCode } from './useCouponCode'

/** The code over the whole screen, on white in both modes. */
export function FullCode(props: {
  name: string
  code: CouponCode
  secondsLeft: number
  brand: string
  onClose: () => void
}) {
  const { name, onClose, ...code } = props
  const t = useTranslate()
  useFocusInside('full-close', onClose)
  return (
    <Region role="dialog" label={name} className="pass-full screen--fixed">
      <View className="h2 pass-full__name">{name}</View>
      <CouponCodePanel {...code} large />
      <Pressable id="full-close" label={t('action.close')} className="pass-full__close" onPress={onClose}>
        <Icon name="close" size={24} />
      </Pressable>
    </Region>
  )
}
