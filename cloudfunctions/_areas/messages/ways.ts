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
  /** Which are down by now. */
  down(): Down
  /** To be called after each page: a way on which none of the page came through is down. */
  judge(): void
}

/**
 * Keeps a mail server that does not answer from holding up everything behind it: each message would wait eight seconds for
 * it. Those that meet a way that is down count as tried, wait as long as any other, and none of them is lost.
 */
export function watchWays(effects: Effects, known: Down): WatchedWays {
  const down = new Map(Object.entries(known))
  const seen = new Map<Beside, { hasReached: boolean; answer: PlatformAnswer }>()

  function watched<Message>(way: Beside, send: ((message: Message) => Promise<PlatformAnswer>) | null) {
    if (!send) return null
    return async (message: Message): Promise<PlatformAnswer> => {
      const before = down.get(way)
      if (before && before.until > effects.now()) return before.answer
      // What is sent after others, such as a member's second, is not waited for where all of them were in vain.
      const others = seen.get(way)
      if (others && !others.hasReached) return others.answer
      const answer = await send(message)
      const hasReached = (seen.get(way)?.hasReached ?? false) || !isUnreached(way, answer)
      seen.set(way, { hasReached, answer })
      return answer
    }
  }

  function judge(): void {
    for (const [way, { hasReached, answer }] of seen) {
      if (hasReached) down.delete(way)
      else down.set(way, { answer, until: addMilliseconds(effects.now(), restMs) })
      if (!hasReached) effects.log({ event: 'way_down', way, detail: answer.errMsg })
    }
    seen.clear()
  }

  const { sendText, sendMail } = effects.platform
  const platform: Platform = {
    ...effects.platform,
    sendText: watched('text', sendText),
    sendMail: watched('mail', sendMail),
  }
  return { effects: { ...effects, platform }, down: () => Object.fromEntries(down), judge }
}
