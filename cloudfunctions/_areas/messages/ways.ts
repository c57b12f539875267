import { addMilliseconds, type Instant } from '../../../shared/kit/time'
import { isUnreached } from '../../../shared/messages/outcomes'
import type { Effects, Platform, PlatformAnswer } from '../../_runtime/effects'

type Beside = 'text' | 'mail'
/** Ways on which nobody answered, with what was heard of them last, and until when that is taken as the answer for all. */
export type Down = { [W in Beside]?: { answer: PlatformAnswer; until: Instant } }

/** A way that is down is tried once a minute, by a page of messages. */
const restMs = 60_000

export type WatchedWays = {
  /** The same effects, but for ways that are down: what would go by them has its answer at once. */
  effects: Effects
  down: Down
  /** To be called after each page: a way on which none of the page came through is down. */
  judge(): void
}

/**
 * Keeps a mail server that does not answer from holding up everything behind it: each message would wait eight seconds for
 * it. Those that meet a way that is down count as tried, wait as long as any other, and none of them is lost.
 */
export function watchWays(effects: Effects, known: Down): WatchedWays {
  const down: Down = { ...known }
  const seen: { [W in Beside]?: { hasReached: boolean; answer: PlatformAnswer } } = {}

  function watched<Message>(way: Beside, send: ((message: Message) => Promise<PlatformAnswer>) | null) {
    if (!send) return null
    return async (message: Message): Promise<PlatformAnswer> => {
      const before = down[way]
      if (before && before.until > effects.now()) return before.answer
      const answer = await send(message)
      const hasReached = (seen[way]?.hasReached ?? false) || !isUnreached(way, answer)
      seen[way] = { hasReached, answer }
      return answer
    }
  }

  function judge(): void {
    for (const way of ['text', 'mail'] as const) {
      const { [way]: one } = seen
      delete seen[way]
      if (one?.hasReached) delete down[way]
      else if (one) {
        down[way] = { answer: one.answer, until: addMilliseconds(effects.now(), restMs) }
        effects.log({ event: 'way_down', way, detail: one.answer.errMsg })
      }
    }
  }

  const { sendText, sendMail } = effects.platform
  const platform: Platform = {
    ...effects.platform,
    sendText: watched('text', sendText),
    sendMail: watched('mail', sendMail),
  }
  return { effects: { ...effects, platform }, down, judge }
}
