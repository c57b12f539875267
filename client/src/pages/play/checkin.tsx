import { useState } from 'react'
import { usePullDownRefresh } from '@tarojs/taro'
import { View } from '@tarojs/components'
import type { CalendarView } from '@shared/checkins/contract'
import { Icon } from '@/components/Icon'
import { ReadFailed, ReadStale } from '@/components/ReadState'
import { Region } from '@/components/Region'
import { Rich } from '@/components/Rich'
import { Screen } from '@/components/Screen'
import { Skeleton } from '@/components/Skeleton'
import { MakeUpRow, MakeUpSheet } from '@/features/checkins/MakeUp'
import { MonthCard } from '@/features/checkins/MonthCard'
import { StreakCard } from '@/features/checkins/StreakCard'
import { useCalendar } from '@/features/checkins/useCalendar'
import { ReminderRow } from '@/features/messages/ReminderRow'
import { countText } from '@/kit/figures'
import { useTranslate } from '@/kit/i18n'
import { afterPull } from '@/kit/read'
import './checkin.scss'

const reminders = ['check-in'] as const

/** The daily visit: the streak, today's button, and the month. */
export default function CheckInPage() {
  const t = useTranslate()
  const read = useCalendar()
  const [paying, setPaying] = useState(false)
  usePullDownRefresh(() => void afterPull(read))
  const retry = () => void read.again()
  const { value, refusal } = read
  return (
    <Screen
      back
      title={t('checkin.title')}
      over={value && paying && <MakeUpSheet calendar={value} onClose={() => setPaying(false)} />}
    >
      {!value && refusal && <ReadFailed refusal={refusal} busy={read.loading} onRetry={retry} />}
      {!value && !refusal && read.slow && <Skeleton className="checkin__waiting" />}
      {value && (
        <View className="page-pad checkin">
          {refusal && <ReadStale refusal={refusal} at={read.at} onRetry={retry} />}
          <Head calendar={value} />
          <StreakCard calendar={value} onDone={retry} />
          <MonthCard calendar={value} />
          <MakeUpRow calendar={value} onPress={() => setPaying(true)} />
          <ReminderRow topics={reminders} className="card checkin__row" />
          <View className="checkin__restart s1 c-ink-3">
            <Icon name="info" size={15} className="checkin__gift" />
            {t('checkin.restart')}
          </View>
        </View>
      )}
    </Screen>
  )
}

function Head({ calendar }: { calendar: CalendarView }) {
  const t = useTranslate()
  const { streak, done } = calendar
  return (
    <View className="checkin__head">
      <Region role="group" label={`${t('checkin.streak')} ${streak} ${t('checkin.days')}`}>
        <View className="s1 c-ink-2">{t('checkin.streak')}</View>
        <View className="checkin__figure">
          <View id="checkin-streak" className="d1 num">
            {streak}
          </View>
          <View className="b1 c-ink-2 checkin__unit">{t('checkin.days')}</View>
        </View>
      </Region>
      <View className="s1 c-ink-2 checkin__sum">
        <View>{t('checkin.month', { n: done.days })}</View>
        {done.points > 0 && (
          <View>
            <Rich text={t('checkin.got', { n: countText(done.points) })} />
          </View>
        )}
      </View>
    </View>
  )
}
