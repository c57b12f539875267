import {
  auditAll,
  bendProgramme,
  enrolPhone,
  phone,
  record,
  refundOf,
  requestId,
  useShop,
  valueOf,
  wakeClock,
} from '../support/shop'
import { numberOf } from '../support/joining'
import { atTill, codeShownBy, hire } from '../support/till'
import { templateOf } from '../support/coupons'

const shop = useShop('demo-tea', 'once')
const clerk = 'o-clerk'
const money = { kind: 'amount' as const, offFen: 1_000 }
const cup = { worth: { kind: 'goods' as const, goods: ['oolong'] } }

beforeAll(async () => {
  await bendProgramme(shop.cloud, {
    coupons: [
      templateOf('cup', cup),
      templateOf('ten', { stacks: true }),
      templateOf('alone'),
      templateOf('later', { ...cup, valid: { kind: 'dates', from: '2026-12-01', to: '2026-12-31' } }),
      templateOf('short', { ...cup, valid: { kind: 'from-issue', lasts: '1 day' } }),
      templateOf('other-store', { ...cup, scope: { stores: ['S2'] } }),
      // 1 June 2026 is a Monday.
      templateOf('sunday', { ...cup, scope: { weekdays: [7] } }),
      templateOf('sent-home', { worth: { kind: 'delivery' } }),
      templateOf('from-99', { worth: { kind: 'delivery', fromFen: 9_900 } }),
      templateOf('off-home', { worth: money, scope: { channel: 'delivery' } }),
      templateOf('here', { ...cup, scope: { channel: 'store' } }),
      templateOf('fit', { worth: money, stacks: true }),
      templateOf('free', { worth: money, stacks: true }),
      templateOf('on-tea', { worth: { kind: 'percent', percent: 50 }, scope: { categories: ['tea'] }, stacks: true }),
    ],
  })
  await hire(shop.cloud, clerk, ['S1'])
  await hire(shop.cloud, 'o-second', ['S1', 'S2'])
})

const call = (who: string, operation: string, input: object = {}) => phone(shop.cloud, who, operation, input)
const till = (operation: string, input: object, id = requestId()) => atTill(shop.cloud, clerk, operation, input, id)
const refused = (code: string) => ({ ok: false, refusal: { code } })
const usableOf = async (who: string) =>
  valueOf(await call(who, 'coupons.list', { tab: 'usable' })).coupons.map(({ templateId }: any) => templateId)

/** A member who has claimed these, with the till's pass for them. */
async function customer(...templates: string[]) {
  const who = `o-${requestId()}`
  await enrolPhone(shop.cloud, who)
  const ids: string[] = []
  for (const templateId of templates)
    ids.push(valueOf(await call(who, 'coupons.claim', { templateId })).coupons[0].couponId)
  return { who, ids, ...(await pass(who)) }
}
async function pass(who: string): Promise<{ scanId: string; accountId: string }> {
  const code = await codeShownBy(shop.cloud, who)
  const { scanId, accountId } = valueOf(await till('staff.scan', { code, storeId: 'S1' }))
  return { scanId, accountId }
}

describe('a coupon at the till', () => {
  it.each([
    ['later', 'coupon_not_yet'],
    ['other-store', 'coupon_not_here'],
    ['sunday', 'coupon_not_now'],
    ['sent-home', 'coupon_delivery_only'],
    ['ten', 'coupon_needs_bill'],
  ])('%s is refused with %s, and stays', async (templateId, code) => {
    const { who, ids, scanId, accountId } = await customer(templateId)
    const reply = await till('coupons.redeem', { scanId, accountId, couponId: ids[0] })
    expect(reply).toMatchObject(refused(code))
    if (code === 'coupon_not_here') expect(reply).toMatchObject({ refusal: { message: '这张券只能在二店用' } })
    expect(await usableOf(who)).toEqual([templateId])
  })

  it('for delivery is taken by itself for an order that is sent home, undone, and taken again', async () => {
    const { who, ids, scanId, accountId } = await customer('sent-home', 'here', 'from-99')
    const taken = (n: number, channel?: string) =>
      till('coupons.redeem', { scanId, accountId, couponId: ids[n], ...(channel ? { channel } : {}) })
    expect(await taken(0, 'store')).toMatchObject(refused('coupon_delivery_only'))
    expect(await taken(1, 'delivery')).toMatchObject(refused('coupon_store_only'))
    expect(await taken(2, 'delivery')).toMatchObject(refused('coupon_needs_bill'))
    expect(await usableOf(who)).toEqual(['sent-home', 'here', 'from-99'])
    const { redemptionId } = valueOf(await taken(0, 'delivery'))
    expect(await usableOf(who)).toEqual(['here', 'from-99'])
    valueOf(await till('coupons.undo', { accountId, redemptionId }))
    expect(await usableOf(who)).toHaveLength(3)
    expect(valueOf(await taken(0, 'delivery'))).toMatchObject({ worth: { kind: 'delivery' } })
    expect(await taken(0, 'delivery')).toMatchObject(refused('coupon_used'))
  })

  it('of another member is not theirs, and nothing is told of it, used or not', async () => {
    const [anna, ben] = [await customer('cup'), await customer()]
    const { scanId, accountId } = ben
    const theirs = () => till('coupons.redeem', { scanId, accountId, couponId: anna.ids[0] })
    const before = await theirs()
    expect(before).toMatchObject(refused('coupon_not_yours'))
    valueOf(await till('coupons.redeem', { scanId: anna.scanId, accountId: anna.accountId, couponId: anna.ids[0] }))
    expect(await theirs()).toEqual(before)
    expect(await till('coupons.redeem', { scanId, accountId, couponId: 'coupon-nobody-1' })).toEqual(before)
  })

  it('needs the code: a phone number is not enough, and a card reported lost is none', async () => {
    const { who, ids, scanId, accountId } = await customer('cup', 'ten')
    const found = valueOf(await till('staff.find', { storeId: 'S1', phone: numberOf(who) }))
    const input = { scanId: found.scanId, accountId, couponId: ids[0] }
    expect(await till('coupons.redeem', input)).toMatchObject(refused('coupon_needs_code'))
    const bill = { scanId: found.scanId, accountId, amountFen: 7_000, dueFen: 6_000, coupons: [{ couponId: ids[1] }] }
    expect(await till('staff.accrue', bill)).toMatchObject(refused('coupon_needs_code'))
    valueOf(await call(who, 'cards.report-lost'))
    expect(await till('coupons.redeem', { ...input, scanId })).toMatchObject(refused('card_frozen'))
    expect(await usableOf(who)).toEqual(['cup', 'ten'])
  })

  it('that has ended says so, before and after the clock has written it down', async () => {
    const { who, ids, accountId } = await customer('short')
    await shop.cloud.advance(2 * 86_400_000)
    const redeem = async () => till('coupons.redeem', { scanId: (await pass(who)).scanId, accountId, couponId: ids[0] })
    const message = '这张券 6 月 2 日到期了，没有使用'
    expect(await redeem()).toMatchObject({ refusal: { code: 'coupon_over', message } })
    await wakeClock(shop.cloud)
    await shop.cloud.advance(60_000)
    expect(await redeem()).toMatchObject({ refusal: { code: 'coupon_over', message } })
    expect(valueOf(await call(who, 'coupons.list', { tab: 'over' }))).toMatchObject({ coupons: [{ state: 'over' }] })
  })

  it('is undone once, by whoever took it, for five minutes; used again it is not undone by the first undo', async () => {
    const { who, ids, scanId, accountId } = await customer('cup')
    const redeem = () => till('coupons.redeem', { scanId, accountId, couponId: ids[0] })
    const { redemptionId } = valueOf(await redeem())
    const undo = { accountId, redemptionId }
    expect(await atTill(shop.cloud, 'o-second', 'coupons.undo', undo)).toMatchObject(refused('undo_over'))
    expect(await till('coupons.undo', { ...undo, redemptionId: 'redeem:nobody:1' })).toMatchObject(
      refused('redemption_unknown'),
    )
    const id = requestId()
    const first = valueOf(await till('coupons.undo', undo, id))
    expect(valueOf(await till('coupons.undo', undo, id))).toEqual(first)
    expect(await till('coupons.undo', undo)).toMatchObject(refused('redemption_undone'))
    const again = valueOf(await redeem())
    expect(await till('coupons.undo', undo)).toMatchObject(refused('redemption_undone'))
    expect(await usableOf(who)).toEqual([])
    await shop.cloud.advance(5 * 60_000)
    expect(await till('coupons.undo', { accountId, redemptionId: again.redemptionId })).toMatchObject(
      refused('undo_over'),
    )
    expect(valueOf(await call(who, 'coupons.list', { tab: 'used' })).coupons.map(({ state }: any) => state)).toEqual([
      'used',
      'returned',
      'used',
    ])
  })

  it('reaches the ledger once: with the next command, or by the clock', async () => {
    const [next, clock] = [await customer('cup', 'cup'), await customer('cup')]
    const redeem = ({ scanId, accountId, ids }: typeof next, n = 0) =>
      till('coupons.redeem', { scanId, accountId, couponId: ids[n] })
    const ids = [valueOf(await redeem(next)).redemptionId, valueOf(await redeem(clock)).redemptionId]
    const posted = async () => {
      await shop.cloud.drain()
      const entries = await shop.cloud.dump('entries')
      return ids.map((id) => entries.filter(({ document }: any) => document._id === id).length)
    }
    expect(await posted()).toEqual([0, 0])
    valueOf(await call(next.who, 'coupons.claim', { templateId: 'ten' }))
    expect(await posted()).toEqual([1, 0])
    await shop.cloud.advance(2 * 60_000)
    await wakeClock(shop.cloud)
    expect(await posted()).toEqual([1, 1])
    valueOf(await call(clock.who, 'coupons.claim', { templateId: 'ten' }))
    expect(await posted()).toEqual([1, 1])
  })

  it('is handed out with a reason, and only where the programme says so', async () => {
    const { who, scanId, accountId } = await customer()
    const hand = (templateId: string) => till('coupons.hand', { scanId, accountId, templateId, reason: '上次茶凉了' })
    expect(valueOf(await hand('cup'))).toMatchObject({ coupons: [{ source: 'hand' }] })
    expect(await hand('none')).toMatchObject(refused('coupon_not_offered'))
    expect(await usableOf(who)).toEqual(['cup'])
  })
})

describe('coupons on a bill', () => {
  const pay = (person: { scanId: string; accountId: string }, amountFen: number, dueFen: number, ids: string[]) =>
    till('staff.accrue', { ...person, amountFen, dueFen, coupons: ids.map((couponId) => ({ couponId })) })

  it('are refused below their threshold, twice or with one that stands alone, and nothing is taken', async () => {
    const { who, ids, scanId, accountId } = await customer('ten', 'alone')
    const person = { scanId, accountId }
    const [ten, alone] = ids as [string, string]
    expect(await pay(person, 5_999, 4_999, [ten])).toMatchObject({
      refusal: { code: 'coupon_below', message: '满 60 元可用，没有使用' },
    })
    expect(await pay(person, 9_000, 7_000, [ten, ten])).toMatchObject(refused('coupons_apart'))
    expect(await pay(person, 9_000, 7_000, [ten, alone])).toMatchObject(refused('coupons_apart'))
    expect(await pay(person, 9_000, 8_000, ['coupon-nobody-1'])).toMatchObject(refused('coupon_not_yours'))
    expect(await pay(person, 9_000, 7_999, [ten])).toMatchObject(refused('bill_changed'))
    expect(await usableOf(who)).toEqual(['ten', 'alone'])
    expect(valueOf(await call(who, 'home.read'))).toMatchObject({ coupons: { usable: 2 }, totals: { orders: 0 } })
  })

  it('for some goods count on what these come to, and on no bill that does not tell it', async () => {
    const { who, ids, scanId, accountId } = await customer('on-tea')
    const [couponId] = ids as [string]
    const asked = { scanId, accountId, amountFen: 9_000 }
    const whole = await pay({ scanId, accountId }, 9_000, 4_500, ids)
    expect(whole).toMatchObject(refused('coupon_part_unknown'))
    expect(await usableOf(who)).toEqual(['on-tea'])
    const part = { ...asked, dueFen: 8_000, coupons: [{ couponId, onFen: 2_000 }] }
    expect(valueOf(await till('staff.accrue', part))).toMatchObject({ amountFen: 8_000, coupons: [{ offFen: 1_000 }] })
  })

  it('that would take nothing off are refused and stay: nothing is left to pay, or none of their goods are on it', async () => {
    const { who, ids, scanId, accountId } = await customer('fit', 'free', 'on-tea')
    const [fit, free, tea] = ids.map((couponId) => ({ couponId })) as [object, object, object]
    const paid = (amountFen: number, dueFen: number, ...coupons: object[]) =>
      till('staff.accrue', { scanId, accountId, amountFen, dueFen, coupons })
    expect(await paid(1_000, 0, fit, free)).toMatchObject({
      refusal: { code: 'coupon_takes_nothing', message: expect.stringContaining('没有使用') },
    })
    expect(await paid(1_000, 1_000, { ...tea, onFen: 0 })).toMatchObject(refused('coupon_takes_nothing'))
    expect(await paid(0, 0, fit)).toMatchObject(refused('coupon_takes_nothing'))
    expect(await usableOf(who)).toEqual(['fit', 'free', 'on-tea'])
    expect(valueOf(await paid(1_001, 0, fit, free))).toMatchObject({ coupons: [{ offFen: 1_000 }, { offFen: 1 }] })
  })

  it('for orders that are sent home count where this is one: money off as ever, delivery with nothing off', async () => {
    const { who, ids, ...person } = await customer('from-99', 'off-home')
    const [free, off] = ids.map((couponId) => ({ couponId })) as [object, object]
    const paid = (amountFen: number, dueFen: number, coupon: object, channel = 'delivery') =>
      till('staff.accrue', { ...person, amountFen, dueFen, coupons: [coupon], channel })
    expect(await paid(9_900, 9_900, free, 'store')).toMatchObject(refused('coupon_delivery_only'))
    expect(await paid(9_900, 8_900, off, 'store')).toMatchObject(refused('coupon_delivery_only'))
    expect(await paid(9_899, 9_899, free)).toMatchObject(refused('coupon_below'))
    expect(await usableOf(who)).toEqual(['from-99', 'off-home'])
    expect(valueOf(await paid(9_900, 9_900, free))).toMatchObject({ amountFen: 9_900, coupons: [{ offFen: 0 }] })
    expect(valueOf(await paid(9_900, 8_900, off))).toMatchObject({ amountFen: 8_900, coupons: [{ offFen: 1_000 }] })
    expect(await usableOf(who)).toEqual([])
  })

  it('come back when the till’s system refunds the whole order, not for a part', async () => {
    const { who, ids, scanId, accountId } = await customer('ten', 'fit')
    const paid = valueOf(await pay({ scanId, accountId }, 9_000, 7_000, ids))
    expect(paid.coupons).toMatchObject([{ offFen: 1_000 }, { offFen: 1_000 }])
    expect(await pay({ scanId, accountId }, 9_000, 8_000, [ids[0]!])).toMatchObject(refused('coupon_used'))
    const back = async (fen: number) =>
      record(shop.cloud, shop.till, [{ ...refundOf(paid.orderId, fen), at: (await shop.cloud.control('clock')).now }])
    expect(await back(3_000)).toMatchObject([{ ok: true }])
    expect(await usableOf(who)).toEqual([])
    expect(await back(4_000)).toMatchObject([{ ok: true }])
    expect(await usableOf(who)).toEqual(['ten', 'fit'])
  })

  it('are told to whoever looks at the customer, each with why it may not be used here', async () => {
    const { who } = await customer('other-store', 'ten', 'sent-home', 'here')
    const code = await codeShownBy(shop.cloud, who)
    await shop.cloud.advance(31_000)
    const fresh = await codeShownBy(shop.cloud, who)
    expect(fresh).not.toBe(code)
    const sheet = valueOf(await till('staff.scan', { code: fresh, storeId: 'S1' }))
    const told = sheet.coupons.map(({ templateId, refused: why, refusedSentHome }: any) => [
      templateId,
      why,
      refusedSentHome,
    ])
    expect(told).toEqual([
      ['ten', null, null],
      ['here', null, '外送或邮寄不可用，仅限到店'],
      ['other-store', '这张券只能在二店用', '这张券只能在二店用'],
      ['sent-home', '本单不可用，仅限外送或邮寄', null],
    ])
  })
})

it('the books of all of them are whole', async () => {
  await shop.cloud.drain()
  expect(await auditAll(shop.cloud)).toMatchObject({ faults: [] })
})
