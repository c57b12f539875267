import { isForTier } from '../programme/for-tiers'
import type { Programme, Tier } from '../programme/schema'
import { opensEarlier } from './opening'

/**
 * The tiers whose members a new version of a programme tells something at another time than the one before, lowest first: the
 * clock has to work out anew when that is. Words alone are taken as they are when it comes to that.
 */
export function tiersToldOtherwise(before: Programme | null, after: Programme): string[] {
  return after.tiers
    .filter((tier) => {
      const old = before?.tiers.find(({ id }) => id === tier.id)
      if (!before || !old) return toldTo(after, tier) !== nothing
      return toldTo(after, tier) !== toldTo(before, old) || opensEarlier(before, after, tier.id)
    })
    .map(({ id }) => id)
}

const nothing = JSON.stringify([[], null, null, null, null])

/** What decides when something is told to a tier. */
function toldTo(programme: Programme, tier: Tier): string {
  const { list = [], quiet } = programme.messages ?? {}
  const own = list.filter((message) => isForTier(programme, message, tier.id))
  const has = (kind: string) => own.some(({ on }) => on.kind === kind)
  return JSON.stringify([
    own.map(({ id, on, at }) => ({ id, on, at })),
    (own.length > 0 && quiet) || null,
    tier.term?.warnDays === undefined && !has('term-ending') ? null : (tier.term ?? null),
    has('event') ? (programme.events ?? []).map(({ id, startsAt }) => [id, startsAt]) : null,
    has('points-short') ? (programme.pointsTopUp ?? null) : null,
  ])
}
