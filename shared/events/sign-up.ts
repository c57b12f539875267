import { balanceOf, type Account } from '../books/account'
import { record, type Journal } from '../books/journal'
import { drawFromLots, type Draw } from '../books/lots'
import { allow, refuse, type Refused, type Ruling } from '../kit/ruling'
import { dayAndClock, dayOf, type Instant } from '../kit/time'
import { expirePoints } from '../points/expire'
import type { ShopEvent } from '../programme/parts/events'
import type { Programme } from '../programme/schema'
import { rankOf } from '../tiers/qualify'
import { reviewTiers } from '../tiers/retier'
import { isStanding, partyOf, placeOf, type Place, type Seats } from './seats'
import { costOf, seatTermsOf } from './terms'

export const askRefusals = [
  'event_over',
  'event_closed',
  'event_not_your_tier',
  'event_not_open',
  'event_guests',
  'event_barred',
  'event_signed_up',
  'event_asked_too_often',
  'event_party_too_large',
  'event_full',
  'event_price_changed',
  'points_short',
] as const
export type AskRefusal = (typeof askRefusals)[number]

/** `shown`: the points that the member was told it takes; where that has changed meanwhile, nothing is asked for. */
export type Asking = { guests: number; shown?: number | undefined; at: Instant }

/** How often one member asks for seats of one event: a list is one document and keeps every row, so nobody fills it alone. */
export const asksMax = 20

/**
 * Whether somebody may ask for seats now, as far as it can be told before the list has taken them in. The rank is that of
 * the tier they have by then, after what time alone has done.
 */
export function mayAsk(
  journal: Journal,
  programme: Programme,
  { event, seats }: { event: ShopEvent; seats: Seats },
  { guests, shown, at }: Asking,
): Ruling<{ rank: number }, AskRefusal> {
  const { account } = settled(journal, programme, at)
  const terms = seatTermsOf(programme, event)
  const rank = rankOf(programme, account.tierId)
  const opens = terms.opens[rank] ?? null
  if (at >= event.endsAt) return refuse('event_over')
  if (at >= terms.closesAt) return refuse('event_closed')
  if (opens === null) return refuse('event_not_your_tier')
  if (at < opens) return refuse('event_not_open', { time: dayAndClock(opens) })
  if (guests > (event.guestsMax ?? 0)) return refuse('event_guests', { max: event.guestsMax ?? 0 })
  const { eventsBarredUntil: barred } = account
  if (barred !== undefined && at < barred) return refuse('event_barred', { date: dayOf(barred) })
  const own = placeOf(seats, account.accountId)
  if (own && isStanding(own)) return refuse('event_signed_up')
  const asks = seats.places.filter(({ accountId }) => accountId === account.accountId).length
  if (asks >= asksMax) return refuse('event_asked_too_often', { max: asksMax })
  const party = partyOf({ guests })
  if (terms.seats !== null && party > terms.seats) return refuse('event_party_too_large', { party, seats: terms.seats })
  if (seats.free !== null && party > seats.free && !terms.waitingList) return refuse('event_full')
  const priced = pricedAs(shown, { event, party })
  if (!priced.ok) return priced
  const drawn = drawsFor(account, costOf(event, party).points)
  return drawn.ok ? allow({ rank }) : drawn
}

/** Whether a party still costs the points that its member was shown; nobody asks where nothing was shown. */
export function pricedAs(
  shown: number | undefined,
  { event, party }: { event: ShopEvent; party: number },
): Ruling<null, 'event_price_changed'> {
  const { points } = costOf(event, party)
  return shown === undefined || shown === points ? allow(null) : refuse('event_price_changed', { points })
}

/** The list has taken somebody in: a seat takes its points, the waiting list none. */
export function signUp(
  journal: Journal,
  programme: Programme,
  { event, place }: { event: ShopEvent; place: Place },
  at: Instant,
): Ruling<Journal, AskRefusal> {
  const { opens, seats } = seatTermsOf(programme, event)
  const refused = refusalOf(place, { opensAt: opens[place.rank] ?? null, seats })
  if (refused) return refused
  const current = settled(journal, programme, at)
  const to = place.state === 'waiting' || place.state === 'offered' ? 'waiting' : 'seat'
  const drawn = drawsFor(current.account, to === 'seat' ? costOf(event, partyOf(place)).points : 0)
  if (!drawn.ok) return drawn
  const { key, guests } = place
  return allow(record(current, { kind: 'event-sign-up', eventId: event.id, key, guests, to, ...drawn.value }, { at }))
}

/** Somebody who moved up has taken the seat: now it costs its points. */
export function confirmSeat(
  journal: Journal,
  programme: Programme,
  { event, place }: { event: ShopEvent; place: Place },
  at: Instant,
): Ruling<Journal, 'points_short'> {
  const current = settled(journal, programme, at)
  const drawn = drawsFor(current.account, costOf(event, partyOf(place)).points)
  if (!drawn.ok) return drawn
  return allow(record(current, { kind: 'event-confirm', eventId: event.id, ...drawn.value }, { at }))
}

/** Why the list has given no place; it never refuses one that stands. */
function refusalOf(
  place: Place,
  { opensAt, seats }: { opensAt: Instant | null; seats: number | null },
): Refused<AskRefusal> | null {
  switch (place.state) {
    case 'not-open':
      return refuse('event_not_open', { time: opensAt === null ? '' : dayAndClock(opensAt) })
    case 'too-large':
      return refuse('event_party_too_large', { party: partyOf(place), seats: seats ?? 0 })
    case 'closed':
      return refuse('event_closed')
    case 'not-your-tier':
      return refuse('event_not_your_tier')
    case 'twice':
      return refuse('event_signed_up')
    case 'full':
      return refuse('event_full')
    default:
      return null
  }
}

function settled(journal: Journal, programme: Programme, at: Instant): Journal {
  return reviewTiers(expirePoints(journal, at), programme, at)
}

function drawsFor(account: Account, points: number): Ruling<{ burned: number; draws: Draw[] }, 'points_short'> {
  if (points === 0) return allow({ burned: 0, draws: [] })
  const draws = account.debt > 0 ? null : drawFromLots(account.lots, points)
  if (!draws) return refuse('points_short', { short: points - balanceOf(account) })
  return allow({ burned: points, draws })
}
