import type { noticeStates } from '../../../shared/messages/contract'
import type { Instant } from '../../../shared/kit/time'
import type { Way } from '../../../shared/messages/plan'
import type { PlanReason } from '../../../shared/messages/plan-reasons'
import type { Notice } from '../../../shared/messages/topics'
import type { Effects, PlatformAnswer } from '../../_runtime/effects'

/** A notice as it is kept: what it says, how it is to reach its member, and what became of it. */
export type StoredNotice = Notice & {
  _id: string
  accountId: string
  at: Instant
  /** Time and key, by which a member's notices stand in order. */
  order: string
  state: (typeof noticeStates)[number]
  /** When the clock has to look at it: to send it, to try again, or because whoever was sending it must be gone; else null. */
  dueAt: Instant | null
  /** The way that it took last; null while it stands in the member's list alone. */
  channel: Way | null
  /** Why it went that way. */
  reason: PlanReason | null
  /** How often it was tried. */
  tries: number
  /** The acceptance that it is to go out by; null where it goes by another way or none. */
  acceptanceId: string | null
  answer: PlatformAnswer | null
  /** When it left, where it is promotion, by which the week's number is counted. */
  promotedAt?: Instant | null
  /** Since when it waits for a manager; null or absent while it does not. */
  waitsSince?: Instant | null
  /** What a manager last did about it. */
  handled?: { by: string; requestId: string; at: Instant }
}

/**
 * Writes a member's notices down, each once however often it is asked: they stand in the member's list and are due to be sent.
 */
export async function keepNotices(effects: Effects, accountId: string, notices: readonly Notice[]): Promise<void> {
  const now = effects.now()
  const fresh = notices.map((notice): StoredNotice => {
    const stands = { state: 'planned' as const, dueAt: now, channel: null, reason: null, tries: 0, acceptanceId: null }
    const _id = `notice:${accountId}:${notice.key}`
    return { ...notice, _id, accountId, at: now, order: `${now} ${notice.key}`, ...stands, answer: null }
  })
  if (fresh.length === 0) return
  const inserted = await effects.store.insert('notices', fresh)
  // Some were written before, by a tick that ended in between or one that runs beside: one by one, they stay as they are.
  if (inserted === 'duplicate') for (const one of fresh) await effects.store.insert('notices', [one])
}
