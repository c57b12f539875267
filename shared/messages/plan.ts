import { afterHours, type Hours } from '../kit/hours'
import { addMilliseconds, type Instant } from '../kit/time'
import type { PlanReason } from './plan-reasons'
import type { Sending, Topic } from './topics'
import { moreWorth, type Worth } from './worth'

export type Purpose = Sending['purpose']
export type Channel = Sending['channels'][number]
/** What rings: every channel but the list, where a notice stands anyway. */
export type Way = Exclude<Channel, 'inbox'>

/** A notice that is due, with what the shop has set up to carry it. */
export type DueNotice = {
  id: string
  topic: Topic
  purpose: Purpose
  /** In the order in which they are to be tried; the inbox has every notice anyway. */
  channels: readonly Channel[]
  worth: Worth
  /** The template that would carry it in WeChat; null where the shop has none. */
  templateId: string | null
  /** Whether the shop has a text for it, with a way out where it is promotion. */
  hasText: boolean
}

/** A service notice that is known to come and would go by that template. */
export type ComingNotice = { at: Instant; templateId: string; worth: Worth }

type Beside = { text: boolean; mail: boolean }

export type Situation = {
  now: Instant
  due: readonly DueNotice[]
  coming: readonly ComingNotice[]
  /** Open acceptances by template; topics that share a template share them. */
  open: { readonly [templateId: string]: number }
  /** Where the member agreed to hear from the shop beside WeChat. */
  agreed: Beside
  /** By which ways beside WeChat the shop sends. */
  offered: Beside
  optedOut: readonly Topic[]
  /** When promotion went out to this member lately. */
  promotions: readonly Instant[]
  quiet: Hours | null
  /** How many promotions may go out in seven days; null: the programme names no number. */
  perWeek: number | null
}

/** What becomes of one notice. `none`: the member does not want to hear of it anywhere. */
export type Planned = { id: string; channel: Channel | 'none'; at: Instant; reason: PlanReason }

/** A member is asked anew at a visit, and most visit within a week: so far an acceptance may be kept for more. */
export const renewalMs = 7 * 86_400_000
const weekMs = 7 * 86_400_000

/**
 * How each due notice reaches its member. Acceptances go to the service notices that are worth most, those known to come
 * before the member is asked again among them; of the rest what may goes by text or mail, and all stand in the inbox.
 * Promotion never goes by subscription message, leaves only where the member agreed, and no more of it than the cap. Nothing
 * rings in the quiet hours. The answer does not depend on the order in which the notices are given.
 */
export function planNotices(situation: Situation): Planned[] {
  const due = [...situation.due].sort((one, other) => moreWorth(other.worth, one.worth) || textOrder(one.id, other.id))
  const at = situation.quiet ? afterHours(situation.quiet, situation.now) : situation.now
  const granted = grantAcceptances(due, situation, at)
  let promoted = situation.promotions.filter((sent) => sent > addMilliseconds(at, -weekMs)).length
  return due.map((notice) => {
    const silent = silenced(notice, situation, at)
    if (silent) return { id: notice.id, at: situation.now, ...silent }
    const bySubscription = granted.get(notice.id)
    if (bySubscription === 'granted') return { id: notice.id, channel: 'subscription', at, reason: 'worth-most' }
    const isCapped = notice.purpose === 'promotion' && situation.perWeek !== null && promoted >= situation.perWeek
    const other = otherChannel(notice, situation)
    if (other && !isCapped) {
      if (notice.purpose === 'promotion') promoted += 1
      return { id: notice.id, channel: other, at, reason: other === 'text' ? 'agreed-text' : 'agreed-mail' }
    }
    const reason = other ? 'cap-reached' : (bySubscription ?? leftReason(notice, situation))
    return { id: notice.id, channel: 'inbox', at: situation.now, reason }
  })
}

type Grant = 'granted' | 'kept-for-more' | 'no-acceptance'

/** Template by template: as many as there are acceptances, the most valuable first; a due one before a coming equal. */
function grantAcceptances(due: readonly DueNotice[], situation: Situation, at: Instant): Map<string, Grant> {
  const until = addMilliseconds(situation.now, renewalMs)
  const wanting = due.filter((notice) => mayAsk(notice) && !silenced(notice, situation, at))
  const coming = situation.coming.filter((one) => one.at > situation.now && one.at <= until)
  const grants = new Map<string, Grant>()
  for (const templateId of new Set(wanting.map((notice) => notice.templateId ?? ''))) {
    const mine = wanting.filter((notice) => notice.templateId === templateId)
    const ahead = coming.filter((one) => one.templateId === templateId)
    const open = situation.open[templateId] ?? 0
    mine.forEach((notice, place) => {
      const before = ahead.filter(({ worth }) => moreWorth(worth, notice.worth) > 0).length
      grants.set(notice.id, place + before < open ? 'granted' : place < open ? 'kept-for-more' : 'no-acceptance')
    })
  }
  return grants
}

function mayAsk({ purpose, channels, templateId }: DueNotice): boolean {
  return purpose === 'service' && templateId !== null && channels.includes('subscription')
}

/** A notice that rings nowhere, whatever could carry it. */
function silenced(
  { topic, purpose, worth }: DueNotice,
  { now, optedOut }: Situation,
  at: Instant,
): { channel: 'inbox' | 'none'; reason: PlanReason } | null {
  if (optedOut.includes(topic)) return { channel: purpose === 'service' ? 'inbox' : 'none', reason: 'opted-out' }
  if (worth.until !== null && worth.until <= now) return { channel: 'inbox', reason: 'too-late' }
  return worth.until !== null && worth.until <= at ? { channel: 'inbox', reason: 'over-by-morning' } : null
}

function otherChannel(notice: DueNotice, { agreed, offered }: Situation): 'text' | 'mail' | null {
  return besideOf(notice).find((way) => agreed[way] && offered[way] && (way === 'mail' || notice.hasText)) ?? null
}

/** The ways beside WeChat by which a notice may go, in the order in which they are to be tried. */
function besideOf({ channels }: DueNotice): ('text' | 'mail')[] {
  return channels.flatMap((channel) => (channel === 'text' || channel === 'mail' ? [channel] : []))
}

function leftReason(notice: DueNotice, { agreed, offered }: Situation): PlanReason {
  const ways = besideOf(notice).filter((way) => agreed[way])
  if (ways.some((way) => offered[way])) return 'not-set-up'
  if (ways.length > 0) return 'not-offered'
  if (besideOf(notice).length > 0) return 'not-agreed'
  return notice.purpose === 'service' && notice.channels.includes('subscription') ? 'not-set-up' : 'inbox-only'
}

function textOrder(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0
}
