import { allow } from '../../../shared/kit/ruling'
import type { messagesFailures } from '../../../shared/messages/failures-contract'
import { wordsOf } from '../../../shared/messages/topics'
import type { Handler, ManagerContext } from '../../_runtime/handler'
import type { StoredNotice } from './notice'

const shown = 50

/** The latest messages that did not go through, or of which nobody knows whether they did, and how messages are sent. */
export const listFailures: Handler<typeof messagesFailures, ManagerContext> = async ({ effects, terms, now }) => {
  const [notices, planned] = await Promise.all([
    effects.store.find<StoredNotice>('notices', {
      where: { state: { in: ['failed', 'unsure'] } },
      orderBy: [['order', 'desc']],
      limit: shown,
    }),
    effects.store.count('notices', { state: 'planned' }),
  ])
  const { quiet, perWeek } = terms?.programme.messages ?? {}
  const { templates = {}, texts = {}, mail = false } = terms?.shop ?? {}
  return allow({
    serverAt: now,
    failures: notices.map(failureOf),
    planned,
    policy: {
      quiet: quiet ?? null,
      perWeek: perWeek ?? null,
      templates: Object.keys(templates).length,
      texts: Object.keys(texts).length,
      mail,
    },
  })
}

function failureOf(notice: StoredNotice) {
  const { _id, topic, at, state, channel, tries, answer } = notice
  return {
    id: _id,
    topic,
    at,
    title: wordsOf(notice).title,
    state: state === 'failed' ? ('failed' as const) : ('unsure' as const),
    channel: channel ?? null,
    tries: tries ?? 0,
    code: answer?.errCode ?? null,
    detail: answer?.errMsg ?? '',
    maySendAgain: maySendAgain(notice),
  }
}

/** What may have left is not sent again; a mail that comes twice is shown once by its number, so it may be. */
export function maySendAgain({ state, channel }: StoredNotice): boolean {
  return state === 'failed' || (state === 'unsure' && channel === 'mail')
}
