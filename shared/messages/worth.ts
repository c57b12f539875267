import { addDays, soonest, startOfDay, type Day, type Instant } from '../kit/time'
import type { Bilingual } from '../kit/fields'
import { worthFen } from '../points/redemption'
import type { Programme } from '../programme/schema'
import type { Notice, NoticeFacts, Topic } from './topics'

/**
 * The order in which a scarce acceptance is spent, first the most valuable, with the reason. It goes by what the member
 * loses when nobody rings: what passes to somebody else within hours, then what is lost for good by its worth in money, then
 * what can be made good with effort, and last what is only pleasant to know.
 */
export const worthOrder = {
  'passes-on': { zh: '名额过时就给下一位，拿不回来', en: 'A seat passes to the next in hours and does not come back' },
  lapses: { zh: '积分或券到期作废，按金额大小', en: 'Points or coupons lapse for good; the larger sum first' },
  'tier-ends': { zh: '等级将到期，要消费才能保住', en: 'A tier is about to end and takes spending to keep' },
  booked: { zh: '约好的活动或课程，错过是失约', en: 'Something is booked, and missing it breaks an appointment' },
  safety: { zh: '别人用了你的卡，要能及时发现', en: 'Somebody else used the card; the member has to see it' },
  gift: { zh: '为你准备的礼遇，有领取期限', en: 'Something is there to be fetched for a while' },
  opens: { zh: '你要我们提醒的开放时间', en: 'What the member asked to be told of has opened' },
  news: { zh: '好消息，晚点看到也不会损失', en: 'Good news; nothing is lost by reading it later' },
  habit: { zh: '每天都有的提醒，明天还会再来', en: 'It comes every day and comes again tomorrow' },
} as const satisfies { [worth: string]: Bilingual }
export type WorthClass = keyof typeof worthOrder

/** What a notice is worth to its member: its place in the order, what is lost in fen, and until when telling helps. */
export type Worth = { class: WorthClass; lossFen: number; until: Instant | null }

/** Positive when the first is worth more. Of equal loss the one whose time ends sooner goes first. */
export function moreWorth(one: Worth, other: Worth): number {
  return (
    rankOf(other.class) - rankOf(one.class) ||
    one.lossFen - other.lossFen ||
    textOrder(other.until ?? never, one.until ?? never)
  )
}

/** What a notice is worth to a member of that tier. */
export function worthOf(notice: Notice, programme: Pick<Programme, 'redemption'>, tierId: string): Worth {
  const worth = worthIn(notice.topic, notice.facts, { programme, tierId })
  return { ...worth, until: soonest([worth.until, notice.until ?? null]) }
}

type Terms = { programme: Pick<Programme, 'redemption'>; tierId: string }
type Worths<Facts> = {
  class: WorthClass
  lossFen?(facts: Facts, terms: Terms): number
  until?(facts: Facts): Instant
}

/** A total map: a topic whose worth nobody has stated does not compile. */
const worths: { [T in Topic]: Worths<NoticeFacts[T]> } = {
  'event-place': { class: 'passes-on', until: ({ until }) => until },
  'points-expiring': {
    class: 'lapses',
    lossFen: ({ points }, { programme, tierId }) => worthFen(programme, points, tierId) ?? points,
    until: ({ on }) => endOf(on),
  },
  'coupon-expiring': { class: 'lapses', lossFen: ({ worthFen }) => worthFen, until: ({ on }) => endOf(on) },
  'term-ending': { class: 'tier-ends', until: ({ on }) => endOf(on) },
  'event-soon': { class: 'booked', until: ({ startsAt }) => startsAt },
  'follow-up': { class: 'booked' },
  'card-used': { class: 'safety' },
  birthday: { class: 'gift' },
  'points-short': { class: 'gift', until: ({ on }) => endOf(on) },
  restock: { class: 'opens' },
  'event-opens': { class: 'opens' },
  'tier-upgraded': { class: 'news' },
  welcome: { class: 'news' },
  greeting: { class: 'news' },
  festival: { class: 'news' },
  'win-back': { class: 'news' },
  news: { class: 'news' },
  'check-in': { class: 'habit', until: ({ on }) => endOf(on) },
}

function worthIn<T extends Topic>(topic: T, facts: NoticeFacts[T], terms: Terms): Worth {
  const { class: of, lossFen, until } = worths[topic]
  return { class: of, lossFen: lossFen?.(facts, terms) ?? 0, until: until?.(facts) ?? null }
}

const classes = Object.keys(worthOrder)
const never = '9999'

function rankOf(of: WorthClass): number {
  return classes.indexOf(of)
}

function endOf(day: Day): Instant {
  return startOfDay(addDays(day, 1))
}

function textOrder(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0
}
