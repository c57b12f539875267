import { addMilliseconds, dayOf, daysBetween, type Instant } from '../../kit/time'
import type { ShopEvent } from '../parts/events'
import type { Programme } from '../schema'

/** The day from which the events of presets lie as far ahead as they say. */
const presetDay = '2026-05-21'
const weekMs = 7 * 24 * 3_600_000

/** A preset whose events lie ahead of the day on which it is picked, on the same days of the week. */
export function withEventsAhead(programme: Programme, now: Instant): Programme {
  const weeks = Math.max(0, Math.ceil(daysBetween(presetDay, dayOf(now)) / 7))
  if (!programme.events || weeks === 0) return programme
  return { ...programme, events: programme.events.map((event) => later(event, weeks * weekMs)) }
}

function later(event: ShopEvent, by: number): ShopEvent {
  const { startsAt, endsAt, signUpFrom, signUpUntil } = event
  return {
    ...event,
    startsAt: addMilliseconds(startsAt, by),
    endsAt: addMilliseconds(endsAt, by),
    ...(signUpFrom === undefined ? {} : { signUpFrom: addMilliseconds(signUpFrom, by) }),
    ...(signUpUntil === undefined ? {} : { signUpUntil: addMilliseconds(signUpUntil, by) }),
  }
}
