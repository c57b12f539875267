import { View } from '@tarojs/components'
import type { EventView } from '@shared/events/contract'
import { dayOf } from '@shared/kit/time'
import { Button } from '@/components/Button'
import { Pressable } from '@/components/Pressable'
import { plain, Rich } from '@/components/Rich'
import { inLanguage, useLanguage } from '@/kit/i18n'
import { open } from '@/kit/open'
import { monthName } from '@/kit/time'
import { costWords, footWords, goWords, hoursWords, placeWords, tagOf, weekdayWords } from './eventWords'
import './EventCard.scss'

/** An event in the list: its day, where and what it costs, whose time it is, and what is left. */
export function EventCard({ event, now }: { event: EventView; now: string }) {
  const language = useLanguage()
  const name = inLanguage(event.name, language)
  const tag = tagOf(event, now, language)
  const foot = footWords(event, now, language)
  const isVote = event.kind === 'vote'
  const about = isVote
    ? (event.about && inLanguage(event.about, language)) || ''
    : [placeWords(event, language), hoursWords(event), costWords(event, language)].filter(Boolean).join(' · ')
  const go = goWords(event, language)
  const show = () => open('event', { event: event.id })
  const isFirst =
    event.mine?.state === 'offered' || (event.mine === null && event.state === 'open' && !event.ballot?.given)
  return (
    <View className="card event-card">
      <Pressable
        id={`event-${event.id}`}
        label={[name, about, tag?.text, plain(foot)].filter(Boolean).join('，')}
        className="event-card__head"
        onPress={show}
      >
        <DayTile at={event.startsAt} now={now} />
        <View className="grow">
          <View className="h3">{name}</View>
          {about && <View className="b2 c-ink-2 event-card__about">{about}</View>}
          {tag && <View className={`event-tag event-tag--${tag.kind} s1`}>{tag.text}</View>}
        </View>
      </Pressable>
      <View className="row between event-card__foot">
        <View className="s1 c-ink-2 num grow">
          <Rich text={foot} />
        </View>
        <Button
          id={`event-go-${event.id}`}
          size={32}
          kind={isFirst ? 'primary' : 'soft'}
          label={go}
          className="event-card__go"
          onPress={show}
        />
      </View>
    </View>
  )
}

/** The date large, the month where it is another one, and the weekday. */
function DayTile({ at, now }: { at: string; now: string }) {
  const language = useLanguage()
  const day = dayOf(at)
  const weekday = weekdayWords(at, language)
  const other = day.slice(0, 7) !== dayOf(now).slice(0, 7)
  return (
    <View className="event-card__day">
      <View className="num event-card__date">{day.slice(8)}</View>
      <View className="cap">{other ? `${monthName(day, language)} ${weekday}` : weekday}</View>
    </View>
  )
}
