import { useState } from 'react'
import { View } from '@tarojs/components'
import { actsOrder, actsReview, starsMax } from '@shared/acts/contract'
import type { OutputOf } from '@shared/kit/contract'
import { Button } from '@/components/Button'
import { Field } from '@/components/Field'
import { Icon } from '@/components/Icon'
import { Notice } from '@/components/Notice'
import { Pressable } from '@/components/Pressable'
import { toast } from '@/components/Toast'
import { useCommand } from '@/kit/command'
import { useTranslate } from '@/kit/i18n'
import { outdated } from '@/kit/read'
import { actDone } from './useWays'

type Reviewed = OutputOf<typeof actsOrder>

/** Stars and, if they like, a few words. */
export function ReviewForm({ order, onDone }: { order: Reviewed; onDone: () => void }) {
  const t = useTranslate()
  const { run, busy, refusal } = useCommand(actsReview)
  const [stars, setStars] = useState(0)
  const [text, setText] = useState('')
  const { entryId } = order.order
  const brings = order.open ? order.points : 0
  const send = async () => {
    const said = text.trim()
    const answer = await run({ entryId, stars, ...(said ? { text: said } : {}) })
    if (!answer?.ok) return
    actDone()
    outdated(actsOrder)
    const { earned } = answer.value
    toast(earned > 0 ? t('review.done.points', { n: earned }) : t('review.done'))
    onDone()
  }
  return (
    <View className="card review__card">
      <View className="b1 w500">{t('review.stars')}</View>
      <Stars stars={stars} onStars={setStars} />
      <Field
        id="review-text"
        label={t('review.text')}
        placeholder={t('review.text.hint')}
        maxLength={500}
        value={text}
        onText={setText}
      />
      {refusal && <Notice kind="danger" text={refusal.message || t('review.unheard')} className="review__refusal" />}
      <Button
        id="review-go"
        size={52}
        label={brings > 0 ? t('review.go.points', { n: brings }) : t('review.go')}
        busyLabel={t('review.busy')}
        busy={busy}
        disabled={stars === 0}
        className="review__go"
        onPress={() => void send()}
      />
    </View>
  )
}

/** A review as it was given, for the member who gave it. */
export function ReviewGiven({ review }: { review: NonNullable<Reviewed['review']> }) {
  const t = useTranslate()
  return (
    <View className="card review__card">
      <View className="b1 w500">{t('review.mine')}</View>
      <Stars stars={review.stars} />
      {review.text !== '' && <View className="b1">{review.text}</View>}
      {review.text !== '' && review.hidden && <View className="s1 c-ink-3 review__hidden">{t('review.hidden')}</View>}
    </View>
  )
}

function Stars({ stars, onStars }: { stars: number; onStars?: (stars: number) => void }) {
  const t = useTranslate()
  return (
    <View className="review__stars">
      {Array.from({ length: starsMax }, (_, index) => index + 1).map((n) => (
        <Pressable
          key={n}
          id={`star-${n}`}
          role="radio"
          checked={n === stars}
          disabled={!onStars}
          label={t('review.star', { n })}
          className="review__star"
          onPress={() => onStars?.(n)}
        >
          <Icon name={n <= stars ? 'star-full' : 'star'} size={26} className={n <= stars ? 'c-brand' : 'c-ink-3'} />
        </Pressable>
      ))}
    </View>
  )
}
