import { record, type Journal } from '../books/journal'
import { allow, refuse, type Ruling } from '../kit/ruling'
import { dayAndClock, type Instant } from '../kit/time'
import { isForTier } from '../programme/for-tiers'
import type { ShopEvent } from '../programme/parts/events'
import type { Programme } from '../programme/schema'
import { reviewTiers } from '../tiers/retier'

export const voteRefusals = [
  'event_unknown',
  'vote_not_open',
  'event_over',
  'event_not_your_tier',
  'vote_option_unknown',
  'vote_given',
] as const
export type VoteRefusal = (typeof voteRefusals)[number]

/** One vote a member, for one of what is voted on; another in its place only where that is allowed. */
export function vote(
  journal: Journal,
  programme: Programme,
  event: ShopEvent | null,
  { option, before, at }: { option: string; before: string | null; at: Instant },
): Ruling<Journal, VoteRefusal> {
  if (event?.kind !== 'vote') return refuse('event_unknown')
  if (at < event.startsAt) return refuse('vote_not_open', { time: dayAndClock(event.startsAt) })
  if (at >= event.endsAt) return refuse('event_over')
  const current = reviewTiers(journal, programme, at)
  if (!isForTier(programme, event, current.account.tierId)) return refuse('event_not_your_tier')
  if (!event.options?.some(({ code }) => code === option)) return refuse('vote_option_unknown')
  if (before !== null && !event.changeable) return refuse('vote_given')
  return allow(record(current, { kind: 'event-vote', eventId: event.id, option }, { at }))
}

/** Each option with its votes, most first, and of as many in the order in which they are offered. */
export function resultOf({ options = [] }: ShopEvent, votes: ReadonlyMap<string, number>) {
  return options
    .map(({ code, name }, index) => ({ code, name, votes: votes.get(code) ?? 0, index }))
    .sort((one, other) => other.votes - one.votes || one.index - other.index)
    .map(({ code, name, votes }) => ({ code, name, votes }))
}
