import { View } from '@tarojs/components'
import type { LeftOut as Of } from '@shared/purchases/bill'
import { Pressable } from '@/components/Pressable'
import { useTranslate } from '@/kit/i18n'
import './LeftOut.scss'

type Field = 'amount' | 'leftOut'

/** The part of the receipt that the programme leaves out, such as prescriptions. Touched, it takes what is typed next. */
export function LeftOut({
  leftOut,
  text,
  chosen,
  onChoose,
}: {
  leftOut: Of
  text: string
  chosen: Field
  onChoose: (field: Field) => void
}) {
  const t = useTranslate()
  const isChosen = chosen === 'leftOut'
  const label = t(
    `staff.pay.left-out.${leftOut.points && leftOut.discount ? 'both' : leftOut.points ? 'points' : 'discount'}`,
  )
  return (
    <Pressable
      id="left-out"
      role="checkbox"
      checked={isChosen}
      label={`${label} ¥${text || '0'}`}
      className={`left-out ${isChosen ? 'left-out--chosen' : ''}`}
      onPress={() => onChoose(isChosen ? 'amount' : 'leftOut')}
    >
      <View className="b2 c-ink-2 grow">{label}</View>
      <View className={`b1 num ${text ? '' : 'c-ink-3'}`}>{`¥${text || '0'}`}</View>
    </Pressable>
  )
}
