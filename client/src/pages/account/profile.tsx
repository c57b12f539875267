import { usePullDownRefresh } from '@tarojs/taro'
import { View } from '@tarojs/components'
import { actsProfile } from '@shared/acts/contract'
import { Notice } from '@/components/Notice'
import { ReadFailed } from '@/components/ReadState'
import { Screen } from '@/components/Screen'
import { Skeleton } from '@/components/Skeleton'
import { ProfileForm } from '@/features/acts/ProfileForm'
import { useTranslate } from '@/kit/i18n'
import { afterPull, useRead } from '@/kit/read'
import './profile.scss'

/** What the shop asks of the member, and what they have told; all of it may be changed. */
export default function ProfilePage() {
  const t = useTranslate()
  const read = useRead(actsProfile, {})
  usePullDownRefresh(() => void afterPull(read))
  const { value, refusal } = read
  return (
    <Screen back title={t('profile.title')}>
      {!value && refusal && <ReadFailed refusal={refusal} busy={read.loading} onRetry={() => void read.again()} />}
      {!value && !refusal && read.slow && <Skeleton className="profile__waiting" />}
      {value && (
        <View className="page-pad profile">
          {value.points !== null ? (
            <Notice icon="gift" text={t('profile.reward', { of: value.of, n: value.points })} />
          ) : (
            <View className="s1 c-ink-2">{t('profile.filled', { n: value.filled, of: value.of })}</View>
          )}
          <ProfileForm profile={value} onSaved={() => void read.again()} />
          <View className="s1 c-ink-3 profile__why">{t('profile.why')}</View>
        </View>
      )}
    </Screen>
  )
}
