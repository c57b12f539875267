import { View } from '@tarojs/components'
import { Icon } from '@/components/Icon'
import type { IconName } from '@/components/icons'
import { Pressable } from '@/components/Pressable'
import { useTranslate } from '@/kit/i18n'
import { open } from '@/kit/open'
import './QuickEntries.scss'

/** Short ways to what a member looks for most. */
export function QuickEntries() {
  const t = useTranslate()
  return (
    <View className="quick">
      {entries.map(({ page, icon, label }) => (
        <Pressable
          key={page}
          id={`quick-${page}`}
          label={t(label)}
          className="quick__one card"
          onPress={() => open(page)}
        >
          <Icon name={icon} size={24} className="c-brand" />
          <View className="quick__label b1 w500">{t(label)}</View>
        </Pressable>
      ))}
    </View>
  )
}

const entries = [
  { page: 'points', icon: 'statement', label: 'home.statement' },
  { page: 'tier', icon: 'medal', label: 'tier.benefits' },
] as const satisfies readonly { page: 'points' | 'tier'; icon: IconName; label: 'home.statement' | 'tier.benefits' }[]
