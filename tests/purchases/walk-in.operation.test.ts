import { presets } from '../../shared/programme/presets/presets'
import {
  auditAll,
  bendProgramme,
  enrolPhone,
  memberOf,
  phone,
  record,
  refundOf,
  requestId,
  useShop,
  valueOf,
  wakeClock,
  order,
} from '../support/shop'

const shop = useShop('restaurant', 'once')
const at = '2026-06-01T03:00:00.000Z'
const walkIn = (orderId: string, amountFen = 5_000) => ({ kind: 'walk-in', orderId, at, amountFen })
const send = (...items: object[]): Promise<any[]> => record(shop.cloud, shop.till, items)
const claim = (who: string, code: string) => phone(shop.cloud, who, 'coupons.claim-code', { code })
const held = async (who: string) => valueOf(await phone(shop.cloud, who, 'coupons.list', { tab: 'usable' })).coupons
const enrolled = async () => {
  const who = `o-${requestId()}`
  await enrolPhone(shop.cloud, who)
  return who
}
const paidBack = (orderId: string, amountFen: number, refundId?: string) => ({
  ...refundOf(orderId, amountFen, refundId),
  at,
})

describe('P9.1: an order of somebody whom nobody knows', () => {
  it('brings a code from ¥30 on, the same one however often it is sent, beside orders of members', async () => {
    const [small, enough, member] = await send(walkIn('w-1', 2_999), walkIn('w-2', 3_000), order({ customer: 'c1' }))
    expect(small).toEqual({ ok: true, duplicate: false, claimCode: null, claimUntil: null })
    expect(enough).toMatchObject({ ok: true, claimCode: expect.stringMatching(/^[A-Z2-9]{10}$/) })
    expect(member).toMatchObject({ ok: true, memberNo: expect.any(String) })
    expect(await send(walkIn('w-2', 3_000))).toEqual([{ ...enough, duplicate: true }])
    expect(await send(walkIn('w-2', 3_001))).toMatchObject([{ refusal: { code: 'order_id_reused' } }])
    const stored = JSON.stringify(await shop.cloud.dump())
    expect(stored).not.toContain(enough.claimCode)
  })

  it('is no order of a member under the same number', async () => {
    await send(order({ orderId: 'm-1', customer: 'c1', amountFen: 5_000 }))
    await shop.cloud.drain()
    expect(await send(walkIn('m-1'))).toMatchObject([{ refusal: { code: 'order_id_reused' } }])
  })

  it('leaves its number to no order of a member, in the same batch or a later one, once it brought a code', async () => {
    const reused = { refusal: { code: 'order_id_reused' } }
    const ofMember = (orderId: string) => order({ orderId, customer: 'c-walker', amountFen: 5_000 })
    const first = await send(walkIn('n-1'), ofMember('n-1'), ofMember('n-2'), walkIn('n-2'))
    expect(first).toMatchObject([{ claimCode: expect.any(String) }, reused, { ok: true, points: 50 }, reused])
    expect(await send(ofMember('n-1'))).toMatchObject([reused])
    // What brought nothing was kept nowhere: it may still become the order of whoever turns out to be a member.
    await send(walkIn('n-3', 100))
    expect(await send(ofMember('n-3'))).toMatchObject([{ ok: true, points: 50 }])
    expect(await memberOf(shop.cloud, 'c-walker')).toMatchObject({ orders: 2 })
  })

  it('and a member’s order under one number in the same instant are one order, whichever it is, and never both', async () => {
    const numbers = Array.from({ length: 12 }, (_, n) => `same-${n}`)
    const ofMember = (orderId: string) => order({ orderId, customer: 'c-same', amountFen: 5_000 })
    await send(ofMember('same'))
    await shop.cloud.drain()
    const pairs = await Promise.all(
      numbers.map(async (orderId) => {
        const [[walked], [bought]] = await Promise.all([send(walkIn(orderId)), send(ofMember(orderId))])
        return { orderId, walked, bought }
      }),
    )
    await shop.cloud.drain()
    for (let minute = 0; minute < 6; minute += 1) {
      await shop.cloud.advance(60_000)
      await wakeClock(shop.cloud)
    }
    const ofWalkIns = pairs.filter(({ walked }) => walked.ok)
    for (const { walked, bought } of pairs) {
      if (!walked.ok) expect([walked.refusal.code, bought.ok]).toEqual(['order_id_reused', true])
      // Whoever came in between is told so at once; a member whose order was written meanwhile loses it again.
      else expect(bought.ok || bought.refusal.code === 'order_id_reused').toBe(true)
    }
    const orders = 1 + numbers.length - ofWalkIns.length
    expect(await memberOf(shop.cloud, 'c-same')).toMatchObject({ orders, points: orders * 50 })
    for (const { orderId, walked } of ofWalkIns)
      expect(await send(walkIn(orderId))).toEqual([{ ...walked, duplicate: true }])
    expect(await auditAll(shop.cloud)).toMatchObject({ faults: [] })
  })

  it('gives its coupon to one of two who join with it', async () => {
    const [{ claimCode }] = await send(walkIn('w-3'))
    const [anna, ben] = [await enrolled(), await enrolled()]
    const replies = await Promise.all([claim(anna, claimCode), claim(ben, claimCode)])
    expect(replies.filter(({ ok }) => ok)).toHaveLength(1)
    expect(replies.find(({ ok }) => !ok)).toMatchObject({ refusal: { code: 'coupon_code_used' } })
    const coupons = [...(await held(anna)), ...(await held(ben))]
    expect(coupons).toMatchObject([{ templateId: 'next-visit', worth: { offFen: 1_000 }, source: 'code' }])
  })

  it('that is refunded leaves a dead code, unless somebody has claimed it', async () => {
    const [unclaimed, claimed, kept] = await send(walkIn('w-4'), walkIn('w-5'), walkIn('w-6'))
    const [anna, ben] = [await enrolled(), await enrolled()]
    valueOf(await claim(ben, claimed.claimCode))
    await shop.cloud.drain()
    const back = [paidBack('w-4', 5_000), paidBack('w-5', 5_000), paidBack('w-6', 2_000)]
    expect((await send(...back)).map(({ ok, claimCode }) => [ok, claimCode])).toEqual(Array(3).fill([true, null]))
    expect(await claim(anna, unclaimed.claimCode)).toMatchObject({ refusal: { code: 'coupon_code_over' } })
    expect(await held(ben)).toHaveLength(1)
    // ¥30 of it are left, which is still enough.
    valueOf(await claim(anna, kept.claimCode))
  })

  it('is refunded once by each number and no further than it goes', async () => {
    await send(walkIn('w-7'))
    const part = paidBack('w-7', 1_000, 'r-7')
    expect(await send(part)).toMatchObject([{ ok: true, duplicate: false }])
    expect(await send(part)).toMatchObject([{ ok: true, duplicate: true }])
    expect(await send({ ...part, amountFen: 900 })).toMatchObject([{ refusal: { code: 'refund_id_reused' } }])
    expect(await send(paidBack('w-7', 4_001))).toMatchObject([{ refusal: { code: 'refund_above_rest' } }])
    expect(await send(paidBack('w-never', 1))).toMatchObject([{ refusal: { code: 'order_unknown' } }])
    expect(await auditAll(shop.cloud)).toMatchObject({ faults: [] })
  })
})

describe('walk-ins’ coupons of which there are only so many', () => {
  it('are promised as often as there are any, one to an order however often it is sent, also of all at once', async () => {
    const { coupons = [] } = presets['restaurant']!
    await bendProgramme(shop.cloud, { coupons: coupons.map((one) => ({ ...one, stock: 5 })) })
    const taken = async () => {
      await shop.cloud.drain()
      const stocks = (await shop.cloud.dump('stocks')).map(({ document }: any) => document)
      return stocks.filter(({ _id }) => _id === 'coupon:next-visit')
    }
    const [first] = await send(walkIn('s-1'))
    expect(await send(walkIn('s-1'))).toEqual([{ ...first, duplicate: true }])
    const rest = await Promise.all(Array.from({ length: 16 }, (_, nth) => send(walkIn(`s-at-once-${nth}`))))
    const codes = rest.flat().flatMap(({ claimCode }) => claimCode ?? [])
    expect([first.claimCode, new Set(codes).size, codes.length]).toEqual([expect.any(String), 4, 4])
    expect(await taken()).toMatchObject([{ taken: 5, held: {} }])
    // Claimed it is the one that was promised, and takes no other.
    valueOf(await claim(await enrolled(), first.claimCode))
    expect(await taken()).toMatchObject([{ taken: 5, held: {} }])
    expect(await send(walkIn('s-late'))).toMatchObject([{ ok: true, claimCode: null }])
    // An order that is refunded gives its coupon back once, but for the one that was claimed.
    const nth = rest.findIndex(([one]) => one.claimCode !== null)
    const back = [paidBack('s-1', 5_000), paidBack(`s-at-once-${nth}`, 5_000, 'r-nth')]
    expect([...(await send(...back)), ...(await send(...back))].map(({ ok }) => ok)).toEqual(Array(4).fill(true))
    expect(await taken()).toMatchObject([{ taken: 4, held: {} }])
    expect(await send(walkIn('s-later'))).toMatchObject([{ claimCode: expect.any(String) }])
  })
})
