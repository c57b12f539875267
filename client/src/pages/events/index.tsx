import { useState } from 'react'
import { usePullDownRefresh } from '@tarojs/taro'
import { View } from '@tarojs/components'
import { eventsList, type EventView } from '@shared/events/contract'
import { weekdayOf } from '@shared/kit/period'
import type { OutputOf } from '@shared/kit/contract'
import { dayOf } from '@shared/kit/time'
import { Chips } from '@/components/Chips'
import { PageState } from '@/components/PageState'
import { ReadFailed, ReadStale } from '@/components/ReadState'
import { Screen } from '@/components/Screen'
import { Skeleton } from '@/components/Skeleton'
import { Tabs } from '@/components/Tabs'
import { BoardList } from '@/features/events/Boards'
import { EventCard } from '@/features/events/EventCard'
import { isFree } from '@/features/events/eventWords'
import { useTranslate } from '@/kit/i18n'
import { openTab } from '@/kit/open'
import { afterPull, useRead } from '@/kit/read'
import './index.scss'

type Part = 'open' | 'mine' | 'votes' | 'boards'
type Seen = OutputOf<typeof eventsList>

/** What members take part in: events to sign up to, one's own, votes, and boards. A visitor may look at all but boards. */
export default function EventsPage() {
  const t = useTranslate()
  const read = useRead(eventsList, {})
  const { value, refusal, slow, loading, at } = read
  const [part, setPart] = useState<Part>('open')
  usePullDownRefresh(() => void afterPull(read))
  const retry = () => void read.again()
  const mine = value?.events.filter(isMine).length ?? 0
  return (
    <Screen tab="events" lead={<View className="events__title">{t('events.title')}</View>}>
      <View className="events">
        <Tabs
          chosen={part}
          onChoose={setPart}
          tabs={[
            { value: 'open', label: t('events.tab.open') },
            { value: 'mine', label: t('events.tab.mine', { n: mine || '' }).trim() },
            { value: 'votes', label: t('events.tab.votes') },
            { value: 'boards', label: t('events.tab.boards') },
          ]}
        />
        {value && refusal && <ReadStale refusal={refusal} at={at} onRetry={retry} />}
        {value && <Chosen part={part} seen={value} onOpen={() => setPart('open')} />}
        {!value && refusal && <ReadFailed refusal={refusal} busy={loading} onRetry={retry} />}
        {!value && !refusal && slow && <Skeleton className="events__waiting" />}
      </View>
    </Screen>
  )
}

function Chosen({ part, seen, onOpen }: { part: Part; seen: Seen; onOpen: () => void }) {
  const t = useTranslate()
  const { events, serverAt, isMember } = seen
  if (part === 'open') return <Open events={events.filter(isToCome)} now={serverAt} />
  if (part === 'boards' && isMember)
    return (
      <View className="page-pad events__list">
        <BoardList />
      </View>
    )
  if (part === 'boards')
    return (
      <PageState
        inline
        picture="cup"
        title={t('mall.visitor')}
        body={t('mall.visitor.body')}
        action={{ label: t('me.visitor.join'), onPress: () => openTab('home') }}
      />
    )
  if (part === 'votes')
    return (
      <Cards
        events={events.filter(({ kind }) => kind === 'vote')}
        now={serverAt}
        none={{ title: t('events.votes.empty'), body: t('events.votes.empty.body') }}
      />
    )
  const none = { title: t('events.mine.empty'), body: t('events.mine.empty.body') }
  const look = { label: t('event.gone.go'), onPress: onOpen }
  return <Cards events={events.filter(isMine)} now={serverAt} none={{ ...none, action: look }} />
}

type Filter = 'all' | 'weekend' | 'free' | `in-${string}`

function Open({ events, now }: { events: EventView[]; now: string }) {
  const t = useTranslate()
  const [filter, setFilter] = useState<Filter>('all')
  const stores = [...new Set(events.flatMap(({ storeName }) => storeName ?? []))]
  const chips = [
    { value: 'all' as const, label: t('events.all') },
    ...stores.map((name) => ({ value: `in-${name}` as const, label: name })),
    { value: 'weekend' as const, label: t('events.weekend') },
    { value: 'free' as const, label: t('events.free') },
  ]
  const shown = events.filter((event) => fits(event, filter))
  if (events.length === 0)
    return <PageState inline picture="slip" title={t('events.empty')} body={t('events.empty.body')} />
  return (
    <View>
      <View className="events__chips">
        <Chips<Filter> chips={chips} chosen={filter} onChoose={setFilter} />
      </View>
      <Cards events={shown} now={now} none={{ title: t('events.none'), body: t('events.none.body') }} />
    </View>
  )
}

type CardsProps = {
  events: EventView[]
  now: string
  none: { title: string; body: string; action?: { label: string; onPress: () => void } }
}

function Cards({ events, now, none }: CardsProps) {
  if (events.length === 0) return <PageState inline picture="slip" {...none} />
  return (
    <View className="page-pad events__list">
      {events.map((event) => (
        <EventCard key={event.id} event={event} now={now} />
      ))}
    </View>
  )
}

function fits(event: EventView, filter: Filter): boolean {
  if (filter === 'all') return true
  if (filter === 'free') return isFree(event)
  if (filter === 'weekend') return weekdayOf(dayOf(event.startsAt)) >= 6
  return `in-${event.storeName}` === filter
}

function isToCome({ kind, state, mine }: EventView): boolean {
  return kind !== 'vote' && state !== 'over' && mine?.state !== 'came'
}

function isMine({ mine }: EventView): boolean {
  return mine !== null
}
