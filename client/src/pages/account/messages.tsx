import { useState } from 'react'
import { usePullDownRefresh } from '@tarojs/taro'
import { View } from '@tarojs/components'
import { Notice } from '@/components/Notice'
import { ReadFailed, ReadStale } from '@/components/ReadState'
import { Screen } from '@/components/Screen'
import { Skeleton } from '@/components/Skeleton'
import { toast } from '@/components/Toast'
import { MailSheet } from '@/features/messages/MailSheet'
import { TextSheet } from '@/features/messages/TextSheet'
import { TopicRow } from '@/features/messages/TopicRow'
import { useMessageSettings, type PreferenceAsked } from '@/features/messages/useMessageSettings'
import { WayRow } from '@/features/messages/WayRow'
import { useTranslate } from '@/kit/i18n'
import { afterPull } from '@/kit/read'
import '@/i18n/notify'
import './messages.scss'

type Kind = 'text' | 'mail'

/** What the member wants to be told and how: topics in WeChat, texts and mail, each with its own way out. */
export default function MessageSettingsPage() {
  const t = useTranslate()
  const settings = useMessageSettings()
  const [asked, setAsked] = useState<Kind | null>(null)
  usePullDownRefresh(() => void afterPull(settings))
  const { value, refusal } = settings
  const retry = () => void settings.again()
  const agree = async (change: PreferenceAsked) => {
    if (!(await settings.change(change))) return
    setAsked(null)
    toast(t('notify.agreed'))
  }
  const tap = async (kind: Kind) => {
    if (value?.[kind].agreedAt === null) setAsked(kind)
    else if (await settings.change({ kind, on: false })) toast(t('notify.ended'))
  }
  const AgreeSheet = asked === 'mail' ? MailSheet : TextSheet
  return (
    <Screen
      back
      title={t('notify.title')}
      over={
        value &&
        asked && (
          <AgreeSheet
            way={value[asked]}
            busy={settings.busy}
            refusal={settings.changeRefusal}
            onAgree={(change) => void agree(change)}
            onClose={() => setAsked(null)}
          />
        )
      }
    >
      {!value && refusal && <ReadFailed refusal={refusal} busy={settings.loading} onRetry={retry} />}
      {!value && !refusal && settings.slow && <Skeleton className="message-settings__waiting" />}
      {value && (
        <View className="page-pad message-settings">
          {refusal && <ReadStale refusal={refusal} at={settings.at} onRetry={retry} />}
          {!asked && settings.changeRefusal && (
            <Notice kind="danger" text={settings.changeRefusal.message} className="message-settings__notice" />
          )}
          <View className="h3 message-settings__heading">{t('notify.wechat')}</View>
          <View className="s1 c-ink-3 message-settings__note">{t('notify.wechat.note')}</View>
          <View className="card">
            {value.topics.map((topic) => (
              <TopicRow
                key={topic.topic}
                topic={topic}
                onSwitch={(on) => void settings.change({ kind: 'topic', topic: topic.topic, on })}
              />
            ))}
          </View>
          <View className="h3 message-settings__heading">{t('notify.beside')}</View>
          <View className="s1 c-ink-3 message-settings__note">{t('notify.beside.note')}</View>
          <View className="card">
            <WayRow kind="text" way={value.text} onPress={() => void tap('text')} />
            <WayRow kind="mail" way={value.mail} onPress={() => void tap('mail')} />
          </View>
        </View>
      )}
    </Screen>
  )
}
