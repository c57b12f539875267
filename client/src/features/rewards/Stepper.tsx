import { View } from '@tarojs/components'
import { Pressable } from '@/components/Pressable'
import { useTranslate } from '@/kit/i18n'

/** One fewer, one more, within what may be had. */
export function Stepper({ count, most, onChange }: { count: number; most: number; onChange: (count: number) => void }) {
  const t = useTranslate()
  return (
    <View className="row stepper">
      <Pressable
        id="swap-fewer"
        label={t('swap.fewer')}
        disabled={count <= 1}
        className={`stepper__step ${count <= 1 ? 'stepper__step--off' : ''}`}
        onPress={() => onChange(count - 1)}
      >
        <View className="stepper__sign">−</View>
      </Pressable>
      <View className="num w600 stepper__count">{count}</View>
      <Pressable
        id="swap-more"
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
