import { wxEffects } from '../../cloudfunctions/_runtime/wx'
import type { Programme } from '../../shared/programme/schema'
import {
  auditAll,
  bendProgramme,
  enrolPhone,
  manage,
  managerOpenid,
  phone,
  record,
  order,
  requestId,
  useShop,
  valueOf,
  wakeClock,
} from '../support/shop'
import { templateOf } from '../support/coupons'

const shop = useShop('demo-tea', 'once')
const call = (who: string, operation: string, input: object = {}, more: object = {}) =>
  phone(shop.cloud, who, operation, input, more)
const refused = (code: string) => ({ ok: false, refusal: { code } })
const once = { times: 1, per: 'lifetime' as const }
const monthly = {
  kind: 'coupon-pack' as const,
  couponId: 'pack',
  count: 2,
  per: 'month' as const,
  name: { zh: '券', en: 'c' },
}
const birthday = {
  kind: 'birthday' as const,
  valid: 'month' as const,
  choose: 'one' as const,
  gives: [
    { kind: 'gift' as const, name: { zh: '一杯茶', en: 'a tea' } },
    { kind: 'coupon' as const, couponId: 'ten' },
  ],
}
let programme: Programme

beforeAll(async () => {
  const { live } = await manage(shop.cloud, 'programmes.read')
  programme = live.programme
  const [first, ...tiers] = programme.tiers
  await bendProgramme(shop.cloud, {
    tiers: [{ ...first!, benefits: [monthly, birthday] }, ...tiers.map((tier) => ({ ...tier, benefits: [] }))],
    rewards: [],
    draws: [],
    coupons: [
      templateOf('ten', { giftable: true, stacks: true, perMember: once }),
      templateOf('own'),
      templateOf('pack', { issuedBy: ['rule'], valid: { kind: 'from-issue', lasts: 'to month-end' } }),
      templateOf('high', { scope: { fromTier: tiers[0]!.id } }),
      templateOf('code-only', { issuedBy: ['code'] }),
      templateOf('ten-left', { stock: 10, perMember: once }),
    ],
  })
})

const enrolled = async () => {
  const who = `o-${requestId()}`
  await enrolPhone(shop.cloud, who)
  return who
}
const holds = async (who: string, tab = 'usable') =>
  valueOf(await call(who, 'coupons.list', { tab })).coupons.map(({ templateId }: any) => templateId)
const claim = (who: string, templateId: string) => call(who, 'coupons.claim', { templateId })
const minutes = async (count: number) => {
  for (let n = 0; n < count; n += 1) {
    await shop.cloud.advance(60_000)
    await wakeClock(shop.cloud)
  }
}

describe('what is offered', () => {
  it('is claimed once where once is allowed, and shown as taken', async () => {
    const who = await enrolled()
    valueOf(await claim(who, 'ten'))
    expect(await claim(who, 'ten')).toMatchObject(refused('coupon_taken'))
    expect(await claim(who, 'high')).toMatchObject(refused('coupon_not_your_tier'))
    expect(await claim(who, 'code-only')).toMatchObject(refused('coupon_not_offered'))
    const { offers } = valueOf(await call(who, 'coupons.offers'))
    expect(offers.map(({ templateId, state, left }: any) => [templateId, state, left])).toEqual([
      ['ten', 'taken', null],
      ['own', 'open', null],
      ['high', 'not-your-tier', null],
      ['ten-left', 'open', 10],
    ])
  })

  it('of which ten are left goes to ten members, once each, when sixteen tap four times at once', async () => {
    const people = await Promise.all(Array.from({ length: 16 }, enrolled))
    const replies = await Promise.all(people.flatMap((who) => [1, 2, 3, 4].map(() => claim(who, 'ten-left'))))
    expect(replies.filter(({ ok }) => ok)).toHaveLength(10)
    await shop.cloud.drain()
    const held = await Promise.all(people.map((who) => holds(who)))
    expect(held.map(({ length }: any) => length).sort()).toEqual([...Array(6).fill(0), ...Array(10).fill(1)])
    const stock = (await shop.cloud.dump('stocks')).find(({ document }: any) => document._id === 'coupon:ten-left')
    expect(stock?.document).toMatchObject({ taken: 10, held: {} })
    const late = await enrolled()
    expect(await claim(late, 'ten-left')).toMatchObject(refused('coupon_sold_out'))
  })

  it('is refused to a full wallet', async () => {
    const who = await enrolled()
    const { accountId } = valueOf(await call(who, 'home.read')).member
    const { coupons } = valueOf(await claim(who, 'own'))
    const full = Array.from({ length: 200 }, (_, no) => ({ ...coupons[0], no, source: { by: 'claim' } }))
    const set = (many: unknown[]) =>
      shop.cloud.run(() => wxEffects().store.change('accounts', { _id: accountId }, { set: { coupons: many } }))
    const account = (await shop.cloud.dump('accounts')).find(({ document }: any) => document._id === accountId)
    await set(full)
    expect(await claim(who, 'own')).toMatchObject(refused('coupon_too_many'))
    await set((account?.document as any).coupons)
  })

  it('by a birthday is chosen once, in its time', async () => {
    const [who, other] = [await enrolled(), await enrolled()]
    await shop.cloud.drain()
    const tell = (one: string, on: string) =>
      call(one, 'acts.complete-profile', { name: '小满', birthday: on, details: [] })
    valueOf(await tell(who, '06-15'))
    valueOf(await tell(other, '09-15'))
    const { birthday: offer } = valueOf(await call(who, 'coupons.offers'))
    expect(offer).toMatchObject({ choices: [{ en: 'a tea' }, { en: expect.any(String) }] })
    const chosen = { code: offer.code, choice: 0 }
    expect(await call(other, 'coupons.choose', chosen)).toMatchObject(refused('birthday_not_now'))
    expect(valueOf(await call(who, 'coupons.choose', chosen))).toMatchObject({ coupons: [{ source: 'birthday' }] })
    expect(await call(who, 'coupons.choose', { ...chosen, choice: 1 })).toMatchObject(refused('birthday_taken'))
    expect(valueOf(await call(who, 'coupons.offers'))).toMatchObject({ birthday: null })
  })
})

describe('a code', () => {
  const make = (input: object, id = requestId()) =>
    shop.cloud.call('manager', { operation: 'coupons.make-codes', input, requestId: id }, managerOpenid)
  const redeem = (who: string, code: string) => call(who, 'coupons.claim-code', { code })

  it('is good for one of two who type it at once, in small letters too', async () => {
    const codes = { templateId: 'code-only', count: 3, lastDay: '2026-06-02' }
    const id = requestId()
    const made = valueOf(await make(codes, id))
    expect(new Set(made.codes).size).toBe(3)
    expect(valueOf(await make(codes, id))).toEqual(made)
    const [anna, ben] = [await enrolled(), await enrolled()]
    const [code] = made.codes
    const typed = `${code.slice(0, 5)}-${code.slice(5)}`.toLowerCase()
    const replies = await Promise.all([redeem(anna, code), redeem(ben, typed)])
    expect(replies.filter(({ ok }) => ok)).toHaveLength(1)
    expect(replies.find(({ ok }) => !ok)).toMatchObject(refused('coupon_code_used'))
    expect([...(await holds(anna)), ...(await holds(ben))]).toEqual(['code-only'])
    await shop.cloud.drain()
    expect(await redeem(anna, 'NOSUCHCODE')).toMatchObject(refused('coupon_code_unknown'))
    await shop.cloud.setClock('2026-06-02T16:00:00.000Z')
    expect(await redeem(ben, made.codes[1])).toMatchObject(refused('coupon_code_over'))
  })

  it('is not made for a day that is over, nor of what is not given by code', async () => {
    expect(await make({ templateId: 'code-only', count: 1, lastDay: '2026-05-31' })).toMatchObject(refused('day_over'))
    expect(await make({ templateId: 'pack', count: 1, lastDay: '2026-12-31' })).toMatchObject(
      refused('coupon_not_offered'),
    )
  })
})

describe('a coupon that is sent', () => {
  const sent = async () => {
    const who = await enrolled()
    const { couponId } = valueOf(await claim(who, 'ten')).coupons[0]
    return { who, couponId, gift: valueOf(await call(who, 'coupons.send', { couponId })).gift }
  }

  it.each([
    ['coupon_not_giftable', 'own', {}],
    ['words_refused', 'ten', { words: '违规内容' }],
  ])('is refused with %s', async (code, templateId, more) => {
    const who = await enrolled()
    const { couponId } = valueOf(await claim(who, templateId)).coupons[0]
    expect(await call(who, 'coupons.send', { couponId, ...more })).toMatchObject(refused(code))
  })

  it('is not sent twice, not recalled twice, and nobody else’s to send', async () => {
    const { who, couponId, gift } = await sent()
    const other = await enrolled()
    expect(await call(who, 'coupons.send', { couponId })).toMatchObject(refused('coupon_sent'))
    expect(await call(other, 'coupons.send', { couponId })).toMatchObject(refused('coupon_not_yours'))
    expect(await call(other, 'coupons.recall', { couponId })).toMatchObject(refused('coupon_not_yours'))
    expect(valueOf(await call(who, 'coupons.recall', { couponId }))).toMatchObject({ coupon: { state: 'usable' } })
    expect(await call(who, 'coupons.recall', { couponId })).toMatchObject(refused('coupon_not_sent'))
    expect(await call(other, 'coupons.take-gift', { gift })).toMatchObject(refused('gift_gone'))
    expect(await call(other, 'coupons.gift', { gift: 'v1.forged.link' })).toMatchObject(refused('gift_gone'))
  })

  it('is either recalled or taken when both happen at once', async () => {
    const { who, couponId, gift } = await sent()
    const friend = await enrolled()
    const replies = await Promise.all([
      call(who, 'coupons.recall', { couponId }),
      call(friend, 'coupons.take-gift', { gift }),
    ])
    expect(replies.filter(({ ok }) => ok)).toHaveLength(1)
    expect([...(await holds(who)), ...(await holds(friend))]).toEqual(['ten'])
  })

  it('bears the name of whoever took it for its sender alone, and none once they have left; the ledger bears none', async () => {
    const { who, couponId, gift } = await sent()
    const [friend, other] = [await enrolled(), await enrolled()]
    const named = async (openid: string) =>
      valueOf(await call(openid, 'coupons.list', { tab: 'used' })).coupons.map(({ state, givenTo }: any) => [
        state,
        givenTo,
      ])
    valueOf(await call(friend, 'coupons.take-gift', { gift }))
    expect(await named(who)).toEqual([['given', null]])
    valueOf(await call(friend, 'members.rename', { name: '周野' }))
    expect(await named(who)).toEqual([['given', '周野']])
    expect([await named(friend), await named(other)]).toEqual([[], []])
    await shop.cloud.drain()
    const about = (await shop.cloud.dump('entries')).filter(({ document }: any) => document.couponId === couponId)
    expect(about.map(({ document }: any) => document.kind)).toContain('coupon-pass')
    expect(JSON.stringify(about)).not.toContain('周野')
    const { accountId } = valueOf(await call(friend, 'home.read')).member
    await shop.cloud.run(() => wxEffects().store.change('accounts', { _id: accountId }, { set: { name: null } }))
    expect(await named(who)).toEqual([['given', null]])
    await shop.cloud.run(() => wxEffects().store.change('accounts', { _id: accountId }, { set: { name: '周野' } }))
  })

  it('comes back after a day, by the clock', async () => {
    const { who, couponId, gift } = await sent()
    const friend = await enrolled()
    expect(valueOf(await call(who, 'home.read'))).toMatchObject({ coupons: { usable: 0 } })
    await shop.cloud.advance(24 * 3_600_000)
    expect(await call(friend, 'coupons.take-gift', { gift })).toMatchObject(refused('gift_gone'))
    await minutes(2)
    const recalls = (await shop.cloud.dump('entries')).filter(
      ({ document }: any) => document.kind === 'coupon-recall' && document.couponId === couponId,
    )
    expect(recalls).toMatchObject([{ document: { by: 'time' } }])
    expect(valueOf(await call(who, 'home.read'))).toMatchObject({ coupons: { usable: 1 } })
    await shop.cloud.advance(40 * 86_400_000)
    expect(await call(who, 'coupons.send', { couponId })).toMatchObject(refused('coupon_over'))
  })
})

describe('the clock', () => {
  it('gives the month’s coupons once, after three days of absence over the first as well', async () => {
    const [anna, ben] = [await enrolled(), await enrolled()]
    await record(shop.cloud, shop.till, [order({ customer: 'unknown' })])
    await shop.cloud.setClock('2026-08-31T15:50:00.000Z')
    await minutes(3)
    // The clock was away for all of August: its coupons come late, and end with it.
    expect(await holds(anna)).toEqual(['pack', 'pack'])
    await shop.cloud.setClock('2026-09-03T04:00:00.000Z')
    await minutes(3)
    for (const who of [anna, ben]) expect(await holds(who)).toEqual(['pack', 'pack'])
    await shop.cloud.setClock('2026-09-30T16:00:00.000Z')
    await minutes(3)
    expect(await holds(anna)).toEqual(['pack', 'pack'])
    expect(await holds(anna, 'over')).toEqual(['pack', 'pack', 'pack', 'pack'])
    const issued = (await shop.cloud.dump('accounts')).filter(({ document }: any) => document.consent === null)
    expect(issued.every(({ document }: any) => !document.coupons?.length)).toBe(true)
  })

  it('gives what a new version brings to those who hold its tiers, once it has taken effect', async () => {
    const who = await enrolled()
    await minutes(3)
    const { live, newest } = await manage(shop.cloud, 'programmes.read')
    const [first, ...tiers] = live.programme.tiers
    const gift = { kind: 'gift', code: 'opening', name: { zh: '开张礼', en: 'Opening gift' }, when: 'on-reaching' }
    const changed = { ...live.programme, tiers: [{ ...first, benefits: [...first.benefits, gift] }, ...tiers] }
    const now = Date.parse((await shop.cloud.control('clock')).now)
    await manage(shop.cloud, 'programmes.publish', {
      draft: JSON.stringify(changed),
      effectiveAt: new Date(now + 10 * 60_000).toISOString(),
      basedOn: newest,
    })
    await minutes(9)
    expect(await holds(who)).not.toContain('gift')
    await minutes(9)
    expect((await holds(who)).filter((id: string) => id === 'gift')).toHaveLength(1)
    await minutes(6)
    expect((await holds(who)).filter((id: string) => id === 'gift')).toHaveLength(1)
  })
})

it('the books of all of them are whole', async () => {
  await minutes(3)
  expect(await auditAll(shop.cloud)).toMatchObject({ faults: [] })
})
