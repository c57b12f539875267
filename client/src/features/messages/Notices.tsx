import { View } from '@tarojs/components'
import type { OutputOf } from '@shared/kit/contract'
import type { Instant } from '@shared/kit/time'
import type { messagesInbox } from '@shared/messages/contract'
import type { Topic } from '@shared/messages/topics'
import { ListRow } from '@/components/ListRow'
import type { IconName } from '@/components/icons'
import { inLanguage, useLanguage } from '@/kit/i18n'
import { openPath } from '@/kit/open'
import { momentWords } from '@/kit/time'

type NoticeShown = OutputOf<typeof messagesInbox>['notices'][number]

/** One row a message: what it says, when it was told, and the page that shows what it is about. */
export function Notices({ notices, now }: { notices: readonly NoticeShown[]; now: Instant }) {
  const language = useLanguage()
  return (
    <View className="card">
      {notices.map(({ id, topic, at, title, text, page }) => (
        <ListRow
          key={id}
          id={id.replace(/[^\w-]/g, '-')}
          icon={icons[topic]}
          tile={topic === 'points-expiring' ? 'warn' : 'brand'}
          height={66}
          title={inLanguage(title, language)}
          note={[inLanguage(text, language), momentWords(at, now, language)].join(' · ')}
          onPress={() => openPath(page)}
        />
      ))}
    </View>
  )
}

const icons: { [T in Topic]: IconName } = {
  'tier-upgraded': 'medal',
  'points-expiring': 'hourglass',
  'card-used': 'people',
  'event-place': 'seat',
  'event-opens': 'bell',
  'check-in': 'calendar',
  'follow-up': 'headset',
}
