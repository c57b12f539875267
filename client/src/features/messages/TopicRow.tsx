import { View } from '@tarojs/components'
import type { OutputOf } from '@shared/kit/contract'
import type { messagesSettings } from '@shared/messages/settings-contract'
import { Button } from '@/components/Button'
import { Pressable } from '@/components/Pressable'
import { Switch } from '@/components/Switch'
import { inLanguage, useLanguage, useTranslate, type Translate } from '@/kit/i18n'
import { useReminder, type ReminderState } from './useReminder'
import './settings.scss'

type TopicSettings = OutputOf<typeof messagesSettings>['topics'][number]

/**
 * One topic: whether the member wants to hear of it at all, and how many messages in WeChat they have agreed to. It offers to
 * ask WeChat only when none is left, never while one is.
 */
export function TopicRow({ topic, onSwitch }: { topic: TopicSettings; onSwitch: (on: boolean) => void }) {
  const t = useTranslate()
  const name = inLanguage(topic.name, useLanguage())
  const { state, left, turnOn } = useReminder([topic.topic])
  const mayAsk = topic.on && state !== null && asking.includes(state)
  const note = topic.on ? noteOf(state, left, t) : t('notify.off')
  return (
    <View className="message-setting">
      <View className="message-setting__words">
        <View className="b1 w500">{name}</View>
        <View className={`s1 ${state === 'unsaved' ? 'c-danger' : 'c-ink-3'}`}>{note}</View>
      </View>
      {mayAsk && (
        <Button
          id={`allow-${topic.topic}`}
          kind="soft"
          size={32}
          className="message-setting__ask"
          busy={state === 'asking'}
          busyLabel={t('notify.asking')}
          label={t('notify.allow')}
          onPress={turnOn}
        />
      )}
      <Pressable
        id={`topic-${topic.topic}`}
        role="switch"
        checked={topic.on}
        label={`${name}，${note}`}
        className="message-setting__switch"
        onPress={() => onSwitch(!topic.on)}
      >
        <Switch on={topic.on} />
      </Pressable>
    </View>
  )
}

const asking: readonly ReminderState[] = ['off', 'asking', 'unasked', 'unsaved']

function noteOf(state: ReminderState | null, left: number, t: Translate): string {
  if (state === null) return t('notify.list')
  if (left > 0) return t('notify.left', { n: left })
  if (state === 'refused') return t('notify.refused')
  if (state === 'unasked' || state === 'unsaved' || state === 'elsewhere') return t(`remind.${state}`)
  return t('notify.left.none')
}
