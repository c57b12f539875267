import { usePullDownRefresh, useReachBottom } from '@tarojs/taro'
import { View } from '@tarojs/components'
import { messagesInbox } from '@shared/messages/contract'
import { Notice } from '@/components/Notice'
import { PageState } from '@/components/PageState'
import { ReadFailed, ReadStale } from '@/components/ReadState'
import { Screen } from '@/components/Screen'
import { Skeleton } from '@/components/Skeleton'
import { Notices } from '@/features/messages/Notices'
import { useTranslate } from '@/kit/i18n'
import { afterPull } from '@/kit/read'
import { useReadPages } from '@/kit/read-pages'
import './messages.scss'

/** What the shop had to tell this member, whether WeChat carried it or not. */
export default function MessagesPage() {
  const t = useTranslate()
  const inbox = useReadPages(messagesInbox, {}, ({ nextBefore }) =>
    nextBefore === null ? null : { before: nextBefore },
  )
  const { pages, refusal, loading, at, moreFailed } = inbox
  usePullDownRefresh(() => void afterPull(inbox))
  useReachBottom(inbox.more)
  const retry = () => void inbox.again()
  const notices = pages.flatMap((page) => page.notices)
  const [head] = pages
  return (
    <Screen back title={t('messages.title')}>
      {!head && refusal && <ReadFailed refusal={refusal} busy={loading} onRetry={retry} />}
      {!head && !refusal && <Skeleton className="messages__waiting" />}
      {head && notices.length === 0 && (
        <PageState inline picture="slip" title={t('messages.empty')} body={t('messages.empty.body')} />
      )}
      {head && notices.length > 0 && (
        <View className="messages">
          {refusal && !moreFailed && (
            <View className="messages__stale">
              <ReadStale refusal={refusal} at={at} onRetry={retry} />
            </View>
          )}
          <Notices notices={notices} now={head.serverAt} />
          {moreFailed && (
            <Notice
              kind="danger"
              className="messages__end"
              text={t('state.error.title')}
              action={{ id: 'messages-more', label: t('action.retry'), onPress: inbox.more }}
            />
          )}
        </View>
      )}
    </Screen>
  )
}
