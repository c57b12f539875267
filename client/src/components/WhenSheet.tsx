import { useState } from 'react'
import { View } from '@tarojs/components'
import { addDays, addMonths, dayOf, endOfMonth, timeOn, type Day, type Instant } from '@shared/kit/time'
import { weekdayOf } from '@shared/kit/period'
import { Button } from '@/components/Button'
import { Chips } from '@/components/Chips'
import { Icon } from '@/components/Icon'
import { Pressable } from '@/components/Pressable'
import { Sheet } from '@/components/Sheet'
import { useLanguage, useTranslate } from '@/kit/i18n'
import { clockOf, monthWords, shortDay } from '@/kit/time'
import './WhenSheet.scss'

/** A day and a time of day, chosen from a month's sheet. `from`: no earlier day may be chosen. */
export function WhenSheet(props: {
  title: string
  at: Instant | null
  now: Instant
  from?: Day
  onChoose: (at: Instant) => void
  onClose: () => void
}) {
  const { title, at, now, from, onChoose, onClose } = props
  const t = useTranslate()
  const language = useLanguage()
  const first = at ?? timeOn(addDays(dayOf(now), 1), '10:00')
  const [day, setDay] = useState(dayOf(first))
  const [time, setTime] = useState(nearest(clockOf(first)))
  const [month, setMonth] = useState(`${day.slice(0, 7)}-01`)
  const go = (months: number) => setMonth(addMonths(month, months))
  return (
    <Sheet title={title} onClose={onClose}>
      <View className="when__month">
        <Pressable id="when-before" label={t('when.before')} className="when__turn" onPress={() => go(-1)}>
          <Icon name="back" size={20} />
        </Pressable>
        <View className="b1 w600">{monthWords(month.slice(0, 7), language)}</View>
        <Pressable id="when-after" label={t('when.after')} className="when__turn" onPress={() => go(1)}>
          <Icon name="chevron-right" size={20} />
        </Pressable>
      </View>
      <View className="when__week">
        {t('when.weekdays')
          .split(' ')
          .map((one) => (
            <View key={one} className="when__cell cap c-ink-3">
              {one}
            </View>
          ))}
      </View>
      {weeksOf(month).map((week) => (
        <View key={week.join()} className="when__week">
          {week.map((one) => (
            <DayCell
              key={one}
              day={one}
              inMonth={one.slice(0, 7) === month.slice(0, 7)}
              chosen={one === day}
              closed={from !== undefined && one < from}
              label={shortDay(one, language)}
              onPress={() => setDay(one)}
            />
          ))}
        </View>
      ))}
      <View className="when__times">
        <Chips inset chips={times.map((value) => ({ value, label: value }))} chosen={time} onChoose={setTime} />
      </View>
      <Button
        id="when-done"
        size={52}
        label={`${shortDay(day, language)} ${time}`}
        className="when__done"
        onPress={() => onChoose(timeOn(day, time))}
      />
    </Sheet>
  )
}

function DayCell(props: {
  day: Day
  inMonth: boolean
  chosen: boolean
  closed: boolean
  label: string
  onPress: () => void
}) {
  const { day, inMonth, chosen, closed, label, onPress } = props
  if (!inMonth) return <View className="when__cell" />
  return (
    <Pressable
      id={`when-${day}`}
      label={label}
      selected={chosen}
      disabled={closed}
      className={`when__cell when__day num ${chosen ? 'when__day--on' : ''} ${closed ? 'when__day--closed' : ''}`}
      onPress={onPress}
    >
      {Number(day.slice(8))}
    </Pressable>
  )
}

/** Whole weeks from Monday that hold a month. */
function weeksOf(month: Day): Day[][] {
  const first = addDays(month, 1 - weekdayOf(month))
  const weeks: Day[][] = []
  for (let day = first; day <= endOfMonth(month); day = addDays(day, 7))
    weeks.push(Array.from({ length: 7 }, (_, n) => addDays(day, n)))
  return weeks
}

const times = Array.from({ length: 27 }, (_, n) => {
  const half = 16 + n
  return `${String(Math.floor(half / 2)).padStart(2, '0')}:${half % 2 === 0 ? '00' : '30'}`
})

function nearest(clock: string): string {
  return times.find((time) => time >= clock) ?? '10:00'
}
