import { useState } from 'react'
import { usePullDownRefresh, useShareAppMessage } from '@tarojs/taro'
import { View } from '@tarojs/components'
import { eventsRead, type EventView } from '@shared/events/contract'
import type { OutputOf } from '@shared/kit/contract'
import { BottomBar } from '@/components/BottomBar'
import { Button } from '@/components/Button'
import { ListRow } from '@/components/ListRow'
import { Notice } from '@/components/Notice'
import { PageState } from '@/components/PageState'
import { ReadFailed, ReadStale } from '@/components/ReadState'
import { Screen } from '@/components/Screen'
import { Skeleton } from '@/components/Skeleton'
import { Stepper } from '@/components/Stepper'
import { BallotCard } from '@/features/events/BallotCard'
import { LeaveSheet } from '@/features/events/LeaveSheet'
import { ReviewCard } from '@/features/events/ReviewCard'
import { SeatsCard } from '@/features/events/SeatsCard'
import { costWords, isFree, mineWords, placeWords, tagOf, timeWords, whenWords } from '@/features/events/eventWords'
import { useEvent, type EventActs } from '@/features/events/useEvent'
import { ReminderRow } from '@/features/messages/ReminderRow'
import { useReminder } from '@/features/messages/useReminder'
import { Joining } from '@/features/members/Joining'
import { countText, moneyText } from '@/kit/figures'
import { inLanguage, useLanguage, useTranslate } from '@/kit/i18n'
import { openTab } from '@/kit/open'
import { useParams } from '@/kit/params'
import { afterPull, useRead } from '@/kit/read'
import './event.scss'

type Seen = OutputOf<typeof eventsRead>

/** One event or vote. Anybody may read it; whoever is no member is asked to join when they want to take part. */
export default function EventPage() {
  const t = useTranslate()
  const language = useLanguage()
  const { event: eventId = '' } = useParams()
  const read = useRead(eventsRead, { eventId })
  const acts = useEvent(eventId, read.again)
  const [joining, setJoining] = useState(false)
  const [leaving, setLeaving] = useState(false)
  const { value, refusal, slow, loading, at } = read
  const retry = () => void read.again()
  usePullDownRefresh(() => void afterPull(read))
  useShareAppMessage(() => ({
    title: value ? inLanguage(value.event.name, language) : '',
    path: `/pages/play/event?event=${eventId}`,
  }))
  const onMember = () => {
    setJoining(false)
    retry()
  }
  if (joining) return <Joining onMember={onMember} />
  // A link that lost the event's id, or names what never was one, leads to no event either.
  if (refusal?.code === 'event_unknown' || refusal?.code === 'input_invalid')
    return (
      <Screen back>
        <PageState
          picture="slip"
          title={t('event.gone')}
          body={t('event.gone.body')}
          action={{ label: t('event.gone.go'), onPress: () => openTab('events') }}
        />
      </Screen>
    )
  return (
    <Screen
      back
      light={value !== null}
      wash={value === null}
      over={
        leaving &&
        value?.event.mine && (
          <LeaveSheet
            mine={value.event.mine}
            points={value.event.points}
            acts={acts}
            onClose={() => setLeaving(false)}
          />
        )
      }
    >
      {!value && refusal && <ReadFailed refusal={refusal} busy={loading} onRetry={retry} />}
      {!value && !refusal && slow && <Skeleton className="event__loading" />}
      {value && (
        <View className="event">
          <Hero event={value.event} now={value.serverAt} />
          <View className="event__body page-pad">
            {refusal && <ReadStale refusal={refusal} at={at} onRetry={retry} />}
            {acts.refusal && !leaving && <Notice kind="danger" text={acts.refusal.message || t('event.unheard')} />}
            <Seated seen={value} acts={acts} onJoin={() => setJoining(true)} onLeave={() => setLeaving(true)} />
          </View>
        </View>
      )}
    </Screen>
  )
}

function Hero({ event, now }: { event: EventView; now: string }) {
  const t = useTranslate()
  const language = useLanguage()
  const own = event.windows.find(({ mine }) => mine)
  const first = event.state === 'open' && own && event.windows.some(({ opensAt }) => opensAt > now)
  const tag = first ? t('event.open-now', { t: inLanguage(own.tier, language) }) : tagOf(event, now, language)?.text
  return (
    <View>
      <View className="event__hero" />
      <View className="event__head">
        {tag && <View className="event__tag s1">{tag}</View>}
        <View className="event__name">{inLanguage(event.name, language)}</View>
        {event.about && <View className="b1 event__about">{inLanguage(event.about, language)}</View>}
      </View>
    </View>
  )
}

type SeatedProps = { seen: Seen; acts: EventActs; onJoin: () => void; onLeave: () => void }

function Seated({ seen, acts, onJoin, onLeave }: SeatedProps) {
  const t = useTranslate()
  const language = useLanguage()
  const { event, serverAt: now, isMember } = seen
  const [people, setPeople] = useState(1)
  const [chosen, setChosen] = useState<string | null>(null)
  const { mine, state, guestsMax, kind } = event
  const asks = mine === null && (state === 'open' || state === 'to-wait')
  if (kind === 'vote')
    return (
      <>
        <BallotCard event={event} now={now} chosen={chosen} onChoose={setChosen} />
        <Voting seen={seen} acts={acts} chosen={chosen} onJoin={onJoin} />
      </>
    )
  return (
    <>
      <Facts event={event} now={now} />
      {mine && <Notice kind={mine.state === 'offered' ? 'accent' : 'info'} text={mineWords(mine, now, language)} />}
      <SeatsCard event={event} now={now} />
      {mine?.state === 'waiting' && <ReminderRow topics={place} className="card event__card" />}
      {asks && isMember && guestsMax > 0 && (
        <View className="card row between event__card">
          <View>
            <View className="h3">{t('event.people')}</View>
            <View className="s1 c-ink-3">{t('event.people.most', { n: guestsMax + 1 })}</View>
          </View>
          <Stepper id="people" count={people} most={guestsMax + 1} onChange={setPeople} />
        </View>
      )}
      {mine && mine.state !== 'came' && event.startsAt > now && (
        <Button id="event-leave" kind="text" size={44} label={t('event.leave')} onPress={onLeave} />
      )}
      {event.reviewable && <ReviewCard event={event} acts={acts} />}
      <Foot seen={seen} acts={acts} people={people} onJoin={onJoin} />
    </>
  )
}

/** When, where, and what it costs a person. */
function Facts({ event, now }: { event: EventView; now: string }) {
  const t = useTranslate()
  const language = useLanguage()
  const place = placeWords(event, language)
  const cost = isFree(event) ? costWords(event, language) : t('event.person', { cost: costWords(event, language) })
  const money = event.fen > 0 ? t('event.at-door') : null
  const back = event.backUntil
    ? event.backUntil > now
      ? t('event.back-until', { time: timeWords(event.backUntil, now, language) })
      : t('event.no-back')
    : null
  return (
    <View className="card event__facts">
      <ListRow
        icon="calendar"
        tile="brand"
        height={66}
        title={whenWords(event, now, language)}
        note={t('event.early')}
      />
      {place && <ListRow icon="pin" tile="brand" height={66} title={place} note={t('event.place')} />}
      <ListRow
        icon="ticket"
        tile="brand"
        height={66}
        title={cost}
        note={[back, money].filter(Boolean).join(' · ') || undefined}
      />
    </View>
  )
}

const place = ['event-place'] as const
const opening = ['event-opens'] as const

type FootProps = { seen: Seen; acts: EventActs; people: number; onJoin: () => void }

/** The one primary action: sign up, wait, or take the seat; with what is due. */
function Foot({ seen, acts, people, onJoin }: FootProps) {
  const t = useTranslate()
  const { event, isMember } = seen
  const { mine, state, points, fen } = event
  const reminder = useReminder(opening)
  if (state === 'not-open' && isMember && mine === null)
    return (
      <BottomBar>
        <Button
          id="event-remind"
          size={52}
          kind="soft"
          icon="bell"
          label={t('event.go.remind')}
          busy={acts.busy}
          onPress={() => {
            reminder.turnOn()
            void acts.remind()
          }}
        />
      </BottomBar>
    )
  const offered = mine?.state === 'offered'
  const asks = mine === null && (state === 'open' || state === 'to-wait')
  if (!offered && !asks) return null
  if (!isMember)
    return (
      <BottomBar>
        <Button id="event-join" size={52} label={t('event.join')} onPress={onJoin} />
      </BottomBar>
    )
  const party = offered ? mine.guests + 1 : people
  const waits = !offered && (state === 'to-wait' || (event.free !== null && event.free < party))
  const label = offered ? 'event.confirm.take' : waits ? 'event.confirm.wait' : 'event.confirm'
  return (
    <BottomBar>
      <View className="row">
        {points > 0 && (
          <View className="event__due">
            <View className="cap c-ink-3">{t('event.due')}</View>
            <View className="row num">
              <View id="event-due" className="event__figure">
                {countText(points * party)}
              </View>
              <View className="s1 c-ink-2">{t('mall.points')}</View>
            </View>
          </View>
        )}
        {points === 0 && fen > 0 && (
          <View className="event__due">
            <View className="cap c-ink-3">{t('event.at-door')}</View>
            <View id="event-due" className="num event__figure">
              {moneyText(fen * party)}
            </View>
          </View>
        )}
        <Button
          id="event-go"
          size={52}
          label={t(label)}
          busyLabel={t('event.busy')}
          busy={acts.busy}
          className="grow"
          onPress={() => void (offered ? acts.confirm(points * party) : acts.signUp(people, points * party))}
        />
      </View>
    </BottomBar>
  )
}

type VotingProps = { seen: Seen; acts: EventActs; chosen: string | null; onJoin: () => void }

function Voting({ seen, acts, chosen, onJoin }: VotingProps) {
  const t = useTranslate()
  const { event, isMember } = seen
  const { ballot, state } = event
  if (!ballot || state !== 'open' || (ballot.given !== null && !ballot.changeable)) return null
  if (!isMember)
    return (
      <BottomBar>
        <Button id="event-join" size={52} label={t('event.join.vote')} onPress={onJoin} />
      </BottomBar>
    )
  const isNew = chosen !== null && chosen !== ballot.given
  return (
    <BottomBar>
      <Button
        id="event-vote"
        size={52}
        label={t(isNew ? (ballot.given ? 'vote.again' : 'vote.go') : ballot.given ? 'vote.done' : 'vote.pick')}
        busyLabel={t('vote.busy')}
        busy={acts.busy}
        disabled={!isNew}
        onPress={() => chosen && void acts.vote(chosen)}
      />
    </BottomBar>
  )
}
