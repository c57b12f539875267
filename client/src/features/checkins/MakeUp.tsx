import { useState } from 'react'
import { View } from '@tarojs/components'
import { checkinsMakeUp, type CalendarView } from '@shared/checkins/contract'
import { Button } from '@/components/Button'
import { Chips } from '@/components/Chips'
import { ListRow } from '@/components/ListRow'
import { Notice } from '@/components/Notice'
import { Sheet } from '@/components/Sheet'
import { toast } from '@/components/Toast'
import { useCommand } from '@/kit/command'
import { countText } from '@/kit/figures'
import { useLanguage, useTranslate } from '@/kit/i18n'
import { shortDay } from '@/kit/time'
import { calendarChanged } from './useCalendar'

/** The way to make up for missed days, where the shop has one and days were missed. */
export function MakeUpRow({ calendar, onPress }: { calendar: CalendarView; onPress: () => void }) {
  const t = useTranslate()
  const { makeUp } = calendar
  if (!makeUp || makeUp.days.length === 0) return null
  return (
    <View className="card checkin__row">
      <ListRow
        id="checkin-makeup"
        icon="history"
        height={60}
        title={t('checkin.makeup.row', { n: makeUp.days.length })}
        note={t('checkin.makeup.note', { points: countText(makeUp.points) })}
        value={t('checkin.makeup')}
        onPress={onPress}
      />
    </View>
  )
}

/** Which missed day, and what it costs, before it is paid; the latest is chosen, since it mends the streak first. */
export function MakeUpSheet({ calendar, onClose }: { calendar: CalendarView; onClose: () => void }) {
  const t = useTranslate()
  const language = useLanguage()
  const { makeUp, balance } = calendar
  const command = useCommand(checkinsMakeUp)
  const days = [...(makeUp?.days ?? [])].reverse()
  const [chosen, setChosen] = useState(days[0] ?? '')
  if (!makeUp) return null
  const { points } = makeUp
  const go = async () => {
    const answer = await command.run({ day: chosen, points })
    if (!answer?.ok) return
    await calendarChanged(answer.value.calendar)
    toast(t('checkin.makeup.done', { date: shortDay(chosen, language) }))
    onClose()
  }
  const short = balance < points
  return (
    <Sheet title={t('checkin.makeup')} locked={command.busy} onClose={onClose}>
      {command.refusal && <Notice kind="danger" text={command.refusal.message || t('checkin.unheard')} />}
      <View className="b1 c-ink-2 checkin__body">
        {t('checkin.makeup.body', { points: countText(points), balance: countText(balance) })}
      </View>
      <Chips
        inset
        chips={days.map((day) => ({ value: day, label: shortDay(day, language) }))}
        chosen={chosen}
        onChoose={setChosen}
      />
      <Button
        id="makeup-go"
        size={52}
        label={short ? t('checkin.makeup.short', { n: points - balance }) : t('checkin.makeup.go', { n: points })}
        busyLabel={t('checkin.makeup.busy')}
        busy={command.busy}
        disabled={short || chosen === ''}
        className="checkin__button"
        onPress={() => void go()}
      />
    </Sheet>
  )
}
