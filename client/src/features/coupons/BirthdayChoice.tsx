import { useState } from 'react'
import { View } from '@tarojs/components'
import type { Instant } from '@shared/kit/time'
import { Button } from '@/components/Button'
import { Pick } from '@/components/Pick'
import { Pressable } from '@/components/Pressable'
import { Region } from '@/components/Region'
import { dayWords, lastDay } from '@/kit/coupon-time'
import { inLanguage, useLanguage, useTranslate } from '@/kit/i18n'
import type { Offers } from './OfferTicket'
import '@/components/ListRow.scss'

/** What the birthday offers to choose one of; nothing is chosen beforehand, since the choice is final. */
export function BirthdayChoice(props: {
  birthday: NonNullable<Offers['birthday']>
  now: Instant
  busy: boolean
  onChoose: (code: string, choice: number) => Promise<void>
}) {
  const { birthday, now, busy, onChoose } = props
  const t = useTranslate()
  const language = useLanguage()
  const [chosen, setChosen] = useState<number | null>(null)
  return (
    <View className="card wallet__choices">
      <View className="wallet__choices-head">
        <View className="b1 w600">{t('centre.birthday')}</View>
        <View className="s1 c-ink-3">
          {t('centre.birthday.until', { date: dayWords(lastDay(birthday.until), now, language) })}
        </View>
      </View>
      <Region role="radiogroup" label={t('centre.birthday')}>
        {birthday.choices.map((choice, index) => (
          <Pressable
            key={choice.zh}
            id={`birthday-${index}`}
            role="radio"
            checked={index === chosen}
            label={inLanguage(choice, language)}
            className="list-row list-row--52"
            onPress={() => setChosen(index)}
          >
            <Pick on={index === chosen} />
            <View className="grow b1">{inLanguage(choice, language)}</View>
          </Pressable>
        ))}
      </Region>
      <Button
        id="birthday-choose"
        size={44}
        label={t('centre.birthday.choose')}
        busyLabel={t('coupon.busy')}
        busy={busy}
        disabled={chosen === null}
        className="wallet__choose"
        onPress={() => chosen !== null && void onChoose(birthday.code, chosen)}
      />
    </View>
  )
}
