import { usePullDownRefresh, useReachBottom } from '@tarojs/taro'
import { View } from '@tarojs/components'
import { Button } from '@/components/Button'
import { ReadFailed, ReadStale } from '@/components/ReadState'
import { Screen } from '@/components/Screen'
import { Skeleton } from '@/components/Skeleton'
import { HistoryEvents } from '@/features/tiers/HistoryEvents'
import { HistoryHead } from '@/features/tiers/HistoryHead'
import { HowCounted } from '@/features/tiers/HowCounted'
import { useHistory } from '@/features/tiers/useHistory'
import { useTranslate } from '@/kit/i18n'
import { afterPull } from '@/kit/read'
import './tier.scss'
import './tier-history.scss'

/** How the member came to their tier: each change with its reason, and how it is counted. */
export default function TierHistoryPage() {
  const t = useTranslate()
  const history = useHistory()
  const { head, events, refusal, loading, at, again, moreFailed, more } = history
  usePullDownRefresh(() => void afterPull(history))
  useReachBottom(more)
  const retry = () => void again()
  return (
    <Screen back title={t('tiers.history')}>
      {!head && refusal && <ReadFailed refusal={refusal} busy={loading} onRetry={retry} />}
      {!head && !refusal && <Skeleton className="history__waiting" />}
      {head && (
        <View className="history">
          {refusal && !moreFailed && (
            <View className="history__stale">
              <ReadStale refusal={refusal} at={at} onRetry={retry} />
            </View>
          )}
          <HistoryHead current={head.current} progress={head.progress} />
          <View className="h3 ladder__section">{t('tiers.history.changes')}</View>
          <HistoryEvents events={events} head={head} />
          <More history={history} />
          <HowCounted />
        </View>
      )}
    </Screen>
  )
}

/** Whether there is more behind the last page; nothing where everything stands on one. */
function More({ history }: { history: ReturnType<typeof useHistory> }) {
  const t = useTranslate()
  const { pages, hasMore, moreFailed, more } = history
  if (pages.length < 2 && !hasMore) return null
  if (!moreFailed)
    return <View className="history__end s1 c-ink-3">{t(hasMore ? 'tiers.history.more' : 'tiers.history.end')}</View>
  return (
    <View className="history__end">
      <View className="s1 c-ink-2">{t('tiers.history.failed')}</View>
      <Button
        id="history-more"
        kind="soft"
        size={32}
        label={t('action.retry')}
        className="history__retry"
        onPress={more}
      />
    </View>
  )
}
