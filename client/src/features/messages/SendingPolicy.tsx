import { View } from '@tarojs/components'
import type { OutputOf } from '@shared/kit/contract'
import type { messagesFailures } from '@shared/messages/failures-contract'
import { worthOrder } from '@shared/messages/worth'
import { ListRow } from '@/components/ListRow'
import { inLanguage, useLanguage, useTranslate } from '@/kit/i18n'
import './settings.scss'

type Policy = OutputOf<typeof messagesFailures>['policy']

/** By what rules messages are sent, in the shop's own figures, and in what order when too few were agreed to. */
export function SendingPolicy({ policy }: { policy: Policy }) {
  const t = useTranslate()
  const language = useLanguage()
  const { quiet, perWeek, templates, texts, mail } = policy
  return (
    <>
      <View className="card manager__card">
        <ListRow title={t('sending.quiet')} value={quiet ? t('sending.quiet.hours', quiet) : t('sending.quiet.none')} />
        <ListRow
          title={t('sending.cap')}
          value={perWeek === null ? t('sending.cap.none') : t('sending.cap.week', { n: perWeek })}
        />
        <ListRow title={t('sending.pauses')} value={t('sending.pauses.list')} />
        <ListRow title={t('sending.templates')} value={t('sending.count', { n: templates })} />
        <ListRow title={t('sending.texts')} value={t('sending.count', { n: texts })} />
        <ListRow title={t('sending.mail')} value={t(mail ? 'sending.mail.on' : 'sending.mail.off')} />
      </View>
      <View className="h3 manager__heading">{t('sending.order')}</View>
      <View className="card manager__card manager__order">
        {Object.values(worthOrder).map((words, place) => (
          <View key={words.en} className="manager__place">
            <View className="s1 num c-ink-3 manager__number">{place + 1}</View>
            <View className="b2 grow">{inLanguage(words, language)}</View>
          </View>
        ))}
      </View>
    </>
  )
}
