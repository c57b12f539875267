import { View } from '@tarojs/components'
import type { Instant } from '@shared/kit/time'
import type { FriendView } from '@shared/referrals/contract'
import { Button } from '@/components/Button'
import { Region } from '@/components/Region'
import { countText } from '@/kit/figures'
import { useLanguage, useTranslate } from '@/kit/i18n'
import { friendWords } from './friendWords'
import type { useReferrals } from './useReferrals'

/** The friends whom the member brought, masked, each with where it stands and why. */
export function Friends({ read }: { read: ReturnType<typeof useReferrals> }) {
  const t = useTranslate()
  const { head, friends, hasMore, loadingMore, more } = read
  if (!head) return null
  return (
    <View>
      <View className="referral__section">
        <View className="h3">{t('referral.friends')}</View>
        {head.friendsInAll > 0 && (
          <View id="referral-all" className="s1 c-ink-3">
            {t('referral.friends.all', { n: countText(head.friendsInAll) })}
          </View>
        )}
      </View>
      <View className="card">
        {friends.length === 0 && <View className="b2 c-ink-3 referral__empty">{t('referral.friends.none')}</View>}
        {friends.map((friend, index) => (
          <Friend key={`${friend.joinedAt} ${index}`} friend={friend} now={head.serverAt} />
        ))}
      </View>
      {hasMore && (
        <Button id="referral-more" kind="text" size={44} label={t('referral.more')} busy={loadingMore} onPress={more} />
      )}
    </View>
  )
}

function Friend({ friend, now }: { friend: FriendView; now: Instant }) {
  const language = useLanguage()
  const { name, note, state } = friendWords(friend, now, language)
  const counts = friend.state === 'rewarded'
  const figure = counts && friend.points > 0 ? `+${countText(friend.points)}` : null
  const tone = counts
    ? 'c-brand'
    : friend.state === 'waiting' || friend.state === 'review'
      ? 'referral__soon'
      : 'c-ink-3'
  return (
    <Region role="group" label={[name, note, figure, state].filter(Boolean).join('，')} className="referral__friend">
      <View className={`referral__face ${counts || friend.until !== null ? '' : 'referral__face--off'}`}>
        {[...name][0]}
      </View>
      <View className="grow">
        <View className="b1 w500">{name}</View>
        <View className="s1 c-ink-3">{note}</View>
      </View>
      <View className="referral__end">
        {figure && <View className="b1 w600 num c-brand">{figure}</View>}
        <View className={`cap w500 ${tone}`}>{state}</View>
      </View>
    </Region>
  )
}
