import { addDays, dayOf, startOfDay, type Instant } from '../kit/time'
import { givenOf, type Effect } from '../programme/parts/effects'
import type { ReferralTerms } from '../programme/parts/referral'
import type { Programme } from '../programme/schema'

/** 2026-11: a busy member brings a table of friends on one evening; twenty in a day is no evening with friends. */
const usualBurst = { friends: 20, hours: 24 }
const usualChain = 5

/** From when on somebody looks first, with the usual bounds where the programme says nothing. */
export function guardsOf({ referral }: Programme) {
  const { burst = usualBurst, network = true, chain = usualChain } = referral?.guards ?? {}
  return { burst, network, chain }
}
export type Guards = ReturnType<typeof guardsOf>

/** Until when the order of somebody who joined at an instant makes the referral count; exclusive. */
export function qualifiesUntil({ completedBy }: ReferralTerms, joinedAt: Instant): Instant {
  return startOfDay(addDays(dayOf(joinedAt), completedBy.withinDays + 1))
}

/** Whether joining alone is enough. */
export function byJoining(terms: ReferralTerms): boolean {
  return terms.completedBy.act === 'joining'
}

/** The points that each side gets, where both get points and nothing else, and the same; null otherwise. */
export function samePoints({ referrer, friend }: Pick<ReferralTerms, 'referrer' | 'friend'>): number | null {
  const [mine, theirs] = [pointsAlone(referrer), pointsAlone(friend)]
  return mine === theirs ? mine : null
}

function pointsAlone(gives: readonly Effect[]): number | null {
  const [first, ...rest] = gives.flatMap(givenOf)
  return first?.what === 'points' && rest.length === 0 ? first.points : null
}
