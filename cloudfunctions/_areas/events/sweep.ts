import type { Entry } from '../../../shared/books/entry'
import { record } from '../../../shared/books/journal'
import { miss } from '../../../shared/events/attend'
import { endWithoutSeat } from '../../../shared/events/leave'
import { nextPassing, seatsOf, type Seats } from '../../../shared/events/seats'
import { eventOf, isSeated, seatTermsOf } from '../../../shared/events/terms'
import { addMilliseconds, type Instant } from '../../../shared/kit/time'
import { expirePoints } from '../../../shared/points/expire'
import type { ShopEvent } from '../../../shared/programme/parts/events'
import type { Programme } from '../../../shared/programme/schema'
import type { Effects } from '../../_runtime/effects'
import { keepRowMs, type StoredAccount } from '../../_runtime/stored-account'
import type { Terms } from '../../_runtime/terms'
import { onAccount } from './on-account'
import { releaseHeld, settleHeld, withTerms, type Held, type SeatList } from './seat-list'

const pageSize = 50

/**
 * Brings due lists of events in order: ends what functions that were cut off left held, lets pass what nobody took in
 * time and tells who moved up, and after the end, or when it is cancelled, writes down how it ended for each. A list that cannot be finished stays due.
 */
export async function sweepEvents(effects: Effects, terms: Terms, now: Instant): Promise<number> {
  const due = await effects.store.find<SeatList>('eventLists', {
    where: { dueAt: { gt: '', lte: now } },
    orderBy: [['dueAt', 'asc']],
    limit: pageSize,
  })
  const all = [...due, ...(await changed(effects, terms, now))]
  for (const list of all) await sweepList(effects, terms, list, now)
  return all.length
}

/**
 * Lists that a version changes on which the clock has not looked yet: of events that the programme no longer has, which end
 * now with everybody's points back, and of those whose seats go by other terms, so that who waits moves up without a command.
 */
async function changed({ store }: Effects, { programme }: Terms, now: Instant): Promise<SeatList[]> {
  const ahead = await store.find<Pick<SeatList, '_id' | 'under'>>('eventLists', {
    where: { dueAt: { gt: now } },
    orderBy: [['dueAt', 'asc']],
    limit: aheadMax,
    fields: ['_id', 'under'],
  })
  const ids = ahead
    .filter(({ _id, under }) => under !== termsText(programme, eventOf(programme, _id)))
    .map(({ _id }) => _id)
  return ids.length > 0 ? store.getMany<SeatList>('eventLists', ids) : []
}

function termsText(programme: Programme, event: ShopEvent | null): string {
  return isSeated(event) ? JSON.stringify(seatTermsOf(programme, event)) : ''
}

/** A programme has a hundred events at most. */
const aheadMax = 200

async function sweepList(effects: Effects, terms: Terms, list: SeatList, now: Instant): Promise<void> {
  const old = addMilliseconds(now, -keepRowMs)
  const held = Object.entries(list.held)
  for (const [key, one] of held.filter(([, { at }]) => at <= old))
    await endLeft(effects, { eventId: list._id, key }, one)
  const event = eventOf(terms.programme, list._id)
  // From here on everybody finds the time and the terms as they are now: whoever is told that they have moved up has.
  const time = { kind: 'time' as const, at: now }
  const rows = isSeated(event) ? withTerms(list.rows, seatTermsOf(terms.programme, event), [time], now) : [time]
  await effects.store.change('eventLists', { _id: list._id }, { append: { rows } })
  const fresh = await effects.store.get<SeatList>('eventLists', list._id)
  const seats = seatsOf(fresh?.rows ?? [], now)
  const isOver = !event || now >= event.endsAt
  if (isOver) await endEvent(effects, terms, { eventId: list._id, seats }, now)
  else await tellOffers(effects, terms, { eventId: list._id, seats }, now)
  const left = held.filter(([, { at }]) => at > old).map(([, { at }]) => addMilliseconds(at, keepRowMs))
  const passing = isOver ? [] : [nextPassing(seats) ?? event.endsAt, event.endsAt]
  const [next = null] = [...left, ...passing].sort()
  // Only as it was read: whoever holds something meanwhile has set a later one.
  await effects.store.change(
    'eventLists',
    { _id: list._id, dueAt: list.dueAt },
    { set: { dueAt: next, under: termsText(terms.programme, event) } },
  )
}

async function endLeft(effects: Effects, claim: { eventId: string; key: string }, held: Held): Promise<void> {
  const { accountId, entryId } = held
  const account = await effects.store.get<StoredAccount>('accounts', accountId)
  const isWritten =
    account?.outbox.some(({ entry }) => entry._id === entryId) ||
    (await effects.store.get<Entry>('entries', entryId)) !== null
  await (isWritten ? settleHeld : releaseHeld)(effects, claim, held)
}

type Ended = { eventId: string; seats: Seats }

/** Whoever has moved up is told of it on their account, once. */
async function tellOffers(effects: Effects, terms: Terms, { eventId, seats }: Ended, now: Instant): Promise<void> {
  for (const { accountId, key, state, until } of seats.places) {
    if (state !== 'offered' || until === null) continue
    await onAccount(effects, terms, accountId, now, (journal) => {
      const place = journal.account.events?.find((one) => one.eventId === eventId && one.key === key)
      if (!place || place.offeredUntil === until) return journal
      return record(journal, { kind: 'event-offer', eventId, until }, { at: now })
    })
  }
}

/** Whoever had a seat and has not come has missed it; for everybody else it ends without one. */
async function endEvent(effects: Effects, terms: Terms, { eventId, seats }: Ended, now: Instant): Promise<void> {
  const event = eventOf(terms.programme, eventId)
  for (const { accountId, key, state } of seats.places)
    await onAccount(effects, terms, accountId, now, (journal) => {
      const place = journal.account.events?.find((one) => one.eventId === eventId && one.key === key)
      if (!place) return journal
      const settled = expirePoints(journal, now)
      return state === 'seat' && event ? miss(settled, event, now) : endWithoutSeat(settled, place, now)
    })
}
