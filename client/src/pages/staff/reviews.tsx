import { useState } from 'react'
import { useReachBottom } from '@tarojs/taro'
import { View } from '@tarojs/components'
import { dayOf } from '@shared/kit/time'
import { ListRow } from '@/components/ListRow'
import { Notice } from '@/components/Notice'
import { PageState } from '@/components/PageState'
import { ReadFailed } from '@/components/ReadState'
import { Screen } from '@/components/Screen'
import { toast } from '@/components/Toast'
import { ReviewSheet, reviewWords } from '@/features/staff/ReviewSheet'
import { useReviews, type Review } from '@/features/staff/useReviews'
import { useLanguage, useTranslate } from '@/kit/i18n'
import { shortDay } from '@/kit/time'
import '@/i18n/staff'
import './till.scss'

/** Referrals that wait for a manager, whoever waits longest first. */
export default function ReviewsPage() {
  const t = useTranslate()
  const language = useLanguage()
  const { reviews, refusal, loading, read, more } = useReviews()
  const [chosen, setChosen] = useState<Review | null>(null)
  useReachBottom(more)
  const done = (allowed: boolean) => {
    setChosen(null)
    toast(t(allowed ? 'reviews.allowed' : 'reviews.declined'))
    void read()
  }
  return (
    <Screen
      back
      title={t('reviews.title')}
      over={chosen && <ReviewSheet review={chosen} onDone={done} onClose={() => setChosen(null)} />}
    >
      {refusal && <ReadFailed refusal={refusal} busy={loading} onRetry={() => void read()} />}
      {reviews?.length === 0 && <PageState picture="slip" title={t('reviews.empty')} body={t('reviews.empty.body')} />}
      {reviews && reviews.length > 0 && (
        <View className="till">
          <Notice text={t('reviews.intro')} className="till__notice" />
          <View className="card till__card">
            {reviews.map((one) => (
              <ListRow
                key={one.friend.accountId}
                id={`review-${one.friend.memberNo}`}
                icon="people"
                tile="warn"
                height={66}
                title={reviewWords(one, t)}
                note={[
                  one.suspicions.map((why) => t(`reviews.${why}`)).join('、'),
                  t('reviews.since', { date: shortDay(dayOf(one.since), language) }),
                ].join(' · ')}
                onPress={() => setChosen(one)}
              />
            ))}
          </View>
        </View>
      )}
    </Screen>
  )
}
