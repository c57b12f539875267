import { addMilliseconds, type Instant } from '../kit/time'

/**
 * Who sits: the list of an event, row after row in the order in which the database took them. Nothing else decides, so
 * whoever has the rows works out the same seats. A row is never edited: what did not come to its end is undone by another.
 */
export type SeatRow =
  | { kind: 'terms'; terms: SeatTerms; at: Instant }
  /** Somebody asks for seats, for themselves and guests, at the tier that they had. */
  | { kind: 'ask'; key: string; accountId: string; rank: number; guests: number; at: Instant }
  /** Somebody who has moved up takes the seat. */
  | { kind: 'confirm'; key: string; of: string; at: Instant }
  | { kind: 'leave'; of: string; at: Instant }
  /** The command of an ask or a confirmation never came to its end. */
  | { kind: 'undo'; of: string; at: Instant }
  /** The clock has been here: what time has done by then stands, whatever comes after it. */
  | { kind: 'time'; at: Instant }

/** By which rule seats go from this row on. */
export type SeatTerms = {
  /** Null: as many as come. */
  seats: number | null
  waitingList: boolean
  /** From when on each tier may ask, by rank; null: this tier may not. */
  opens: readonly (Instant | null)[]
  closesAt: Instant
  startsAt: Instant
  confirmMs: number
}

export type SeatState =
  /** Sits. */
  | 'seat'
  /** Has moved up and has until `until` to take the seat. */
  | 'offered'
  | 'waiting'
  /** Left, or let the time pass. */
  | 'left'
  | 'passed'
  /** Never stood in the list. */
  | 'full'
  | 'too-large'
  | 'not-open'
  | 'closed'
  | 'not-your-tier'
  | 'twice'

/** One who asked. `no` counts those who asked, from 1. */
export type Place = {
  no: number
  key: string
  accountId: string
  rank: number
  guests: number
  at: Instant
  state: SeatState
  until: Instant | null
  /** The key of the confirmation that took the seat. */
  confirmedBy: string | null
}

export type Seats = { terms: SeatTerms | null; places: readonly Place[]; taken: number; free: number | null }

/**
 * The published rule. A tier asks from its own time on. Seats go by the order of asking, guests included, while they
 * suffice; who finds too few waits. Whenever seats are free, the first of those waiting whose party fits moves up and has
 * a time to take it; when it passes, the next one does. Nobody moves up once it has begun.
 */
export function seatsOf(rows: readonly SeatRow[], now: Instant): Seats {
  const list: List = { terms: null, places: [], at: '' }
  for (const row of rows) {
    passTime(list, row.at)
    take(list, row)
    moveUp(list)
  }
  passTime(list, now)
  const { terms, places } = list
  return { terms, places, taken: takenIn(list), free: freeIn(list) }
}

/** Somebody's place in the list: the one that stands, else the last they had. */
export function placeOf({ places }: Seats, accountId: string): Place | null {
  const own = places.filter((place) => place.accountId === accountId)
  return own.find(isStanding) ?? own.at(-1) ?? null
}

/** How many parties wait before a place; null when it does not wait. */
export function aheadOf({ places }: Seats, place: Place): number | null {
  if (place.state !== 'waiting') return null
  return places.filter(({ state, no }) => state === 'waiting' && no < place.no).length
}

/** Whether a place is in the list: sits, may sit or waits. */
export function isStanding({ state }: Place): boolean {
  return hasSeat(state) || state === 'waiting'
}

/** The next instant at which time alone changes the list; null when none does. */
export function nextPassing({ places }: Seats): Instant | null {
  return places.reduce<Instant | null>(
    (first, { state, until }) =>
      state === 'offered' && until !== null && (first === null || until < first) ? until : first,
    null,
  )
}

type List = { terms: SeatTerms | null; places: Place[]; at: Instant }

function hasSeat(state: SeatState): boolean {
  return state === 'seat' || state === 'offered'
}

/** A member and their guests. */
export function partyOf({ guests }: Pick<Place, 'guests'>): number {
  return 1 + guests
}

function takenIn({ places }: List): number {
  return places.reduce((sum, place) => (hasSeat(place.state) ? sum + partyOf(place) : sum), 0)
}

function freeIn(list: List): number | null {
  const seats = list.terms?.seats ?? null
  return seats === null ? null : Math.max(0, seats - takenIn(list))
}

/** Lets every offer pass that ends by an instant, the earliest first. The list's own time never runs back. */
function passTime(list: List, to: Instant): void {
  for (;;) {
    const due = list.places
      .filter(({ state, until }) => state === 'offered' && until !== null && until <= to)
      .reduce<Place | null>((first, one) => (first && (first.until ?? '') <= (one.until ?? '') ? first : one), null)
    if (!due) break
    due.state = 'passed'
    if ((due.until ?? '') > list.at) list.at = due.until ?? list.at
    moveUp(list)
  }
  if (to > list.at) list.at = to
}

function take(list: List, row: SeatRow): void {
  switch (row.kind) {
    case 'terms':
      list.terms = row.terms
      return
    case 'ask':
      return ask(list, row)
    case 'confirm':
      return confirm(list, row)
    case 'leave':
      return leave(list, row.of)
    case 'undo':
      return undo(list, row.of)
    case 'time':
      return
  }
}

function ask(list: List, { key, accountId, rank, guests, at }: Extract<SeatRow, { kind: 'ask' }>): void {
  // The same command again: it stands where it stood.
  if (list.places.some((place) => place.key === key && place.state !== 'left')) return
  const no = list.places.length + 1
  const place: Place = { no, key, accountId, rank, guests, at, state: 'waiting', until: null, confirmedBy: null }
  place.state = answer(list, place)
  list.places.push(place)
}

function answer(list: List, place: Place): SeatState {
  const { terms, at } = list
  const opens = terms?.opens[place.rank] ?? null
  if (!terms || opens === null) return 'not-your-tier'
  if (place.at < opens) return 'not-open'
  if (at >= terms.closesAt) return 'closed'
  if (list.places.some((one) => one.accountId === place.accountId && isStanding(one))) return 'twice'
  // However many leave, they will never be enough.
  if (terms.seats !== null && partyOf(place) > terms.seats) return 'too-large'
  const free = freeIn(list)
  if (free === null || partyOf(place) <= free) return 'seat'
  return terms.waitingList ? 'waiting' : 'full'
}

function moveUp(list: List): void {
  const { terms, at } = list
  if (!terms || at >= terms.startsAt) return
  for (const place of list.places) {
    if (place.state !== 'waiting') continue
    const free = freeIn(list)
    if (free !== null && partyOf(place) > free) continue
    const until = addMilliseconds(at, terms.confirmMs)
    place.state = 'offered'
    place.until = until < terms.startsAt ? until : terms.startsAt
  }
}

function confirm(list: List, { key, of }: Extract<SeatRow, { kind: 'confirm' }>): void {
  const place = list.places.find((one) => one.key === of && one.state === 'offered')
  if (!place) return
  place.state = 'seat'
  place.confirmedBy = key
}

function leave(list: List, key: string): void {
  const place = list.places.find((one) => one.key === key && isStanding(one))
  if (place) place.state = 'left'
}

/** An ask that is undone has left; a confirmation that is undone leaves the seat to be taken until its time is over. */
function undo(list: List, of: string): void {
  const confirmed = list.places.find((one) => one.confirmedBy === of && one.state === 'seat')
  if (!confirmed) return leave(list, of)
  confirmed.state = 'offered'
  confirmed.confirmedBy = null
}
