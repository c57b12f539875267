import type { Account } from '../books/account'
import { addMilliseconds, dayOf, type Instant } from '../kit/time'
import { lastDayOf } from '../points/expiring'
import type { Programme } from '../programme/schema'
import { hasOwn } from './built-in'
import { checkInReminder, nextCheckInReminder } from './check-in-reminder'
import { messagesDue, type Gift, type MessageTerms } from './due'
import { freshMs } from './occasions/kind'
import { newsInForce } from './opening'
import { remindAt, unreminded, type CardUse, type EventNews, type ExpiringLot, type Telling } from './telling'
import { upgradeIn, type TierMove } from './tier-move'
import type { Notice } from './topics'

/** What there is to tell, what comes with it, and what remains to be told. */
export type NoticesDue = { notices: Notice[]; gifts: Gift[]; telling: Telling }

/**
 * What is to be told now, and what remains. A tier that was reached and lost again meanwhile is not told; points that are
 * spent or gone are not either, and a reminder that the clock missed is sent late as long as the points are there. Where the
 * programme has a message of its own for an upgrade or for expiring points, the built-in one is not sent.
 */
export function noticesAt(telling: Telling, account: Account, { programme, calendar, now }: MessageTerms): NoticesDue {
  if (!account.consent) return { notices: [], gifts: [], telling }
  const news = newsInForce(telling.events ?? [], account, programme)
  const later = news.filter(({ at }) => at > now)
  const { checkIn, tierMove, joined, arrived } = telling
  const isCheckInDue = checkIn !== undefined && checkIn <= now
  const due = unreminded(telling, account.lots).filter(({ expiresAt }) => remindAt(expiresAt) <= now && expiresAt > now)
  const memory = { marks: telling.marks ?? {}, moments: { joined, arrived, tierMove } }
  const messages = messagesDue(account, memory, { programme, calendar, now })
  const isUpgradeOwn = hasOwn(programme, account, 'tier-reached')
  const isUpgradeTold = messages.notices.some(({ topic }) => topic === 'tier-upgraded')
  const isExpiryOwn = hasOwn(programme, account, 'points-expiring')
  return {
    notices: [
      ...(isUpgradeOwn ? [] : upgradeOf(tierMove, account, programme)),
      ...(isExpiryOwn ? [] : due.map(reminderOf)),
      ...(telling.uses ?? []).map(useOf),
      ...news.filter(({ at }) => at <= now).flatMap((one) => newsOf(one, programme, now)),
      ...(isCheckInDue ? checkInReminder(account, programme, now) : []),
      ...messages.notices,
    ],
    gifts: messages.gifts,
    telling: {
      tierMove: isUpgradeOwn && !isUpgradeTold && upgradeIn(tierMove, account, programme) ? tierMove : null,
      reminded: due.at(-1)?.expiresAt ?? telling.reminded,
      ...(later.length > 0 ? { events: later } : {}),
      ...(checkIn ? { checkIn: isCheckInDue ? nextCheckInReminder(account, programme, now) : checkIn } : {}),
      ...(messages.next ? { tellAt: messages.next } : {}),
      ...(Object.keys(messages.marks).length > 0 ? { marks: messages.marks } : {}),
      ...(joined && now < addMilliseconds(joined, freshMs.joined) ? { joined } : {}),
      ...(arrived && now < addMilliseconds(arrived, freshMs.arrived) ? { arrived } : {}),
      ...(hasOwn(programme, account, 'arrived') ? { greets: true as const } : {}),
    },
  }
}

/** One notice however many tiers were skipped; none on the way down. */
function upgradeOf(move: TierMove | null, account: Account, programme: Programme): Notice[] {
  const tier = upgradeIn(move, account, programme)
  if (!move || !tier) return []
  return [{ topic: 'tier-upgraded', key: `tier-${move.seq}`, facts: { tier: tier.name, on: dayOf(move.at) } }]
}

/** Whose name it bears is filled in by whoever delivers it: the books of one account know no other's name. */
function useOf({ holderId, earned, burned, seq, at }: CardUse): Notice {
  return { topic: 'card-used', key: `use-${seq}`, facts: { holderId, by: null, earned, burned, on: dayOf(at) } }
}

/** Nothing of an event that is gone, of a sign-up that is closed, nor of a seat whose time is over meanwhile. */
function newsOf({ eventId, at, seq, until }: EventNews, { events = [] }: Programme, now: Instant): Notice[] {
  const event = events.find(({ id }) => id === eventId)
  if (!event || now >= event.endsAt) return []
  if (until === null) {
    const closesAt = event.signUpUntil ?? event.startsAt
    // One that no longer has a time from which it is open has been so since the programme says so.
    const facts = { eventId, event: event.name, on: dayOf(event.signUpFrom === undefined ? now : at) }
    return now < closesAt ? [{ topic: 'event-opens', key: `opens-${seq}`, until: closesAt, facts }] : []
  }
  if (now >= until) return []
  return [{ topic: 'event-place', key: `place-${seq}`, facts: { eventId, event: event.name, until } }]
}

function reminderOf({ expiresAt, points }: ExpiringLot): Notice {
  const on = lastDayOf(expiresAt)
  return { topic: 'points-expiring', key: `expiry-${on}`, facts: { points, on } }
}
