import type { Account } from '../books/account'
import { streakWith } from '../books/check-ins'
import type { Entry } from '../books/entry'
import { addDays, clockText, dayOf, timeOn, type Day, type Instant } from '../kit/time'
import type { Programme } from '../programme/schema'
import type { Telling } from './telling'
import type { Notice } from './topics'

/** The time of day where the programme names none. */
const usualTime = '20:00'

/** When a member is to be reminded next: today, or tomorrow once that time is past or they have checked in. */
export function nextCheckInReminder(account: Account, programme: Programme, now: Instant): Instant {
  const today = dayOf(now)
  const at = reminderOn(today, programme)
  return now < at && !hasCheckedIn(account, today) ? at : reminderOn(addDays(today, 1), programme)
}

/** What there is to remind a member of now, who asked for it; nothing before the day's time or once they have checked in. */
export function checkInReminder(account: Account, programme: Programme, now: Instant): Notice[] {
  const on = dayOf(now)
  if (!programme.checkIn || hasCheckedIn(account, on) || now < reminderOn(on, programme)) return []
  const streak = streakWith(account.checkIns ?? [], on) - 1
  return [{ topic: 'check-in', key: `check-in-${on}`, facts: { on, streak } }]
}

/** A reminder after what was written: whoever has checked in on its day is next to be reminded on the day after. */
export function reminderAfter(at: Instant, entries: readonly Entry[]): Instant {
  const day = dayOf(at)
  const isDone = entries.some((entry) => entry.kind === 'check-in' && entry.day === day)
  return isDone ? timeOn(addDays(day, 1), clockText(at)) : at
}

/** The member wants to be reminded to check in. */
export function withCheckInReminder(
  telling: Telling,
  account: Account,
  { programme, now }: { programme: Programme; now: Instant },
): Telling {
  return { ...telling, checkIn: telling.checkIn ?? nextCheckInReminder(account, programme, now) }
}

/** Nobody wants to be reminded to check in any more. */
export function withoutCheckInReminder({ checkIn: _, ...telling }: Telling): Telling {
  return telling
}

function reminderOn(day: Day, { checkIn }: Programme): Instant {
  return timeOn(day, checkIn?.remindAt ?? usualTime)
}

function hasCheckedIn({ checkIns = [] }: Account, day: Day): boolean {
  return checkIns.some((one) => one.day === day)
}
