import { View } from '@tarojs/components'
import { checkinsCheckIn, type CalendarView } from '@shared/checkins/contract'
import { Button } from '@/components/Button'
import { Icon } from '@/components/Icon'
import { Notice } from '@/components/Notice'
import { Region } from '@/components/Region'
import { toast } from '@/components/Toast'
import { useCommand } from '@/kit/command'
import { countText } from '@/kit/figures'
import { haptic } from '@/kit/haptic'
import { useTranslate } from '@/kit/i18n'
import { calendarChanged } from './useCalendar'

type Props = { calendar: CalendarView; onDone: () => void }

/** The days of the streak around today, and the one button of the page. */
export function StreakCard({ calendar, onDone }: Props) {
  const t = useTranslate()
  const { steps, next } = calendar
  return (
    <View className="card checkin__card">
      <View className="checkin__steps">
        <View className="checkin__line" />
        {steps.map((step) => (
          <Step key={step.streak} step={step} now={step.streak === nowOf(calendar)} />
        ))}
      </View>
      {next && (
        <View id="checkin-next" className="s1 c-ink-2 checkin__next">
          {t('checkin.next', { n: next.inDays, nth: next.streak, points: countText(next.points) })}
        </View>
      )}
      <CheckInButton calendar={calendar} onDone={onDone} />
    </View>
  )
}

function nowOf({ streak, checkedIn }: CalendarView): number {
  return checkedIn ? streak : streak + 1
}

function Step({ step, now }: { step: CalendarView['steps'][number]; now: boolean }) {
  const t = useTranslate()
  const { streak, points, state } = step
  const label = now ? t('day.today') : t('checkin.nth', { n: streak })
  return (
    <Region role="group" label={`${label}，+${points}，${t(`checkin.state.${state}`)}`} className="checkin__step">
      <View className={`checkin__dot checkin__dot--${state} num`}>
        {state === 'done' ? <Icon name="check" size={16} /> : <View>{points > 0 ? `+${points}` : streak}</View>}
      </View>
      <View className={`cap checkin__label ${now ? 'c-brand w600' : 'c-ink-3'}`}>{label}</View>
    </Region>
  )
}

function CheckInButton({ calendar, onDone }: Props) {
  const t = useTranslate()
  const { run, busy, refusal } = useCommand(checkinsCheckIn)
  const { checkedIn, points } = calendar
  const go = async () => {
    haptic('light')
    const answer = await run({})
    if (answer && !answer.ok && answer.refusal.code === 'checked_in_already') return onDone()
    if (!answer?.ok) return
    const { earned } = answer.value
    await calendarChanged(answer.value.calendar)
    toast(earned > 0 ? t('checkin.got.now', { n: earned }) : t('checkin.got.plain'))
  }
  const label = points > 0 ? t('checkin.go', { n: countText(points) }) : t('checkin.go.plain')
  return (
    <>
      {refusal && !checkedIn && (
        <Notice kind="danger" text={refusal.message || t('checkin.unheard')} className="checkin__refusal" />
      )}
      <Button
        id="checkin-go"
        size={52}
        label={checkedIn ? t('checkin.done') : label}
        busyLabel={t('checkin.busy')}
        busy={busy}
        disabled={checkedIn}
        onPress={() => void go()}
      />
    </>
  )
}
