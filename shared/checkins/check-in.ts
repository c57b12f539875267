import { finishChallenges } from '../benefits/challenges'
import { streakWith } from '../books/check-ins'
import type { Journal } from '../books/journal'
import { grantForCheckIn } from '../chances/grant'
import { allow, refuse, type Ruling } from '../kit/ruling'
import { dayOf, type Instant } from '../kit/time'
import { expirePoints } from '../points/expire'
import { gainOf } from '../points/gain'
import type { Programme } from '../programme/schema'
import { recordGain } from '../tiers/gain'
import { reviewTiers } from '../tiers/retier'
import { bonusOf } from './streak'

export type CheckInRefusal = 'check_in_not_offered' | 'checked_in_already'

/**
 * A daily visit, once on each day of Asia/Shanghai: the account knows its days, so that a second tap finds the day taken
 * whichever came first. A tap that is written after one of the next day still counts for its own.
 */
export function checkIn(journal: Journal, programme: Programme, at: Instant): Ruling<Journal, CheckInRefusal> {
  const terms = programme.checkIn
  if (!terms) return refuse('check_in_not_offered')
  const day = dayOf(at)
  const settled = reviewTiers(expirePoints(journal, at), programme, at)
  const { account } = settled
  const days = account.checkIns ?? []
  if (days.some((one) => one.day === day)) return refuse('checked_in_already')
  const streak = streakWith(days, day)
  const bonus = bonusOf(terms, streak)
  const gain = gainOf(programme, account, {
    points: (terms.points ?? 0) + bonus,
    engagement: terms.engagement,
    at,
  })
  const visited = recordGain(settled, programme, { kind: 'check-in', day, streak, bonus, ...gain }, { at })
  return allow(grantForCheckIn(finishChallenges(visited, programme, at), programme, at))
}
