import type { SeatRow, SeatTerms } from '../../shared/events/seats'
import { addMilliseconds, type Instant } from '../../shared/kit/time'
import type { ShopEvent } from '../../shared/programme/parts/events'

export const hourMs = 3_600_000
/** When the tests' event begins, and the instant from which hours are counted back. */
export const startsAt = '2026-06-20T06:00:00.000Z'

/** So many hours before the event begins. */
export function before(hours: number): Instant {
  return addMilliseconds(startsAt, -hours * hourMs)
}

/** A gathering of twenty seats for everybody, with a waiting list. */
export function eventOf(more: Partial<ShopEvent> = {}): ShopEvent {
  return {
    id: 'tasting',
    name: { zh: '品茶会', en: 'Tasting' },
    kind: 'gathering',
    startsAt,
    endsAt: addMilliseconds(startsAt, 3 * hourMs),
    seats: 20,
    waitingList: true,
    ...more,
  }
}

/** Three tiers, of which the highest may ask seventy-two hours before it begins, the next forty-eight, the lowest twenty-four. */
export function termsOf(more: Partial<SeatTerms> = {}): SeatTerms {
  return {
    seats: 20,
    waitingList: true,
    opens: [before(24), before(48), before(72)],
    closesAt: startsAt,
    startsAt,
    confirmMs: 2 * hourMs,
    ...more,
  }
}

export function listUnder(terms: SeatTerms, ...rows: SeatRow[]): SeatRow[] {
  return [{ kind: 'terms', terms, at: before(100) }, ...rows]
}

export function asks(who: string, more: Partial<Extract<SeatRow, { kind: 'ask' }>> = {}): SeatRow {
  return { kind: 'ask', key: `key-${who}`, accountId: who, rank: 0, guests: 0, at: before(20), ...more }
}

export function leaves(who: string, at = before(10)): SeatRow {
  return { kind: 'leave', of: `key-${who}`, at }
}

export function confirms(who: string, at = before(9)): SeatRow {
  return { kind: 'confirm', key: `confirm-${who}`, of: `key-${who}`, at }
}
