import { useState } from 'react'
import { View } from '@tarojs/components'
import type { EventView } from '@shared/events/contract'
import { starsMax } from '@shared/acts/contract'
import { Button } from '@/components/Button'
import { Field } from '@/components/Field'
import { Icon } from '@/components/Icon'
import { Pressable } from '@/components/Pressable'
import { useTranslate } from '@/kit/i18n'
import type { EventActs } from './useEvent'

/** How it was, or what somebody thinks of the new products that they tried: stars and a few words, once. */
export function ReviewCard({ event, acts }: { event: EventView; acts: EventActs }) {
  const t = useTranslate()
  const [stars, setStars] = useState(0)
  const [text, setText] = useState('')
  return (
    <View className="card event__card">
      <View className="h3">{t(event.kind === 'trial' ? 'event.review.trial' : 'event.review')}</View>
      <View className="row">
        {Array.from({ length: starsMax }, (_, index) => index + 1).map((star) => (
          <Pressable
            key={star}
            id={`star-${star}`}
            role="radio"
            checked={star === stars}
            label={t('event.stars', { n: star })}
            className="event__star"
            onPress={() => setStars(star)}
          >
            <Icon
              name={star <= stars ? 'star-full' : 'star'}
              size={26}
              className={star <= stars ? 'c-brand' : 'c-ink-3'}
            />
          </Pressable>
        ))}
      </View>
      <Field id="event-words" label={t('event.review.place')} maxLength={500} value={text} onText={setText} />
      <Button
        id="event-review"
        kind="soft"
        label={t('event.review.go')}
        busyLabel={t('event.review.busy')}
        busy={acts.busy}
        disabled={stars === 0}
        className="event__review"
        onPress={() => void acts.review(stars, text.trim())}
      />
    </View>
  )
}
