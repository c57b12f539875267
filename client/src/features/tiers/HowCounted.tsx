import { View } from '@tarojs/components'
import { useTranslate } from '@/kit/i18n'

/** How tiers are counted, in three lines. */
export function HowCounted() {
  const t = useTranslate()
  return (
    <View>
      <View className="h3 ladder__section">{t('tiers.how')}</View>
      <View className="card">
        {(['range', 'up', 'refund'] as const).map((line) => (
          <View key={line} className="ladder__how">
            <View className="b2 c-ink-2">{t(`tiers.how.${line}`)}</View>
            <View className="b2 grow ladder__answer">{t(`tiers.how.${line}.value`)}</View>
          </View>
        ))}
      </View>
    </View>
  )
}
