import type { Refusal } from '@/kit/call'
import { useTranslate } from '@/kit/i18n'
import { clockOf } from '@/kit/time'
import { Notice } from './Notice'
import { PageState } from './PageState'

/** A page that has nothing to show because its first load failed. */
export function ReadFailed({ refusal, busy, onRetry }: { refusal: Refusal; busy: boolean; onRetry: () => void }) {
  const t = useTranslate()
  const offline = refusal.code === 'network'
  const failed = refusal.code === 'internal_error' || refusal.message === ''
  return (
    <PageState
      picture="cup"
      title={t(offline ? 'state.network.title' : 'state.error.title')}
      body={offline ? t('state.network.body') : failed ? t('state.error.body') : refusal.message}
      action={{ label: t('action.again'), onPress: onRetry, busy }}
      code={refusal.errorId ? t('state.error.code', { code: refusal.errorId }) : undefined}
    />
  )
}

/** A page that shows an older copy because a later load failed: how old it is, and a way to try again. */
export function ReadStale({ refusal, at, onRetry }: { refusal: Refusal; at: number; onRetry: () => void }) {
  const t = useTranslate()
  const time = clockOf(new Date(at).toISOString())
  const offline = refusal.code === 'network'
  return (
    <Notice
      kind="accent"
      icon={offline ? 'offline' : 'alert'}
      text={t(offline ? 'state.offline' : 'state.stale', { time })}
      action={{ id: 'stale-retry', label: t('action.retry'), onPress: onRetry }}
    />
  )
}
