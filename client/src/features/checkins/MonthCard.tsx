import { View } from '@tarojs/components'
import type { CalendarView } from '@shared/checkins/contract'
import { Icon } from '@/components/Icon'
import { Region } from '@/components/Region'
import { useLanguage, useTranslate } from '@/kit/i18n'
import { monthWords, shortDay } from '@/kit/time'

/** The month day by day: what was done, today, and the days to come that bring more. */
export function MonthCard({ calendar }: { calendar: CalendarView }) {
  const t = useTranslate()
  const language = useLanguage()
  const { days, today } = calendar
  const before = days[0] ? new Date(`${days[0].day}T00:00:00.000Z`).getUTCDay() : 0
  return (
    <View className="card checkin__month">
      <View className="checkin__month-head">
        <View className="b1 w600">{monthWords(today.slice(0, 7), language)}</View>
        {days.some(({ bonus }) => bonus) && (
          <View className="checkin__legend s1 c-ink-2">
            <Icon name="gift" size={15} className="c-accent checkin__gift" />
            {t('checkin.bonus')}
          </View>
        )}
      </View>
      <Region hidden className="checkin__week">
        {[...t('checkin.week')].map((name, index) => (
          <View key={index} className="checkin__cell checkin__cell--head cap c-ink-3">
            {name}
          </View>
        ))}
      </Region>
      <View className="checkin__week">
        {Array.from({ length: before }, (_, index) => (
          <View key={index} className="checkin__cell" />
        ))}
        {days.map((one) => (
          <DayCell key={one.day} one={one} spoken={shortDay(one.day, language)} />
        ))}
      </View>
    </View>
  )
}

function DayCell({ one, spoken }: { one: CalendarView['days'][number]; spoken: string }) {
  const t = useTranslate()
  const { day, state, bonus } = one
  const gift = bonus && state === 'ahead'
  const label = `${spoken}，${t(`checkin.state.${state}`)}${bonus ? `，${t('checkin.bonus')}` : ''}`
  return (
    <Region role="group" label={label} className="checkin__cell">
      <View className={`checkin__day checkin__day--${state} num`}>
        {state === 'done' && <Icon name="check" size={16} />}
        {gift && <Icon name="gift" size={18} className="c-accent" />}
        {state !== 'done' && !gift && Number(day.slice(8))}
      </View>
    </Region>
  )
}
