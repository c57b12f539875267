import { View } from '@tarojs/components'
import { Icon } from '@/components/Icon'
import { Pressable } from '@/components/Pressable'
import { useTranslate } from '@/kit/i18n'

/** How tiers are counted, in three lines; and the way to what was counted, where that is another page. */
export function HowCounted({ onHistory }: { onHistory?: () => void }) {
  const t = useTranslate()
  return (
    <View>
      <View className="ladder__section ladder__section--row">
        <View className="h3 grow">{t('tiers.how')}</View>
        {onHistory && (
          <Pressable
            id="tier-history"
            label={t('tiers.history')}
            className="ladder__more s1 c-ink-3"
            onPress={onHistory}
          >
            <View>{t('tiers.history')}</View>
            <Icon name="chevron-right" size={16} />
          </Pressable>
        )}
      </View>
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
