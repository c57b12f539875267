import { View } from '@tarojs/components'
import type { Topic } from '@shared/messages/topics'
import { Icon } from '@/components/Icon'
import { Pressable } from '@/components/Pressable'
import { Switch } from '@/components/Switch'
import { useTranslate } from '@/kit/i18n'
import { useReminder, type ReminderState } from './useReminder'
import './ReminderRow.scss'

/** What a member may ask to be told of at the place where it is about. */
type Asked = Extract<
  Topic,
  'tier-upgraded' | 'points-expiring' | 'card-used' | 'event-place' | 'event-opens' | 'check-in'
>

/**
 * A switch by which the member asks to be told of something. It is on while a message is agreed to and not yet sent, and
 * then asks nothing; a shop without a template for it shows no switch.
 */
export function ReminderRow({ topics, className = '' }: { topics: readonly Asked[]; className?: string }) {
  const t = useTranslate()
  const { state, turnOn } = useReminder(topics)
  const [only] = topics
  if (!state || !only) return null
  const title = t(topics.length > 1 ? 'remind.all' : `remind.${only}`)
  const note = t(state === 'on' && only === 'check-in' ? 'remind.on.check-in' : notes[state])
  const on = state === 'on' || state === 'asking'
  return (
    <Pressable
      id={`remind-${only}`}
      role="switch"
      checked={on}
      disabled={!tappable.includes(state)}
      label={`${title}，${note}`}
      className={`reminder ${className}`}
      onPress={turnOn}
    >
      <Icon name="bell" size={20} className="reminder__bell c-brand" />
      <View className="reminder__words">
        <View className="b2 w500">{title}</View>
        <View className={`cap ${state === 'unsaved' || state === 'unasked' ? 'reminder__note--wrong' : 'c-ink-3'}`}>
          {note}
        </View>
      </View>
      {state !== 'elsewhere' && <Switch on={on} />}
    </Pressable>
  )
}

const notes = {
  off: 'remind.note',
  asking: 'remind.note',
  on: 'remind.on',
  refused: 'remind.refused',
  unasked: 'remind.unasked',
  unsaved: 'remind.unsaved',
  elsewhere: 'remind.elsewhere',
} as const satisfies { [State in ReminderState]: string }

const tappable: readonly ReminderState[] = ['off', 'unasked', 'unsaved']
