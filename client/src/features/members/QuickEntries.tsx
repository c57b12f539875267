import { View } from '@tarojs/components'
import type { MemberHome } from '@shared/members/contract'
import { Icon } from '@/components/Icon'
import type { IconName } from '@/components/icons'
import { Pressable } from '@/components/Pressable'
import { useTranslate, type Translate } from '@/kit/i18n'
import { open } from '@/kit/open'
import './QuickEntries.scss'

type Entry = { page: 'points' | 'tier' | 'checkin' | 'profile'; icon: IconName; label: string }

/** Short ways to what a member looks for most. */
export function QuickEntries({ home }: { home: MemberHome }) {
  const t = useTranslate()
  return (
    <View className="quick">
      {entriesOf(home, t).map(({ page, icon, label }) => (
        <Pressable key={page} id={`quick-${page}`} label={label} className="quick__one card" onPress={() => open(page)}>
          <Icon name={icon} size={24} className="c-brand" />
          <View className="quick__label b1 w500">{label}</View>
        </Pressable>
      ))}
    </View>
  )
}

/** The daily visit stands beside the others where the shop has one; two in a row either way. */
function entriesOf({ checkIn }: MemberHome, t: Translate): Entry[] {
  const plain: Entry[] = [
    { page: 'points', icon: 'statement', label: t('home.statement') },
    { page: 'tier', icon: 'medal', label: t('tier.benefits') },
  ]
  if (!checkIn) return plain
  const label = t(checkIn.checkedIn ? 'home.checkIn.done' : 'home.checkIn')
  return [
    ...plain,
    { page: 'checkin', icon: 'calendar', label },
    { page: 'profile', icon: 'profile-card', label: t('home.profile') },
  ]
}
