import { balanceOf } from '../../../shared/books/account'
import type { eventsList, eventsRead } from '../../../shared/events/contract'
import { seatsOf } from '../../../shared/events/seats'
import { eventOf } from '../../../shared/events/terms'
import { allow, refuse } from '../../../shared/kit/ruling'
import { addMilliseconds, type Instant } from '../../../shared/kit/time'
import type { ShopEvent } from '../../../shared/programme/parts/events'
import { accountAsOf } from '../../../shared/tiers/as-of'
import type { Effects } from '../../_runtime/effects'
import type { Handler, MemberContext } from '../../_runtime/handler'
import type { Review } from '../acts/orders'
import { eventView, type Asker } from './event-view'
import { reviewId } from './review'
import { emptyList, type SeatList } from './seat-list'
import { voteId, type Vote } from './vote'

/** How long an event stays in the list after its end, for those who were there and for a vote's result. */
const shownAfterMs = 30 * 24 * 3_600_000

/** What there is to take part in, the soonest first. */
export const listEvents: Handler<typeof eventsList, MemberContext> = async (context) => {
  const { effects, terms, now } = context
  const asker = askerOf(context)
  const shown = (terms.programme.events ?? []).filter((event) => isShown(event, asker, now))
  const ids = shown.map(({ id }) => id)
  const [lists, votes] = await Promise.all([
    effects.store.getMany<SeatList>('eventLists', ids),
    asker ? votesOf(effects, asker, shown) : [],
  ])
  const events = shown
    .map((event) => {
      const list = lists.find(({ _id }) => _id === event.id) ?? emptyList(event.id)
      const given = votes.find(({ eventId }) => eventId === event.id)?.option ?? null
      const known = { seats: seatsOf(list.rows, now), ballots: { given, votes: null }, reviewed: true }
      return eventView(event, known, { asker, terms, now })
    })
    .sort((one, other) => (one.startsAt < other.startsAt ? -1 : one.startsAt > other.startsAt ? 1 : 0))
  return allow({ serverAt: now, isMember: asker !== null, events })
}

/** One event, with the result of a vote that is closed. */
export const readEvent: Handler<typeof eventsRead, MemberContext> = async (context, { eventId }) => {
  const { effects, terms, now } = context
  const asker = askerOf(context)
  const event = eventOf(terms.programme, eventId)
  if (!event) return refuse('event_unknown')
  const isVote = event.kind === 'vote'
  const [list, vote, result, review] = await Promise.all([
    isVote ? null : effects.store.get<SeatList>('eventLists', eventId),
    isVote && asker ? effects.store.get<Vote>('votes', voteId(eventId, asker.accountId)) : null,
    isVote && now >= event.endsAt ? countVotes(effects, eventId) : null,
    !isVote && asker?.marks.includes(eventId)
      ? effects.store.get<Review>('reviews', reviewId(eventId, asker.accountId))
      : null,
  ])
  const known = {
    seats: seatsOf(list?.rows ?? [], now),
    ballots: { given: vote?.option ?? null, votes: result },
    reviewed: review !== null,
  }
  return allow({
    serverAt: now,
    isMember: asker !== null,
    balance: asker ? balanceOf(asker) : 0,
    event: eventView(event, known, { asker, terms, now }),
  })
}

function askerOf({ account, terms, now }: MemberContext): Asker {
  return account && accountAsOf(account, terms.programme, now)
}

function isShown({ id, kind, endsAt }: ShopEvent, asker: Asker, now: Instant): boolean {
  if (now < endsAt) return true
  if (now >= addMilliseconds(endsAt, shownAfterMs)) return false
  return kind === 'vote' || (asker?.marks.includes(id) ?? false)
}

function votesOf({ store }: Effects, { accountId }: NonNullable<Asker>, events: readonly ShopEvent[]): Promise<Vote[]> {
  const ids = events.filter(({ kind }) => kind === 'vote').map(({ id }) => voteId(id, accountId))
  return ids.length > 0 ? store.getMany<Vote>('votes', ids) : Promise.resolve([])
}

async function countVotes({ store }: Effects, eventId: string): Promise<Map<string, number>> {
  const rows = await store.tally('votes', { where: { eventId }, by: 'option', sums: {} })
  return new Map(rows.map(({ by, count }) => [String(by), count]))
}
