import type { Account } from '../books/account'
import type { Calendar } from '../kit/calendar'
import { addMilliseconds, soonest, type Instant } from '../kit/time'
import { isForTier } from '../programme/for-tiers'
import type { Effect } from '../programme/parts/effects'
import type { Programme } from '../programme/schema'
import { builtIn } from './built-in'
import { occurrencesOf } from './occasions'
import { noEnd, type Moments, type Occurrence, type Sent, type View } from './occasions/kind'
import type { Notice, Told } from './topics'
import { viewOf, wakeAt } from './view'

export type MessageTerms = { programme: Programme; calendar: Pick<Calendar, 'festivalDay'>; now: Instant }

/** What a message brings beside its words, once for its window. */
export type Gift = { messageId: string; window: string; gives: readonly Effect[] }

/** By message, the mark of what was told last; empty where the message is known and has told nothing yet. */
export type Marks = { readonly [messageId: string]: string }

export type MessagesDue = { notices: Notice[]; gifts: Gift[]; marks: Marks; next: Instant | null }

/** For so long a gift is given after its message would have come too late, as when the clock stood still. */
const lateGiftMs = 7 * 24 * 3_600_000

/**
 * Which messages of the programme are due to a member now, what they give, and when the next one is. What has a mark is
 * told once whenever this runs; what is over is not told, and what it would have given is given for a week, to who was
 * known then.
 */
export function messagesDue(
  account: Account,
  memory: { marks: Marks; moments: Moments },
  terms: MessageTerms,
): MessagesDue {
  const { programme } = terms
  const all = [...(programme.messages?.list ?? []), ...builtIn(account, programme)]
  const found = all.map((message) => {
    const known = memory.marks[message.id]
    if (!isForTier(programme, message, account.tierId)) return { message, mark: known, ...nothing }
    return { message, ...dueOf(message, viewOf(message, account, memory.moments, terms), known) }
  })
  return {
    notices: found.flatMap(({ notices }) => notices),
    gifts: found.flatMap(({ gifts }) => gifts),
    marks: Object.fromEntries(
      found.flatMap(({ message, mark }) => (mark === undefined ? [] : [[message.id, mark] as const])),
    ),
    next: soonest(found.map(({ next }) => next)),
  }
}

type Found = { notices: Notice[]; gifts: Gift[]; mark: string | undefined; next: Instant | null }
const nothing = { notices: [], gifts: [], next: null }

function dueOf(message: Sent, view: View, known: string | undefined): Found {
  const { now, account } = view
  const found: Found = { notices: [], gifts: [], mark: known ?? '', next: null }
  for (const one of occurrencesOf(message.on, view)) {
    if (one.mark <= (known ?? '') || one.until <= (account.consent?.at ?? '')) continue
    const isLate = one.until <= now
    if (isLate && !(message.gives && known !== undefined && now < addMilliseconds(one.until, lateGiftMs))) continue
    const at = wakeAt(view, one.at > now ? one.at : now)
    if (at > now) {
      found.next = soonest([found.next, at])
      continue
    }
    const told = one.told()
    if (!told) continue
    found.mark = one.mark > (found.mark ?? '') ? one.mark : found.mark
    if (!isLate) found.notices.push(noticeOf(message, one, told))
    if (message.gives) found.gifts.push({ messageId: message.id, window: windowOf(one), gives: message.gives })
  }
  return found
}

function noticeOf(message: Sent, occurrence: Occurrence, told: Told): Notice {
  const { id, purpose, channels, builtIn } = message
  const window = windowOf(occurrence)
  const about = occurrence.until === noEnd ? told : { ...told, until: occurrence.until }
  if (builtIn) return { ...about, key: `${id}-${window}` }
  return { ...about, key: `message-${id}-${window}`, sending: { purpose, channels: [...channels], messageId: id } }
}

function windowOf({ mark, which }: Occurrence): string {
  return which === undefined ? mark : `${mark}-${which}`
}
