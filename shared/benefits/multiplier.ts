import type { Account } from '../books/account'
import { dayOf, type Instant } from '../kit/time'
import { hundredths, type Programme, type Tier } from '../programme/schema'
import { isBirthday } from './birthday'
import { benefitsOf } from '../tiers/benefits'

/** By what an order's points are multiplied, in hundredths, and why; null for nothing. The largest of several counts. */
export function multiplierOf(
  programme: Programme,
  tier: Tier,
  account: Account,
  at: Instant,
): { hundredths: number; code: string } | null {
  if (account.birthday === null || !isBirthday(account.birthday, dayOf(at))) return null
  const times = benefitsOf(programme, tier).flatMap((benefit) =>
    benefit.kind === 'birthday-points' ? [hundredths(benefit.times) ?? 100] : [],
  )
  return times.length > 0 ? { hundredths: Math.max(...times), code: 'birthday' } : null
}
