import type { StoredNotice } from '../../cloudfunctions/_areas/messages/notice'
import { wxEffects } from '../../cloudfunctions/_runtime/wx'
import type { Notice, Sending } from '../../shared/messages/topics'
import type { TestCloud } from './cloud'

/** Something to tell a member: points that are good until a day, unless it is another thing. */
export function noticeOf(about: { key: string; points?: number; on?: string; sending?: Sending }): Notice {
  const { key, points = 100, on = '2026-06-30', sending } = about
  return { topic: 'points-expiring', key, facts: { points, on }, ...(sending ? { sending } : {}) }
}

/** Puts a notice into the queue as settling an account does, due now. */
export async function keepNotice(
  cloud: TestCloud,
  accountId: string,
  about: Parameters<typeof noticeOf>[0],
  more: Partial<StoredNotice> = {},
): Promise<void> {
  const { now } = await cloud.control('clock')
  const stands = {
    state: 'planned',
    dueAt: now,
    channel: null,
    reason: null,
    tries: 0,
    acceptanceId: null,
    answer: null,
  }
  const _id = `notice:${accountId}:${about.key}`
  const waits = more.state === 'failed' || more.state === 'unsure' ? { waitsSince: now } : {}
  const notice = {
    ...noticeOf(about),
    _id,
    accountId,
    at: now,
    order: `${now} ${about.key}`,
    ...stands,
    ...waits,
    ...more,
  }
  await cloud.run(async () => void (await wxEffects().store.insert('notices', [notice])))
}

export const byText: Sending = { purpose: 'promotion', channels: ['text', 'inbox'], messageId: 'news' }
export const byMail: Sending = { purpose: 'promotion', channels: ['mail', 'inbox'], messageId: 'news' }
