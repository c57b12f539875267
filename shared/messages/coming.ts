import type { Account } from '../books/account'
import type { Calendar } from '../kit/calendar'
import type { Instant } from '../kit/time'
import { accountAt } from '../points/expiring'
import type { Programme } from '../programme/schema'
import { noticesAt } from './notices'
import { nextNoticeAt, type Telling } from './telling'
import type { Notice } from './topics'

/**
 * What is known today to be told later, until that instant, were nothing more to happen: each notice with the time at which
 * the clock would tell it. What is due now is none of it.
 */
export function comingNotices(
  telling: Telling,
  account: Account,
  { programme, calendar, now, until }: { programme: Programme; calendar: Calendar; now: Instant; until: Instant },
): { at: Instant; notice: Notice }[] {
  const found: { at: Instant; notice: Notice }[] = []
  let left = telling
  let at: Instant | null = now
  while (at !== null && at <= until) {
    const asItStands = accountAt(account, at)
    const due = noticesAt(left, asItStands, { programme, calendar, now: at })
    for (const notice of due.notices) if (at > now) found.push({ at, notice })
    left = due.telling
    const next = nextNoticeAt(left, asItStands)
    at = next !== null && next > at ? next : null
  }
  return found
}
