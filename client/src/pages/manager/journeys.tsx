import { useState } from 'react'
import { usePullDownRefresh } from '@tarojs/taro'
import { View } from '@tarojs/components'
import { journeysOverview, type Overview } from '@shared/journeys/contract'
import { addDays, dayOf, type Day } from '@shared/kit/time'
import { staffMe } from '@shared/staff/contract'
import { Chips } from '@/components/Chips'
import { PageState } from '@/components/PageState'
import { ReadFailed, ReadStale } from '@/components/ReadState'
import { Screen } from '@/components/Screen'
import { Skeleton } from '@/components/Skeleton'
import { Tiles } from '@/components/Tiles'
import { KeptRow, ratio } from '@/features/journeys/KeptRow'
import { useGrant } from '@/features/staff/useGrant'
import { useTill } from '@/features/staff/till'
import { inLanguage, useLanguage, useTranslate } from '@/kit/i18n'
import { keptReply } from '@/kit/kept'
import { afterPull, useRead } from '@/kit/read'
import { clockOffset } from '@/kit/ticking'
import '@/i18n/follow-ups'
import '@/i18n/manager'
import './manager.scss'

const periods = ['7', '30', '90'] as const
type Period = (typeof periods)[number]

/** What was promised to members and what was delivered, by journey and by employee. */
export default function FollowUpsPage() {
  const t = useTranslate()
  const grant = useGrant()
  const chosen = useTill((till) => till.storeId)
  const store = grant?.stores.find(({ id }) => id === chosen) ?? grant?.stores[0]
  if (store) return <Board key={store.id} storeId={store.id} name={store.name} />
  return (
    <Screen back title={t('kept.title')}>
      <View className="manager">
        <Skeleton className="manager__waiting-list" />
      </View>
    </Screen>
  )
}

function Board({ storeId, name }: { storeId: string; name: string }) {
  const t = useTranslate()
  const [period, setPeriod] = useState<Period>('30')
  const today = cloudDay()
  const read = useRead(journeysOverview, { storeId, from: addDays(today, 1 - Number(period)), to: today })
  usePullDownRefresh(() => void afterPull(read))
  const retry = () => void read.again()
  return (
    <Screen back title={t('kept.title')}>
      <View className="manager">
        <View className="kept__chips">
          <Chips
            inset
            chips={periods.map((value) => ({ value, label: t(`kept.period.${value}`) }))}
            chosen={period}
            onChoose={setPeriod}
          />
        </View>
        {!read.value && read.refusal && <ReadFailed refusal={read.refusal} busy={read.loading} onRetry={retry} />}
        {!read.value && !read.refusal && read.slow && <Skeleton className="manager__waiting-list" />}
        {read.value && read.refusal && (
          <View className="manager__notice">
            <ReadStale refusal={read.refusal} at={read.at} onRetry={retry} />
          </View>
        )}
        {read.value && <Figures overview={read.value} store={name} />}
      </View>
    </Screen>
  )
}

/** Today as the cloud has it; a phone's own clock may be a day off. */
function cloudDay(): Day {
  const heard = keptReply(staffMe, {})
  return dayOf(new Date(Date.now() + (heard ? clockOffset(heard) : 0)).toISOString())
}

function Figures({ overview, store }: { overview: Overview; store: string }) {
  const t = useTranslate()
  const language = useLanguage()
  const { total, journeys, employees } = overview
  const percent = ratio(total)
  const due = total.inTime + total.late + total.missed + total.overdue
  if (total.due === 0 && journeys.every(({ running }) => running === 0))
    return <PageState picture="slip" title={t('kept.none')} body={t('kept.none.body')} />
  return (
    <>
      <Tiles
        tiles={[
          {
            id: 'kept-rate',
            label: t('kept.rate'),
            figure: percent === null ? '—' : `${percent}%`,
            note: due === 0 ? t('kept.rate.none') : t('kept.rate.note', { due, n: total.inTime }),
          },
          {
            id: 'kept-open',
            label: t('kept.open'),
            figure: String(total.overdue),
            note:
              total.overdue + total.escalated === 0 ? t('kept.open.none') : t('kept.open.some', { n: total.escalated }),
            tone: total.overdue > 0 ? 'danger' : 'ok',
          },
        ]}
      />
      <View className="card kept__card">
        <View className="row between">
          <View className="b1 w600">{t('kept.journeys')}</View>
          <View className="s1 c-ink-3 ellipsis">{store}</View>
        </View>
        {journeys.map((journey) => (
          <KeptRow
            key={journey.id}
            id={`kept-${journey.id}`}
            title={inLanguage(journey.name, language)}
            note={t('kept.running', { n: journey.running, waiting: journey.waiting })}
            kept={journey}
          />
        ))}
      </View>
      {employees.length > 0 && (
        <View className="card kept__card">
          <View className="b1 w600">{t('kept.employees')}</View>
          {employees.map((one) => (
            <KeptRow
              key={one.id ?? ''}
              id={`kept-${one.id ?? 'nobody'}`}
              title={one.name ?? t('kept.nobody')}
              kept={one}
            />
          ))}
        </View>
      )}
    </>
  )
}
