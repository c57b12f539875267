import { View } from '@tarojs/components'
import { Pressable } from '@/components/Pressable'
import { useTranslate } from '@/kit/i18n'
import './Stepper.scss'

export interface StepperProps {
  /** What is counted: its buttons are named after it. */
  id: string
  count: number
  most: number
  onChange: (count: number) => void
}

/** One fewer, one more, within what may be had. */
export function Stepper({ id, count, most, onChange }: StepperProps) {
  const t = useTranslate()
  return (
    <View className="row stepper">
      <Pressable
        id={`${id}-fewer`}
        label={t('swap.fewer')}
        disabled={count <= 1}
        className={`stepper__step ${count <= 1 ? 'stepper__step--off' : ''}`}
        onPress={() => onChange(count - 1)}
      >
        <View className="stepper__sign">−</View>
      </Pressable>
      <View className="num w600 stepper__count">{count}</View>
      <Pressable
        id={`${id}-more`}
        label={t('swap.more')}
        disabled={count >= most}
        className={`stepper__step ${count >= most ? 'stepper__step--off' : ''}`}
        onPress={() => onChange(count + 1)}
      >
        <View className="stepper__sign">+</View>
      </Pressable>
    </View>
  )
}
