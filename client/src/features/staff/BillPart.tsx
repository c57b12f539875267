import { View } from '@tarojs/components'
import { Pressable } from '@/components/Pressable'
import { useTranslate } from '@/kit/i18n'

/** How much of the bill some goods make up. Touched, it takes what is typed next. */
export function BillPart(props: { id: string; label: string; text: string; on: boolean; onPress: () => void }) {
  const { id, label, text, on, onPress } = props
  const t = useTranslate()
  return (
    <Pressable
      id={`part-of-${id}`}
      role="checkbox"
      checked={on}
      label={`${label} ${text ? `¥${text}` : t('staff.coupons.on.needed')}`}
      className={`bill__part ${on ? 'bill__part--on' : ''}`}
      onPress={onPress}
    >
      <View className="grow b2 c-ink-2">{label}</View>
      <View className={`b2 num ${text ? '' : 'c-ink-3'}`}>{text ? `¥${text}` : t('staff.coupons.on.empty')}</View>
    </Pressable>
  )
}
