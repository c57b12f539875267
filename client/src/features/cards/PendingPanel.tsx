import { View } from '@tarojs/components'
import { Icon } from '@/components/Icon'
import { Region } from '@/components/Region'
import { useTranslate } from '@/kit/i18n'

/** In place of the code while a store has not made sure of the relationship: what is missing and how it is done. */
export function PendingPanel() {
  const t = useTranslate()
  const [title, body] = [t('card.pending'), t('card.pending.body')]
  return (
    <View id="pending-panel" className="code__frozen">
      <View className="code__frozen-mark code__frozen-mark--pending">
        <Icon name="hourglass" size={36} />
      </View>
      <Region role="status" live="polite" label={`${title}，${body}`}>
        <View className="h2 code__frozen-title">{title}</View>
        <View className="b1 code__why">{body}</View>
      </Region>
    </View>
  )
}
