import type { Account } from '../books/account'
import { afterHours, isWithin, type Hours } from '../kit/hours'
import { hundredthOf } from '../kit/spread'
import { addDays, addMilliseconds, clockText, dayOf, timeOn, type Day, type Instant } from '../kit/time'
import { filled, nameMax, type Values } from '../programme/message-texts'
import { tierById } from '../tiers/qualify'
import type { MessageTerms } from './due'
import { occasions } from './occasions'
import type { Moments, Sent, View } from './occasions/kind'
import { nameWords } from './occasions/words'

/** When a message is sent that names no time of its own. */
const usualTime = '10:00'
/** What comes late is told by this time of the evening, where the shop has no quiet hours. */
const lateUntil = '22:00'
/** Over how many minutes what many members are told on one day is spread. */
const spreadMinutes = 100
const minuteMs = 60_000

/** What a message looks at for one member. */
export function viewOf(message: Sent, account: Account, moments: Moments, terms: MessageTerms): View {
  const { programme } = terms
  const own: Values = {
    name: account.name ? nameWords({ zh: account.name, en: account.name }, nameMax) : { zh: '会员', en: 'member' },
    tier: tierById(programme, account.tierId).name,
  }
  return {
    ...terms,
    message,
    account,
    moments,
    on: (day) => timeOf(message, account, { day, quiet: programme.messages?.quiet }),
    text: (values) => filled(message.text, { ...own, ...values }),
  }
}

/**
 * The first instant, from one on, at which the message may be sent: never in quiet hours. What is told as it happens may be
 * at any other time; the rest not before its own time of the day nor late in the evening.
 */
export function wakeAt({ message, programme, on }: View, at: Instant): Instant {
  const quiet = programme.messages?.quiet
  const day = dayOf(at)
  if (occasions[message.on.kind].atOnce) return quiet ? afterHours(quiet, at) : at
  const own = on(day)
  if (at < own) return own
  if (!quiet) return isTooLate(clockText(at), clockText(own)) ? on(addDays(day, 1)) : at
  const awake = afterHours(quiet, at)
  return dayOf(awake) === day ? awake : on(dayOf(awake))
}

function isTooLate(clock: string, own: string): boolean {
  return clock >= lateUntil && own < lateUntil
}

/** A day's time of a message, for what concerns many members a minute of each member's own. */
function timeOf(
  { id, at = usualTime, on }: Sent,
  { accountId }: Account,
  { day, quiet }: { day: Day; quiet: Hours | undefined },
): Instant {
  const clock = quiet && isWithin(quiet, at) ? quiet.to : at
  const begins = timeOn(day, clock)
  if (!occasions[on.kind].ofMany) return begins
  const ends = quiet && quiet.from > clock ? quiet.from : '24:00'
  const room = Math.min(spreadMinutes, minutesOf(ends) - minutesOf(clock))
  return addMilliseconds(begins, Math.floor((hundredthOf(`${accountId} ${id}`) * room) / 100) * minuteMs)
}

function minutesOf(clock: string): number {
  const [hours = 0, minutes = 0] = clock.split(':').map(Number)
  return hours * 60 + minutes
}
