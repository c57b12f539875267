import { View } from '@tarojs/components'
import type { OutputOf } from '@shared/kit/contract'
import { dayOf } from '@shared/kit/time'
import type { messagesSettings } from '@shared/messages/settings-contract'
import { Pressable } from '@/components/Pressable'
import { Switch } from '@/components/Switch'
import { useLanguage, useTranslate } from '@/kit/i18n'
import { shortDay } from '@/kit/time'
import './settings.scss'

export type Way = OutputOf<typeof messagesSettings>['text']

/** Texts or mail: since when the member agreed and where it leads, or that nothing is sent. */
export function WayRow({ kind, way, onPress }: { kind: 'text' | 'mail'; way: Way; onPress: () => void }) {
  const t = useTranslate()
  const language = useLanguage()
  const title = t(`notify.${kind}`)
  const since = way.agreedAt && t('notify.way.on', { date: shortDay(dayOf(way.agreedAt), language), to: way.to ?? '' })
  const note = since ?? t(way.available ? 'notify.way.off' : 'notify.way.none')
  const on = way.agreedAt !== null
  return (
    <Pressable
      id={`way-${kind}`}
      role="switch"
      checked={on}
      disabled={!way.available && !on}
      label={`${title}，${note}`}
      className="message-setting"
      onPress={onPress}
    >
      <View className="message-setting__words">
        <View className="b1 w500">{title}</View>
        <View className="s1 c-ink-3">{note}</View>
      </View>
      {(way.available || on) && <Switch on={on} />}
    </Pressable>
  )
}
