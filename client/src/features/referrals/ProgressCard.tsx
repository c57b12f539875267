import { View } from '@tarojs/components'
import { Region } from '@/components/Region'
import { plain, Rich } from '@/components/Rich'
import { countText } from '@/kit/figures'
import { useLanguage, useTranslate } from '@/kit/i18n'
import { listOf } from './OfferCard'
import type { Invitations, Offer } from './useReferrals'

/** As many bars as a phone shows beside one another; a longer way is said in words alone. */
const barsMax = 10

/** How many friends count, what the next step brings, what came of it so far, and the most that is rewarded. */
export function ProgressCard({ head, offer }: { head: Invitations; offer: Offer }) {
  const t = useTranslate()
  const language = useLanguage()
  const { counted, points } = head
  const next = offer.steps.find(({ reached }) => !reached) ?? null
  const [limit] = offer.limits
  const count = t('referral.counted', { n: countText(counted) })
  const ahead = next && t('referral.next', { n: next.friends - counted, what: listOf(next.gives, language) })
  return (
    <View className="card referral__card">
      <Region role="group" label={[plain(count), ahead].filter(Boolean).join('，')} className="referral__row">
        <View id="referral-counted" className="b1 w600">
          <Rich text={count} />
        </View>
        {ahead && <View className="s1 c-ink-2 referral__ahead">{ahead}</View>}
      </Region>
      {next && next.friends <= barsMax && (
        <Region hidden className="referral__bars">
          {Array.from({ length: next.friends }, (_, index) => (
            <View key={index} className={`referral__bar ${index < counted ? 'referral__bar--on' : ''}`} />
          ))}
        </Region>
      )}
      <View className="referral__row s1 c-ink-3">
        <View id="referral-sum">
          <Rich text={t('referral.points.sum', { n: countText(points) })} />
        </View>
        {limit && <View>{t(`referral.limit.${limit.per}`, { n: limit.times })}</View>}
      </View>
    </View>
  )
}
