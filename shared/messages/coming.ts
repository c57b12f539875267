import type { Account } from '../books/account'
import type { Calendar } from '../kit/calendar'
import { addMilliseconds, type Instant } from '../kit/time'
import type { Programme } from '../programme/schema'
import { noticesAt } from './notices'
import type { Telling } from './telling'
import type { Notice } from './topics'

/** How finely the time ahead is looked at; to the day is enough to know what an acceptance is kept for. */
const stepMs = 86_400_000

/**
 * What is known today to be told later, until that instant, were nothing more to happen: each notice with the time at which it
 * is first seen. What is due now is none of it.
 */
export function comingNotices(
  telling: Telling,
  account: Account,
  { programme, calendar, now, until }: { programme: Programme; calendar: Calendar; now: Instant; until: Instant },
): { at: Instant; notice: Notice }[] {
  const seen = new Set(noticesAt(telling, account, { programme, calendar, now }).notices.map(({ key }) => key))
  const found: { at: Instant; notice: Notice }[] = []
  for (let at = addMilliseconds(now, stepMs); at <= until; at = addMilliseconds(at, stepMs)) {
    for (const notice of noticesAt(telling, account, { programme, calendar, now: at }).notices) {
      if (seen.has(notice.key)) continue
      seen.add(notice.key)
      found.push({ at, notice })
    }
  }
  return found
}
