import { useState } from 'react'
import { usePullDownRefresh } from '@tarojs/taro'
import { View } from '@tarojs/components'
import { messagesFailures } from '@shared/messages/failures-contract'
import { ListRow } from '@/components/ListRow'
import { PageState } from '@/components/PageState'
import { ReadFailed, ReadStale } from '@/components/ReadState'
import { Screen } from '@/components/Screen'
import { Skeleton } from '@/components/Skeleton'
import { FailureSheet, type Failure } from '@/features/messages/FailureSheet'
import { SendingPolicy } from '@/features/messages/SendingPolicy'
import { inLanguage, useLanguage, useTranslate, type Translate } from '@/kit/i18n'
import { afterPull, useRead } from '@/kit/read'
import { momentWords } from '@/kit/time'
import '@/i18n/sending'
import './manager.scss'

/** Messages that did not go through, with what a manager may do about each, and by what rules messages are sent. */
export default function SendingPage() {
  const t = useTranslate()
  const language = useLanguage()
  const board = useRead(messagesFailures, {})
  const [chosen, setChosen] = useState<Failure | null>(null)
  usePullDownRefresh(() => void afterPull(board))
  const { value, refusal } = board
  const retry = () => void board.again()
  const done = () => {
    setChosen(null)
    retry()
  }
  return (
    <Screen
      back
      title={t('sending.title')}
      over={chosen && <FailureSheet failure={chosen} onDone={done} onClose={() => setChosen(null)} />}
    >
      <View className="manager">
        {!value && refusal && <ReadFailed refusal={refusal} busy={board.loading} onRetry={retry} />}
        {!value && !refusal && board.slow && <Skeleton className="manager__waiting-list" />}
        {value && refusal && (
          <View className="manager__notice">
            <ReadStale refusal={refusal} at={board.at} onRetry={retry} />
          </View>
        )}
        {value && (
          <>
            <View className="card manager__card">
              <ListRow title={t('sending.waiting')} value={String(value.planned)} />
              <ListRow title={t('sending.trouble')} value={String(value.failures.length)} />
            </View>
            {value.failures.length === 0 && (
              <PageState inline picture="slip" title={t('sending.none')} body={t('sending.none.body')} />
            )}
            {value.failures.length > 0 && (
              <View className="card manager__card">
                {value.failures.map((failure) => (
                  <ListRow
                    key={failure.id}
                    id={failure.id.replace(/[^\w-]/g, '-')}
                    icon={failure.state === 'failed' ? 'alert' : 'hourglass'}
                    tile="warn"
                    height={66}
                    title={inLanguage(failure.title, language)}
                    note={[noteOf(failure, t), momentWords(failure.at, value.serverAt, language)].join(' · ')}
                    onPress={() => setChosen(failure)}
                  />
                ))}
              </View>
            )}
            <View className="h3 manager__heading">{t('sending.policy')}</View>
            <SendingPolicy policy={value.policy} />
          </>
        )}
      </View>
    </Screen>
  )
}

function noteOf({ state, channel, tries }: Failure, t: Translate): string {
  const way = channel ? [t(`sending.${channel}`)] : []
  return [t(`sending.${state}`), ...way, ...(tries > 1 ? [t('sending.tries', { n: tries })] : [])].join(' · ')
}
