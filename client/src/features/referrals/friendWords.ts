import { dayOf, type Instant } from '@shared/kit/time'
import type { FriendView } from '@shared/referrals/contract'
import { lastDay } from '@/kit/coupon-time'
import { translator } from '@/kit/i18n'
import type { Language } from '@/kit/settings'
import { dayWords } from '@/kit/time'

/** A friend as the list says them: who, since when and why it stands there, and its state in a word. */
export function friendWords(friend: FriendView, now: Instant, language: Language) {
  const t = translator(language)
  const { state, until, capped, joinedAt } = friend
  const date = until === null ? '' : dayWords(lastDay(until), now, language)
  const shown = capped && state === 'rewarded' ? 'capped' : state
  const why =
    shown === 'waiting'
      ? t('referral.state.waiting.why', { date })
      : shown === 'reversed' && until !== null
        ? t('referral.state.reversed.again', { date })
        : t(`referral.state.${shown}.why`)
  const joined = t('referral.joined', { date: dayWords(dayOf(joinedAt), now, language) })
  return {
    name: friend.name ?? t('referral.friend.unnamed'),
    note: `${joined} · ${why}`,
    state: t(`referral.state.${shown}`),
  }
}
