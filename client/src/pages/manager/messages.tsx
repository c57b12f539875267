import { useState } from 'react'
import { usePullDownRefresh } from '@tarojs/taro'
import { View } from '@tarojs/components'
import type { OutputOf } from '@shared/kit/contract'
import { messagesFailures } from '@shared/messages/failures-contract'
import { Chips } from '@/components/Chips'
import { PageState } from '@/components/PageState'
import { ReadFailed, ReadStale } from '@/components/ReadState'
import { Screen } from '@/components/Screen'
import { Skeleton } from '@/components/Skeleton'
import { FailureCounts } from '@/features/messages/FailureCounts'
import { FailureList, GroupList } from '@/features/messages/FailureList'
import { FailureSheet, type Failure } from '@/features/messages/FailureSheet'
import { groupKey, groupWords } from '@/features/messages/groupWords'
import { GroupSheet } from '@/features/messages/GroupSheet'
import { SendingPolicy } from '@/features/messages/SendingPolicy'
import { countText } from '@/kit/figures'
import { useTranslate, type Translate } from '@/kit/i18n'
import { afterPull, outdated } from '@/kit/read'
import { useReadPages } from '@/kit/read-pages'
import '@/i18n/sending'
import './manager.scss'

type Board = OutputOf<typeof messagesFailures>
type Group = Board['waiting'][number]

/** Messages that did not go through, one by one and all of a way at once, and by what rules messages are sent. */
export default function SendingPage() {
  const t = useTranslate()
  const [filter, setFilter] = useState('all')
  const [chosen, setChosen] = useState<Failure | null>(null)
  const [settling, setSettling] = useState<Group | null>(null)
  const all = useReadPages(messagesFailures, {}, ({ nextBefore }) =>
    nextBefore === null ? null : { before: nextBefore },
  )
  const [head] = all.pages
  const group = head?.waiting.find((one) => groupKey(one) === filter)
  const { refusal } = all
  const retry = () => void all.again()
  const done = () => {
    setChosen(null)
    setSettling(null)
    setFilter('all')
    outdated(messagesFailures)
    retry()
  }
  usePullDownRefresh(() => void afterPull(all))
  return (
    <Screen
      back
      title={t('sending.title')}
      over={
        <>
          {chosen && <FailureSheet failure={chosen} onDone={done} onClose={() => setChosen(null)} />}
          {settling && head && (
            <GroupSheet group={settling} until={head.serverAt} onDone={done} onClose={() => setSettling(null)} />
          )}
        </>
      }
    >
      <View className="manager">
        {!head && refusal && <ReadFailed refusal={refusal} busy={all.loading} onRetry={retry} />}
        {!head && !refusal && <Skeleton className="manager__waiting-list" />}
        {head && refusal && !all.moreFailed && (
          <View className="manager__notice">
            <ReadStale refusal={refusal} at={all.at} onRetry={retry} />
          </View>
        )}
        {head && (
          <>
            <FailureCounts board={head} />
            {head.waiting.length === 0 && (
              <PageState inline picture="slip" title={t('sending.none')} body={t('sending.none.body')} />
            )}
            {head.waiting.length > 0 && (
              <>
                <View className="manager__filters">
                  <Chips inset chips={chipsOf(head, t)} chosen={group ? filter : 'all'} onChoose={setFilter} />
                </View>
                {group ? (
                  <GroupList key={filter} group={group} onChoose={setChosen} onSettle={setSettling} />
                ) : (
                  <FailureList read={all} onChoose={setChosen} />
                )}
              </>
            )}
            <View className="h3 manager__heading">{t('sending.policy')}</View>
            <SendingPolicy policy={head.policy} />
          </>
        )}
      </View>
    </Screen>
  )
}

function chipsOf({ waiting }: Board, t: Translate): { value: string; label: string }[] {
  const ofGroups = waiting.map((one) => ({
    value: groupKey(one),
    label: `${groupWords(one, t)} ${countText(one.count)}`,
  }))
  return [{ value: 'all', label: t('sending.all') }, ...ofGroups]
}
