import type { Account } from '../../../shared/books/account'
import { lotsTotal } from '../../../shared/books/lots'
import type { EventView } from '../../../shared/events/contract'
import { aheadOf, isStanding, partyOf, placeOf, type Seats } from '../../../shared/events/seats'
import { returnsUntil, seatTermsOf } from '../../../shared/events/terms'
import { resultOf } from '../../../shared/events/vote'
import type { Instant } from '../../../shared/kit/time'
import type { ShopEvent } from '../../../shared/programme/parts/events'
import type { Programme } from '../../../shared/programme/schema'
import { rankOf, tierAt } from '../../../shared/tiers/qualify'
import { storeName, type Terms } from '../../_runtime/terms'

/** Whoever asks: a member as they are now, or a visitor who looks as somebody of the lowest tier would. */
export type Asker = Account | null

/** What is known of a vote: what this member gave, and what each option has. */
export type Ballots = { given: string | null; votes: ReadonlyMap<string, number> | null }

export function eventView(
  event: ShopEvent,
  { seats, ballots, reviewed }: { seats: Seats; ballots: Ballots; reviewed: boolean },
  { asker, terms, now }: { asker: Asker; terms: Terms; now: Instant },
): EventView {
  const { programme } = terms
  const { id, name, kind, about, storeId, place, startsAt, endsAt, guestsMax, costPoints, priceFen } = event
  const rank = asker ? rankOf(programme, asker.tierId) : 0
  const rule = seatTermsOf(programme, event)
  const opensAt = rule.opens[rank] ?? null
  return {
    id,
    name,
    kind,
    about: about ?? null,
    storeName: storeName(terms, storeId ?? null),
    place: place ?? null,
    startsAt,
    endsAt,
    seats: rule.seats,
    free: seats.terms ? seats.free : rule.seats,
    waitingList: rule.waitingList,
    waiting: seats.places.filter(({ state }) => state === 'waiting').length,
    guestsMax: guestsMax ?? 0,
    points: costPoints ?? 0,
    fen: priceFen ?? 0,
    backUntil: costPoints ? returnsUntil(event) : null,
    closesAt: rule.closesAt,
    windows: windowsOf(programme, rule.opens, rank),
    state: stateOf(event, { programme, seats, opensAt, asker, now }),
    opensAt: opensAt !== null && now < opensAt ? opensAt : null,
    barredUntil: asker?.eventsBarredUntil && now < asker.eventsBarredUntil ? asker.eventsBarredUntil : null,
    mine: asker && mineOf(event, seats, asker, now),
    ballot: kind === 'vote' ? ballotOf(event, ballots, now) : null,
    reviewable: kind !== 'vote' && !reviewed && (asker?.marks.includes(id) ?? false),
  }
}

/** A window for each time at which it opens for more tiers, named by the lowest of them. */
function windowsOf(programme: Programme, opens: readonly (Instant | null)[], own: number): EventView['windows'] {
  const ranks = opens.flatMap((opensAt, rank) => (opensAt === null ? [] : [{ rank, opensAt }]))
  const firsts = ranks.filter(({ opensAt }, index) => opensAt !== ranks[index - 1]?.opensAt)
  return firsts
    .map(({ rank, opensAt }, index) => {
      const above = firsts[index + 1]?.rank ?? Infinity
      return { tier: tierAt(programme, rank).name, opensAt, mine: rank <= own && own < above }
    })
    .reverse()
}

function stateOf(
  event: ShopEvent,
  about: { programme: Programme; seats: Seats; opensAt: Instant | null; asker: Asker; now: Instant },
): EventView['state'] {
  const { programme, seats, opensAt, asker, now } = about
  const rule = seatTermsOf(programme, event)
  if (now >= event.endsAt) return 'over'
  if (opensAt === null) return 'not-your-tier'
  if (event.kind === 'vote') return now < event.startsAt ? 'not-open' : 'open'
  if (now >= rule.closesAt) return 'closed'
  if (now < opensAt) return 'not-open'
  if (asker?.eventsBarredUntil && now < asker.eventsBarredUntil) return 'barred'
  const free = seats.terms ? seats.free : rule.seats
  if (free === null || free > 0) return 'open'
  return rule.waitingList ? 'to-wait' : 'full'
}

function mineOf(event: ShopEvent, seats: Seats, asker: Account, now: Instant): EventView['mine'] {
  const kept = asker.events?.find(({ eventId }) => eventId === event.id)
  const place = placeOf(seats, asker.accountId)
  if (asker.marks.includes(event.id))
    return { state: 'came', guests: place?.guests ?? 0, until: null, ahead: null, back: 0 }
  if (!place || !isStanding(place)) return null
  const back = kept && now < returnsUntil(event) ? lotsTotal(kept.draws) : 0
  const state = place.state === 'seat' || place.state === 'offered' ? place.state : 'waiting'
  return { state, guests: place.guests, until: place.until, ahead: aheadOf(seats, place), back }
}

function ballotOf(event: ShopEvent, { given, votes }: Ballots, now: Instant): EventView['ballot'] {
  const told = now >= event.endsAt ? votes : null
  return {
    options: told
      ? resultOf(event, told)
      : (event.options ?? []).map(({ code, name }) => ({ code, name, votes: null })),
    given,
    changeable: event.changeable ?? false,
    total: told ? [...told.values()].reduce((sum, count) => sum + count, 0) : null,
  }
}

/** Persons who sit. */
export function sitting(seats: Seats): number {
  return seats.places.reduce((sum, place) => (place.state === 'seat' ? sum + partyOf(place) : sum), 0)
}
