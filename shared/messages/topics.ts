import type { Bilingual } from '../kit/fields'
import { clockText, dayOf, type Day, type Instant } from '../kit/time'

/** What a member may ask to be told of. One template of the platform carries each. */
export const topics = [
  'tier-upgraded',
  'points-expiring',
  'card-used',
  'event-place',
  'event-opens',
  'check-in',
  'restock',
] as const
export type Topic = (typeof topics)[number]

/** What there is to tell, by topic. */
export type NoticeFacts = {
  'tier-upgraded': { tier: Bilingual; on: Day }
  'points-expiring': { points: number; on: Day }
  /** A holder of the member's shared card used it; the name is theirs, where they gave one. */
  'card-used': { holderId: string; by: string | null; earned: number; burned: number; on: Day }
  /** The member has moved up to a seat and has until then to take it. */
  'event-place': { eventId: string; event: Bilingual; until: Instant }
  /** Sign-up has opened for the member, who asked to be told. */
  'event-opens': { eventId: string; event: Bilingual; on: Day }
  /** The member has not checked in on that day; the streak is that of the days before. */
  'check-in': { streak: number; on: Day }
  /** A reward that was sold out is there again for the member, who asked to be told. */
  restock: { rewardId: string; reward: Bilingual; on: Day }
}

/** The platform's kinds of template arguments that ours need; the key in a template begins with its kind. */
export type ArgumentKind = 'thing' | 'date' | 'number'

export type Argument<Facts> = {
  kind: ArgumentKind
  /** The key that the template has unless the manager names another. */
  key: string
  label: Bilingual
  value(facts: Facts): string
}

export type TopicTerms<Facts> = {
  name: Bilingual
  /** The page that the message opens. */
  page: string
  /** What of it, where the page shows one of many. */
  query?(facts: Facts): string
  arguments: { [name: string]: Argument<Facts> }
  /** How the member's own list of messages puts it. */
  words(facts: Facts): { title: Bilingual; text: Bilingual }
}

/** A total map: a topic without its template and words does not compile. */
export const topicTerms: { [T in Topic]: TopicTerms<NoticeFacts[T]> } = {
  'tier-upgraded': {
    name: { zh: '等级变更通知', en: 'Tier change' },
    page: 'pages/assets/tier',
    arguments: {
      tier: {
        kind: 'thing',
        key: 'thing1',
        label: { zh: '新等级', en: 'New tier' },
        value: ({ tier }) => thing(tier.zh),
      },
      on: { kind: 'date', key: 'date2', label: { zh: '生效日期', en: 'From' }, value: ({ on }) => dateText(on) },
      note: { kind: 'thing', key: 'thing3', label: { zh: '说明', en: 'Note' }, value: () => '新权益已生效，点开看看' },
    },
    words: ({ tier }) => ({
      title: { zh: `已升级${tier.zh}`, en: `You are ${tier.en} now` },
      text: { zh: '新权益已生效，点开看看', en: 'Your new benefits are ready' },
    }),
  },
  'points-expiring': {
    name: { zh: '积分到期提醒', en: 'Points about to expire' },
    page: 'pages/assets/points',
    arguments: {
      points: {
        kind: 'number',
        key: 'number1',
        label: { zh: '到期积分', en: 'Points' },
        value: ({ points }) => String(points),
      },
      on: { kind: 'date', key: 'date2', label: { zh: '到期日期', en: 'Good until' }, value: ({ on }) => dateText(on) },
      note: {
        kind: 'thing',
        key: 'thing3',
        label: { zh: '说明', en: 'Note' },
        value: () => '到期日当天仍可用，点开看明细',
      },
    },
    words: ({ points, on }) => ({
      title: { zh: `${points} 积分快到期了`, en: `${points} points expire soon` },
      text: { zh: `最后可用日 ${monthAndDate(on)}`, en: `Good until ${englishDate(on)}` },
    }),
  },
  'card-used': {
    name: { zh: '共用卡使用提醒', en: 'Your shared card was used' },
    page: 'pages/assets/cards',
    arguments: {
      by: { kind: 'thing', key: 'thing1', label: { zh: '使用人', en: 'By' }, value: ({ by }) => thing(by ?? '副卡') },
      burned: {
        kind: 'number',
        key: 'number2',
        label: { zh: '用掉积分', en: 'Points used' },
        value: ({ burned }) => String(burned),
      },
      on: { kind: 'date', key: 'date3', label: { zh: '使用日期', en: 'On' }, value: ({ on }) => dateText(on) },
    },
    words: ({ by, earned, burned }) => ({
      title: { zh: `${by ?? '副卡'}用了共用卡`, en: `${by ?? 'A holder'} used your shared card` },
      text: { zh: `用掉 ${burned} 积分，得到 ${earned} 积分`, en: `${burned} points used, ${earned} earned` },
    }),
  },
  'event-place': {
    name: { zh: '候补成功通知', en: 'A seat for you' },
    page: 'pages/play/event',
    query: ({ eventId }) => `event=${eventId}`,
    arguments: {
      event: {
        kind: 'thing',
        key: 'thing1',
        label: { zh: '活动', en: 'Event' },
        value: ({ event }) => thing(event.zh),
      },
      until: {
        kind: 'date',
        key: 'date2',
        label: { zh: '确认截止', en: 'Until' },
        value: ({ until }) => dateText(dayOf(until)),
      },
      note: {
        kind: 'thing',
        key: 'thing3',
        label: { zh: '说明', en: 'Note' },
        value: ({ until }) => `当天 ${clockText(until)} 前点开确认`,
      },
    },
    words: ({ event, until }) => ({
      title: { zh: `「${event.zh}」有名额了`, en: `A seat at ${event.en}` },
      text: {
        zh: `${monthAndDate(dayOf(until))} ${clockText(until)} 前确认，过时给下一位`,
        en: `Take it before ${englishDate(dayOf(until))}, ${clockText(until)}`,
      },
    }),
  },
  'event-opens': {
    name: { zh: '报名开放提醒', en: 'Sign-up opens' },
    page: 'pages/play/event',
    query: ({ eventId }) => `event=${eventId}`,
    arguments: {
      event: {
        kind: 'thing',
        key: 'thing1',
        label: { zh: '活动', en: 'Event' },
        value: ({ event }) => thing(event.zh),
      },
      on: { kind: 'date', key: 'date2', label: { zh: '开放日期', en: 'On' }, value: ({ on }) => dateText(on) },
      note: { kind: 'thing', key: 'thing3', label: { zh: '说明', en: 'Note' }, value: () => '已向你开放，点开报名' },
    },
    words: ({ event }) => ({
      title: { zh: `「${event.zh}」可以报名了`, en: `${event.en} is open` },
      text: { zh: '已向你开放，点开报名', en: 'Sign-up is open for you' },
    }),
  },
  'check-in': {
    name: { zh: '签到提醒', en: 'Daily check-in' },
    page: 'pages/play/checkin',
    arguments: {
      streak: {
        kind: 'number',
        key: 'number1',
        label: { zh: '已连续天数', en: 'Days in a row' },
        value: ({ streak }) => String(streak),
      },
      on: { kind: 'date', key: 'date2', label: { zh: '签到日期', en: 'On' }, value: ({ on }) => dateText(on) },
      note: {
        kind: 'thing',
        key: 'thing3',
        label: { zh: '说明', en: 'Note' },
        value: ({ streak }) => (streak > 0 ? '断签后从第 1 天重新算' : '今天还没签到，点开签到'),
      },
    },
    words: ({ streak }) => ({
      title: { zh: '今天还没签到', en: 'Not checked in today' },
      text:
        streak > 0
          ? {
              zh: `已连续 ${streak} 天，断签后从第 1 天重新算`,
              en: `${streak} in a row; a missed day starts again at day 1`,
            }
          : { zh: '点开签到', en: 'Open to check in' },
    }),
  },
  restock: {
    name: { zh: '到货提醒', en: 'Back in stock' },
    page: 'pages/mall/index',
    query: ({ rewardId }) => `reward=${rewardId}`,
    arguments: {
      reward: {
        kind: 'thing',
        key: 'thing1',
        label: { zh: '礼品', en: 'Reward' },
        value: ({ reward }) => thing(reward.zh),
      },
      on: { kind: 'date', key: 'date2', label: { zh: '到货日期', en: 'On' }, value: ({ on }) => dateText(on) },
      note: { kind: 'thing', key: 'thing3', label: { zh: '说明', en: 'Note' }, value: () => '数量有限，先到先得' },
    },
    words: ({ reward }) => ({
      title: { zh: `「${reward.zh}」到货了`, en: `${reward.en}: back in stock` },
      text: { zh: '数量有限，先到先得', en: 'There are only so many; first come, first served' },
    }),
  },
}

/** One thing to tell a member. Its key is the same however often it is worked out, so that it is told once. */
export type Notice = { [T in Topic]: { topic: T; key: string; facts: NoticeFacts[T] } }[Topic]
type Told<T extends Topic> = { topic: T; facts: NoticeFacts[T] }

export function wordsOf<T extends Topic>({ topic, facts }: Told<T>): { title: Bilingual; text: Bilingual } {
  return topicTerms[topic].words(facts)
}

/** The page that a message opens, at what it is about. */
export function pageOf<T extends Topic>({ topic, facts }: Told<T>): string {
  const { page, query } = topicTerms[topic]
  return query ? `${page}?${query(facts)}` : page
}

/** The template that a topic's messages go out with, and its keys where they are other than ours. */
export type Template = { templateId: string; keys?: { [argument: string]: string | undefined } }

/** The values of a message by the template's keys, no more than it has. They fit the platform's limits by construction. */
export function messageData<T extends Topic>(
  { topic, facts }: Told<T>,
  keys?: Template['keys'],
): { [key: string]: { value: string } } {
  return Object.fromEntries(
    Object.entries(topicTerms[topic].arguments).flatMap(([name, { key, value }]) => {
      const own = keys ? keys[name] : key
      return own === undefined ? [] : [[own, { value: value(facts) }]]
    }),
  )
}

const thingMax = 20

/** The platform takes one line of at most twenty characters: a longer name is cut and shows that it was. */
export function thing(text: string): string {
  const line = [...text.replace(/[\u0000-\u001f\u007f]+/g, ' ').trim()]
  if (line.length === 0) return '会员'
  return line.length > thingMax ? `${line.slice(0, thingMax - 1).join('')}…` : line.join('')
}

function dateText(day: Day): string {
  const [year, month, date] = day.split('-').map(Number)
  return `${year}年${month}月${date}日`
}

function monthAndDate(day: Day): string {
  const [, month, date] = day.split('-').map(Number)
  return `${month} 月 ${date} 日`
}

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

function englishDate(day: Day): string {
  const [, month = 1, date] = day.split('-').map(Number)
  return `${date} ${months[month - 1]}`
}
