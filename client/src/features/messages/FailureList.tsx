import { messagesFailures, type FailureGroup } from '@shared/messages/failures-contract'
import { Button } from '@/components/Button'
import { Notice } from '@/components/Notice'
import { ReadFailed } from '@/components/ReadState'
import { Skeleton } from '@/components/Skeleton'
import { countText } from '@/kit/figures'
import { useTranslate } from '@/kit/i18n'
import { useReadPages, type ReadPages } from '@/kit/read-pages'
import { Failures } from './Failures'
import type { Failure } from './FailureSheet'

type Read = ReadPages<typeof messagesFailures>
type Group = FailureGroup & { count: number }

/** What was read of them, and the way to the next page. */
export function FailureList({ read, onChoose }: { read: Read; onChoose: (failure: Failure) => void }) {
  const t = useTranslate()
  const { pages, refusal, moreFailed } = read
  const [head] = pages
  if (!head && refusal) return <ReadFailed refusal={refusal} busy={read.loading} onRetry={() => void read.again()} />
  if (!head) return <Skeleton className="manager__waiting-list" />
  return (
    <>
      <Failures failures={pages.flatMap((page) => page.failures)} now={head.serverAt} onChoose={onChoose} />
      {moreFailed && (
        <Notice
          kind="danger"
          className="manager__notice"
          text={t('state.error.title')}
          action={{ id: 'failures-retry', label: t('action.retry'), onPress: read.more }}
        />
      )}
      {read.hasMore && !moreFailed && (
        <Button
          id="failures-more"
          kind="text"
          size={44}
          label={t('sending.more')}
          busy={read.loadingMore}
          onPress={read.more}
        />
      )}
    </>
  )
}

export interface GroupListProps {
  group: Group
  onChoose: (failure: Failure) => void
  onSettle: (group: Group) => void
}

/** One group alone, which can be settled all at once. */
export function GroupList({ group, onChoose, onSettle }: GroupListProps) {
  const t = useTranslate()
  const first = { group: { state: group.state, channel: group.channel } }
  const read = useReadPages(messagesFailures, first, ({ nextBefore }) =>
    nextBefore === null ? null : { ...first, before: nextBefore },
  )
  return (
    <>
      <Button
        id="settle-group"
        kind="soft"
        size={44}
        className="manager__notice"
        label={t('sending.all.settle', { n: countText(group.count) })}
        onPress={() => onSettle(group)}
      />
      <FailureList read={read} onChoose={onChoose} />
    </>
  )
}
