import {
  auditAll,
  bendProgramme,
  enrolPhone,
  everything,
  phone,
  requestId,
  useShop,
  valueOf,
  wakeClock,
} from '../support/shop'
import { templateOf } from '../support/coupons'
import { atTill, codeShownBy, hire } from '../support/till'

/** What somebody tries with a coupon that is not to be had: the sentence that they read, and nothing taken. */
const { cloud } = useShop('demo-tea', 'once')
const clerk = 'o-clerk'
const more = { worth: { kind: 'service' as const, service: { zh: '一杯', en: 'A cup' } }, giftable: true }

beforeAll(async () => {
  await bendProgramme(cloud, {
    coupons: [
      templateOf('cup', more),
      templateOf('short', { ...more, valid: { kind: 'from-issue', lasts: '1 day' } }),
      templateOf('later', { ...more, valid: { kind: 'dates', from: '2026-12-01', to: '2027-01-31' } }),
      templateOf('next-year', { ...more, valid: { kind: 'dates', from: '2027-01-01', to: '2027-01-31' } }),
      templateOf('elsewhere', { ...more, scope: { stores: ['S2'] } }),
    ],
  })
  await hire(cloud, clerk, ['S1'])
})

const call = (who: string, operation: string, input: object, language = 'zh-CN') =>
  phone(cloud, who, operation, input, { language })
const day = 86_400_000

async function holder(templateId: string) {
  const who = `o-${requestId()}`
  await enrolPhone(cloud, who)
  const { coupons } = valueOf(await call(who, 'coupons.claim', { templateId }))
  return { who, couponId: coupons[0].couponId as string }
}

async function pass(who: string): Promise<{ scanId: string; accountId: string }> {
  await cloud.advance(30_000)
  const scanned = await atTill(cloud, clerk, 'staff.scan', { code: await codeShownBy(cloud, who), storeId: 'S1' })
  const { scanId, accountId } = valueOf(scanned)
  return { scanId, accountId }
}

/** Asks twice, in either language: the sentences, with nothing changed by it. */
async function sentences(ask: (language: string) => Promise<any>): Promise<string[]> {
  const before = await everything(cloud)
  const replies = [await ask('zh-CN'), await ask('en')]
  expect(await everything(cloud)).toEqual(before)
  return replies.map(({ refusal }) => refusal?.message)
}

/** Tries the coupon by itself and on a bill: both read the same. */
async function atCounter(who: string, couponId: string): Promise<string[]> {
  const shown = await pass(who)
  const as = (language: string, operation: string, input: object) =>
    cloud.call('staff', { operation, input: { ...shown, ...input }, requestId: requestId(), language }, clerk)
  const alone = await sentences((language) => as(language, 'coupons.redeem', { couponId }))
  const bill = { amountFen: 9_000, dueFen: 9_000, coupons: [{ couponId }] }
  expect(await sentences((language) => as(language, 'staff.accrue', bill))).toEqual(alone)
  return alone
}

const unknown = ['没有找到这张券，没有产生任何变化', 'There is no such coupon; nothing has changed']

/** How each comes about: whose code is read, with which coupon. */
const tried: [what: string, prepare: () => Promise<{ who: string; couponId: string }>, read: (string | RegExp)[]][] = [
  [
    'of another member',
    async () => ({ who: (await holder('cup')).who, couponId: (await holder('cup')).couponId }),
    unknown,
  ],
  [
    'that a friend has taken',
    async () => {
      const [sender, friend] = [await holder('cup'), await holder('short')]
      const { gift } = valueOf(await call(sender.who, 'coupons.send', { couponId: sender.couponId }))
      valueOf(await call(friend.who, 'coupons.take-gift', { gift }))
      return sender
    },
    unknown,
  ],
  [
    'on its way to a friend',
    async () => {
      const sender = await holder('cup')
      valueOf(await call(sender.who, 'coupons.send', { couponId: sender.couponId }))
      return sender
    },
    ['这张券正在送给朋友，收回后可用', 'On its way to a friend; take it back to use it'],
  ],
  ['not valid yet', () => holder('later'), ['这张券 12 月 1 日起可用', 'Valid from 1 Dec']],
  ['of next year', () => holder('next-year'), ['这张券 2027 年 1 月 1 日起可用', 'Valid from 1 Jan 2027']],
  ['of another store', () => holder('elsewhere'), ['这张券只能在二店用', 'Only at 二店']],
  [
    'that was used',
    async () => {
      const one = await holder('cup')
      valueOf(await atTill(cloud, clerk, 'coupons.redeem', { ...(await pass(one.who)), couponId: one.couponId }))
      return one
    },
    [
      /^这张券已在 \d\d:\d\d 由 一店 核销，没有重复核销$/,
      /^Already redeemed at \d\d:\d\d in 一店; not redeemed twice$/,
    ],
  ],
  [
    'that has ended',
    async () => {
      const one = await holder('short')
      await cloud.advance(2 * day)
      return one
    },
    [/^这张券 6 月 \d 日到期了，没有使用$/, /^This coupon ended on \d Jun; it was not used$/],
  ],
]

describe('a coupon at the till', () => {
  it.each(tried)('%s is refused in words, alone and on a bill, and nothing is taken', async (_, prepare, read) => {
    const { who, couponId } = await prepare()
    const told = await atCounter(who, couponId)
    for (const [index, words] of read.entries())
      expect(told[index]).toEqual(typeof words === 'string' ? words : expect.stringMatching(words))
  })
})

describe('a gift', () => {
  const sent = async () => {
    const sender = await holder('cup')
    const { gift } = valueOf(await call(sender.who, 'coupons.send', { couponId: sender.couponId }))
    return { ...sender, gift: gift as string }
  }
  const gone = ['这份礼物已被领走或已退回', 'This gift was taken or has gone back']

  it('is not taken by whoever sent it', async () => {
    const { who, gift } = await sent()
    expect(await sentences((language) => call(who, 'coupons.take-gift', { gift }, language))).toEqual([
      '这是你自己送出的券，不能自己领',
      'You sent this one yourself',
    ])
  })

  it('is not taken twice, by another friend or by the same', async () => {
    const { gift } = await sent()
    const [friend, other] = [await holder('short'), await holder('short')]
    valueOf(await call(friend.who, 'coupons.take-gift', { gift }))
    for (const { who } of [friend, other])
      expect(await sentences((language) => call(who, 'coupons.take-gift', { gift }, language))).toEqual(gone)
  })

  it('goes to exactly one of sixty-four friends who open its link and take it at once, never to its sender', async () => {
    const { who: sender, gift } = await sent()
    const friends = Array.from({ length: 64 }, () => `o-${requestId()}`)
    for (const who of friends) await enrolPhone(cloud, who)
    // Who reads that all hands are full taps again, as often as it takes: the same request.
    const takes = async (who: string) => {
      const tap = requestId()
      for (;;) {
        const reply = await phone(cloud, who, 'coupons.take-gift', { gift }, { requestId: tap })
        if (reply.ok || reply.refusal.code !== 'busy') return reply
      }
    }
    const opensAndTakes = async (who: string) => {
      expect(['open', 'gone']).toContain(valueOf(await call(who, 'coupons.gift', { gift })).state)
      return takes(who)
    }
    const [own, ...replies] = await Promise.all([takes(sender), ...friends.map(opensAndTakes)])
    expect(replies.filter(({ ok }) => ok)).toHaveLength(1)
    const told = replies.flatMap((reply) => (reply.ok ? [] : [reply.refusal.message]))
    expect([told.length, ...new Set(told)]).toEqual([63, gone[0]])
    // Whoever sent it reads so as long as it waits; once it is taken, that it is.
    expect(own).toMatchObject({ refusal: { code: expect.stringMatching(/^gift_(own|gone)$/) } })
    const states = await Promise.all(
      [sender, ...friends].map(async (who) => valueOf(await call(who, 'coupons.gift', { gift })).state),
    )
    expect(states).toEqual(['gone', ...replies.map(({ ok }) => (ok ? 'yours' : 'gone'))])
    const lists = await Promise.all(
      friends.map(async (who) => valueOf(await call(who, 'coupons.list', { tab: 'usable' }))),
    )
    expect(lists.reduce((sum, { coupons }) => sum + coupons.length, 0)).toBe(1)
    // As many people join, on a machine that may be busy.
  }, 240_000)

  it('is not made of a coupon that has ended, which says when that was', async () => {
    const { who, couponId } = await holder('short')
    await cloud.advance(2 * day)
    const [zh, en] = await sentences((language) => call(who, 'coupons.send', { couponId }, language))
    expect([zh, en]).toEqual([
      expect.stringMatching(/^这张券 6 月 \d+ 日到期了，没有使用$/),
      expect.stringMatching(/^This coupon ended on \d+ Jun; it was not used$/),
    ])
  })
})

it('the books of all of them are whole', async () => {
  await wakeClock(cloud)
  expect(await auditAll(cloud)).toMatchObject({ faults: [] })
})
