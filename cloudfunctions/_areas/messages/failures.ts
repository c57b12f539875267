import type { InputOf } from '../../../shared/kit/contract'
import { allow } from '../../../shared/kit/ruling'
import type { FailureGroup, messagesFailures } from '../../../shared/messages/failures-contract'
import { maySendAgain } from '../../../shared/messages/may-send-again'
import { wordsOf } from '../../../shared/messages/topics'
import type { Effects } from '../../_runtime/effects'
import type { Handler, ManagerContext } from '../../_runtime/handler'
import type { TallyRow, Where } from '../../_runtime/store'
import type { StoredNotice } from './notice'

const pageSize = 50
const states = ['failed', 'unsure'] as const

/** A page of the messages that wait for a manager, how many there are in all, and how messages are sent. */
export const listFailures: Handler<typeof messagesFailures, ManagerContext> = async (context, input) => {
  const { effects, terms, now } = context
  const { store } = effects
  const [found, planned, tries, ...waiting] = await Promise.all([
    pageAfter(effects, input),
    store.count('notices', { state: 'planned' }),
    store.tally('notices', { where: { state: 'planned', tries: { gt: 0 } }, by: 'channel', sums: {} }),
    ...states.map((state) => store.tally('notices', { where: { state }, by: 'channel', sums: {} })),
  ])
  const page = found.slice(0, pageSize)
  const last = found.length > pageSize ? page.at(-1) : undefined
  const { quiet, perWeek } = terms?.programme.messages ?? {}
  const { templates = {}, texts = {}, mail = false } = terms?.shop ?? {}
  return allow({
    serverAt: now,
    failures: page.map(failureOf),
    nextBefore: last ? `${last.waitsSince} ${last._id}` : null,
    waiting: states.flatMap((state, place) => counts(waiting[place] ?? []).map((one) => ({ state, ...one }))),
    planned,
    retrying: counts(tries),
    policy: {
      quiet: quiet ?? null,
      perWeek: perWeek ?? null,
      templates: Object.keys(templates).length,
      texts: Object.keys(texts).length,
      mail,
    },
  })
}

/** A page and one more. Several may wait since the same instant, so a page may end among them. */
async function pageAfter(
  { store }: Effects,
  { group, before = '' }: InputOf<typeof messagesFailures>,
): Promise<StoredNotice[]> {
  const [since = '', ...id] = before.split(' ')
  const parts: Where[] =
    id.length > 0
      ? [{ waitsSince: since, _id: { lt: id.join(' ') } }, { waitsSince: { gt: '', lt: since } }]
      : [{ waitsSince: { gt: '' } }]
  const pages = parts.map((part) =>
    store.find<StoredNotice>('notices', {
      where: { ...group, ...part },
      orderBy: [
        ['waitsSince', 'desc'],
        ['_id', 'desc'],
      ],
      limit: pageSize + 1,
    }),
  )
  return (await Promise.all(pages)).flat()
}

function counts(rows: readonly TallyRow[]): { channel: FailureGroup['channel']; count: number }[] {
  return rows.map(({ by, count }) => ({ channel: by as FailureGroup['channel'], count }))
}

function failureOf(notice: StoredNotice) {
  const { _id, topic, at, state, channel, tries, answer, waitsSince } = notice
  return {
    id: _id,
    topic,
    at,
    since: waitsSince ?? at,
    title: wordsOf(notice).title,
    state: state === 'failed' ? ('failed' as const) : ('unsure' as const),
    channel: channel ?? null,
    tries: tries ?? 0,
    code: answer?.errCode ?? null,
    detail: answer?.errMsg ?? '',
    maySendAgain: maySendAgain(notice),
  }
}
