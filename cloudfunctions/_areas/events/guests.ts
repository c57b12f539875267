import type { eventsGuests } from '../../../shared/events/contract'
import { doorsOf } from '../../../shared/events/attend'
import { isStanding, partyOf, seatsOf, type Place, type Seats } from '../../../shared/events/seats'
import { costOf } from '../../../shared/events/terms'
import { allow, refuse } from '../../../shared/kit/ruling'
import { dayOf, type Instant } from '../../../shared/kit/time'
import type { ShopEvent } from '../../../shared/programme/parts/events'
import type { Handler } from '../../_runtime/handler'
import { worksIn, type StaffContext } from '../../_runtime/staff-door'
import type { StoredAccount } from '../../_runtime/stored-account'
import { shownName } from '../cards/shown-name'
import type { SeatList } from './seat-list'

/** How many names the door's list has; the platform gives no more documents at once. */
const namesMax = 1_000

/** Who comes to today's events of a store, or to those that are in none. */
export const readGuests: Handler<typeof eventsGuests, StaffContext> = async (context, { storeId }) => {
  const { effects, now } = context
  const entered = await context.entered
  if (!entered.ok) return entered
  const { grant, terms } = entered.value
  if (!worksIn(grant, storeId)) return refuse('store_not_yours')
  const events = (terms.programme.events ?? []).filter((event) => isToday(event, now) && isHere(event, storeId))
  const lists = await effects.store.getMany<SeatList>(
    'eventLists',
    events.map(({ id }) => id),
  )
  const seated = events.map((event) => {
    const seats = seatsOf(lists.find(({ _id }) => _id === event.id)?.rows ?? [], now)
    return { event, seats }
  })
  const ids = seated.flatMap(({ seats }) => seats.places.filter(isStanding).map(({ accountId }) => accountId))
  const accounts = await effects.store.getMany<StoredAccount>('accounts', [...new Set(ids)].slice(0, namesMax))
  const known = new Map(accounts.map((account) => [account._id, account]))
  return allow({ serverAt: now, events: seated.map(({ event, seats }) => doorList(event, seats, known)) })
}

function isToday(event: ShopEvent, now: Instant): boolean {
  const { from, until } = doorsOf(event)
  return event.kind !== 'vote' && (dayOf(event.startsAt) === dayOf(now) || (from <= now && now < until))
}

function isHere({ storeId }: ShopEvent, asked: string): boolean {
  return storeId === undefined || storeId === asked
}

function doorList(event: ShopEvent, seats: Seats, known: ReadonlyMap<string, StoredAccount>) {
  const hasCome = (place: Place) => known.get(place.accountId)?.marks.includes(event.id) ?? false
  const standing = seats.places.filter(isStanding)
  const persons = (places: readonly Place[]) => places.reduce((sum, place) => sum + partyOf(place), 0)
  const { id, name, place = null, startsAt, endsAt } = event
  return {
    id,
    name,
    place,
    startsAt,
    endsAt,
    taken: persons(standing.filter(({ state }) => state === 'seat')),
    came: persons(standing.filter(hasCome)),
    guests: standing.map((one) => {
      const account = known.get(one.accountId)
      return {
        no: one.no,
        name: account ? shownName(account) : null,
        memberNo: account?.memberNo ?? '',
        party: partyOf(one),
        dueFen: costOf(event, partyOf(one)).fen,
        state: hasCome(one) ? ('came' as const) : (one.state as 'seat' | 'offered' | 'waiting'),
      }
    }),
  }
}
