import { View } from '@tarojs/components'
import type { MemberHome } from '@shared/members/contract'
import { Icon } from '@/components/Icon'
import type { IconName } from '@/components/icons'
import { Pressable } from '@/components/Pressable'
import { useTranslate, type Translate } from '@/kit/i18n'
import { open, openTab } from '@/kit/open'
import './QuickEntries.scss'

type Entry = { page: 'mall' | 'points' | 'tier' | 'checkin' | 'profile'; icon: IconName; label: string; due?: boolean }

/** Short ways to what a member looks for most. */
export function QuickEntries({ home }: { home: MemberHome }) {
  const t = useTranslate()
  return (
    <View className="quick">
      {entriesOf(home, t).map(({ page, icon, label, due }) => (
        <Pressable
          key={page}
          id={`quick-${page}`}
          label={label}
          className="quick__one"
          onPress={() => (page === 'mall' ? openTab(page) : open(page))}
        >
          <View className="quick__tile">
            <Icon name={icon} size={24} className="c-brand" />
            {due && <View className="quick__due" />}
          </View>
          <View className="quick__label s1 c-ink-2">{label}</View>
        </Pressable>
      ))}
    </View>
  )
}

/** The daily visit stands first where the shop has one, with a dot until it is done; four either way. */
function entriesOf({ checkIn }: MemberHome, t: Translate): Entry[] {
  const plain: Entry[] = [
    { page: 'mall', icon: 'gift', label: t('mall.title') },
    { page: 'points', icon: 'statement', label: t('home.statement') },
    { page: 'tier', icon: 'medal', label: t('tier.benefits') },
  ]
  if (!checkIn) return [...plain, { page: 'profile', icon: 'profile-card', label: t('home.profile') }]
  const label = t(checkIn.checkedIn ? 'home.checkIn.done' : 'home.checkIn')
  return [{ page: 'checkin', icon: 'calendar', label, due: !checkIn.checkedIn }, ...plain]
}
