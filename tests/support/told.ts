import { openJournal } from '../../shared/books/journal'
import { nextDueAt, giveDue } from '../../shared/coupons/due'
import { settleCoupons } from '../../shared/coupons/settle'
import { addMilliseconds, clockText, dayOf, type Instant } from '../../shared/kit/time'
import { enrol } from '../../shared/members/enrol'
import { giveWithMessages } from '../../shared/messages/gifts'
import { noticesAt } from '../../shared/messages/notices'
import { nothingTold, withEntries, type Telling } from '../../shared/messages/telling'
import { wordsOf, type Notice } from '../../shared/messages/topics'
import { expirePoints } from '../../shared/points/expire'
import type { Programme } from '../../shared/programme/schema'
import { reviewTiers } from '../../shared/tiers/retier'
import { chineseCalendar as calendar } from '../../cloudfunctions/_runtime/chinese-calendar'
import { dueAt } from '../../cloudfunctions/_runtime/stored-account'
import { stampAt, type Book } from './builders'

/** A member with what they have been told so far, under rules alone. */
export type Life = { book: Book; telling: Telling; told: ToldAt[] }
export type ToldAt = { at: Instant; notice: Notice }

const consent = { termsVersion: '1', privacyVersion: '1', adult: true as const }

/** Somebody who joins in WeChat and agrees to the terms. */
export function joinsInWeChat(programme: Programme, at: Instant, accountId = 'account-1'): Life {
  const person = {
    accountId,
    memberNo: '10000001',
    cardNo: '1000000001',
    name: '李明',
    externalId: null,
    holder: { kind: 'person' as const },
    source: { kind: 'wechat' as const, storeId: null },
    consent,
    at,
  }
  const { account, entries } = enrol(person, programme, stampAt(at))
  return { book: { account, entries }, telling: withEntries(nothingTold, account, entries), told: [] }
}

/** A member after a command wrote its entries. */
export function wrote({ book, telling, told }: Life, after: Book): Life {
  const added = after.entries.slice(book.entries.length)
  return { book: after, telling: withEntries(telling, after.account, added), told }
}

/** The clock settles the account once, as the cloud's does. */
export function ticked({ book, telling, told }: Life, programme: Programme, now: Instant): Life {
  const reviewed = reviewTiers(expirePoints(openJournal(book.account, stampAt(now)), now), programme, now)
  const given = giveDue(settleCoupons(reviewed, now), programme, now)
  const due = noticesAt(telling, given.account, { programme, calendar, now })
  const { account, entries } = giveWithMessages(given, programme, { gifts: due.gifts, now })
  return {
    book: { account, entries: [...book.entries, ...entries] },
    telling: withEntries(due.telling, account, entries),
    told: [...told, ...due.notices.map((notice) => ({ at: now, notice }))],
  }
}

/** When the clock has to look next; null when never. */
export function nextLook({ book, telling }: Life, programme: Programme, now: Instant): Instant | null {
  return dueAt(book.account, [], { telling, givingAt: nextDueAt(book.account, programme, now) })
}

/** The clock comes each minute in which something is due, from an instant until before another. */
export function lived(life: Life, programme: Programme, { from, until }: { from: Instant; until: Instant }): Life {
  let [current, now] = [life, from]
  for (let looks = 0; looks < looksMax; looks += 1) {
    const next = nextLook(current, programme, now)
    if (next === null) return current
    const at = minuteFrom(next > now ? next : now)
    if (at >= until) return current
    current = ticked(current, programme, at)
    now = addMilliseconds(at, 1)
  }
  throw new Error('the clock never comes to rest')
}

const looksMax = 2_000
const minuteMs = 60_000

/** The first full minute that is not before an instant. */
export function minuteFrom(at: Instant): Instant {
  return new Date(Math.ceil(Date.parse(at) / minuteMs) * minuteMs).toISOString()
}

/** What was told, as a line each: `2026-05-21 10:00 生日快乐`. */
export function toldLines({ told }: Pick<Life, 'told'>): string[] {
  return told.map(({ at, notice }) => `${dayOf(at)} ${clockText(at)} ${wordsOf(notice).text.zh}`)
}
