import { auditAll, enrolPhone, manage, phone, requestId, useShop, valueOf } from '../support/shop'
import { atTill, codeShownBy, hire } from '../support/till'

const shop = useShop('demo-tea')
const { cloud } = shop
const clerk = 'o-clerk-1'
/** What joining brings in this programme. */
const gift = 100
let customer: { scanId: string; accountId: string }

beforeEach(async () => {
  await cloud.setClock('2026-05-21T01:41:00.000Z')
  await hire(cloud, clerk)
  await enrolPhone(cloud, 'o-member-1')
  const code = await codeShownBy(cloud, 'o-member-1')
  customer = valueOf(await atTill(cloud, clerk, 'staff.scan', { code, storeId: 'S1' }))
})

/** A bill of somebody without a discount, unless the due amount is named. */
const accrue = (amountFen: number, more: object = {}, id = requestId(), openid = clerk) => {
  const { scanId, accountId } = customer
  return atTill(cloud, openid, 'staff.accrue', { scanId, accountId, amountFen, dueFen: amountFen, ...more }, id)
}
const undo = (orderId: string, openid = clerk, id = requestId(), accountId = customer.accountId) =>
  atTill(cloud, openid, 'staff.undo', { orderId, storeId: 'S1', accountId }, id)

describe('a payment at the till', () => {
  it('gives points, moves the tier up at once and tells what changed', async () => {
    expect(valueOf(await accrue(68_000))).toMatchObject({
      amountFen: 68_000,
      earned: 680,
      balance: gift + 680,
      tier: { id: 'silver' },
      upgradedFrom: { id: 'regular' },
      progress: { next: { id: 'gold' }, requirements: [{ have: 68_000, need: 100_000 }] },
      undoUntil: '2026-05-21T01:46:00.000Z',
    })
    expect(valueOf(await phone(cloud, 'o-member-1', 'home.read'))).toMatchObject({ tier: { id: 'silver' } })
  })

  it('is worked out at the tier that holds by then, also before the clock has written the end of a term down', async () => {
    const { accountId } = customer
    await manage(cloud, 'tiers.set', { accountId, tierId: 'gold', reason: '体验', lasts: '1 days' })
    const scan = async () => {
      await cloud.advance(60_000)
      const code = await codeShownBy(cloud, 'o-member-1')
      return valueOf(await atTill(cloud, clerk, 'staff.scan', { code, storeId: 'S1' }))
    }
    expect((await scan()).tier).toMatchObject({ id: 'gold', discountPercent: 8 })
    await cloud.advance(2 * 24 * 60 * 60_000)
    customer = await scan()
    expect(customer).toMatchObject({ tier: { id: 'regular', discountPercent: 0 } })
    expect(valueOf(await accrue(10_000))).toMatchObject({ amountFen: 10_000, earned: 100, tier: { id: 'regular' } })
    expect(valueOf(await phone(cloud, 'o-member-1', 'home.read'))).toMatchObject({ tier: { id: 'regular' } })
    expect(await auditAll(cloud)).toMatchObject({ faults: [] })
  })

  it('gives the same reply, and nothing more, when the employee taps twice or after the scan is over', async () => {
    const id = requestId()
    const first = valueOf(await accrue(10_000, {}, id))
    expect(valueOf(await accrue(10_000, {}, id))).toEqual(first)
    await cloud.advance(5 * 60_000)
    expect(valueOf(await accrue(10_000, {}, id))).toEqual(first)
    expect(await accrue(20_000, {}, id)).toMatchObject({ refusal: { code: 'request_reused' } })
    expect(valueOf(await phone(cloud, 'o-member-1', 'home.read')).totals).toEqual({ spendFen: 10_000, orders: 1 })
  })

  it('takes points as money off, and refuses the whole with points_short when they are too few', async () => {
    valueOf(await accrue(50_000))
    const paid = valueOf(await accrue(1_000, { burnPoints: 400, dueFen: 550 }))
    expect(paid).toMatchObject({ amountFen: 550, listFen: 1_000, discountFen: 50, burned: 400, balance: gift + 108 })
    const short = await accrue(1_000, { burnPoints: 500, dueFen: 450 })
    expect(short).toMatchObject({ refusal: { code: 'points_short' } })
    const after = valueOf(await phone(cloud, 'o-member-1', 'home.read'))
    expect([after.points.balance, after.totals.orders]).toEqual([gift + 108, 2])
  })

  it('is refused with bill_changed, and the bill as it is, when the phone has worked out another amount due', async () => {
    valueOf(await accrue(50_000))
    const stale = await accrue(10_000)
    expect(stale).toMatchObject({ refusal: { code: 'bill_changed', details: { dueFen: 9_500, due: '95' } } })
    expect(await accrue(10_000, { dueFen: 1 })).toMatchObject({ refusal: { code: 'bill_changed' } })
    expect(await accrue(10_000.5)).toMatchObject({ refusal: { code: 'input_invalid' } })
    expect(valueOf(await phone(cloud, 'o-member-1', 'home.read')).totals).toEqual({ spendFen: 50_000, orders: 1 })
    expect(valueOf(await accrue(10_000, { dueFen: 9_500 }))).toMatchObject({
      amountFen: 9_500,
      listFen: 10_000,
      discountFen: 500,
    })
    await cloud.drain()
    const [order] = (await cloud.dump('entries'))
      .map(({ document }: any) => document)
      .filter((one) => one.listFen === 10_000)
    expect(order).toMatchObject({ kind: 'purchase', amountFen: 9_500, earned: 142 })
  })

  it('is refused with scan_over after five minutes, by another employee, for another customer, with a made-up pass', async () => {
    await hire(cloud, 'o-clerk-2')
    expect(await accrue(1_000, {}, requestId(), 'o-clerk-2')).toMatchObject({ refusal: { code: 'scan_over' } })
    const { member } = await enrolPhone(cloud, 'o-member-2')
    expect(await accrue(1_000, { accountId: member.accountId })).toMatchObject({ refusal: { code: 'scan_over' } })
    expect(await accrue(1_000, { scanId: 'v1.x.y' })).toMatchObject({ refusal: { code: 'scan_over' } })
    await cloud.advance(5 * 60_000)
    expect(await accrue(1_000)).toMatchObject({ refusal: { code: 'scan_over' } })
    expect(valueOf(await phone(cloud, 'o-member-1', 'home.read')).totals.orders).toBe(0)
  })

  it.each([12_800.5, -1, 100_000_001, '12800'])(
    'is refused with input_invalid at an amount of %p fen, and changes nothing',
    async (amount) => {
      for (const language of ['zh-CN', 'en']) {
        const { scanId, accountId } = customer
        const input = { scanId, accountId, amountFen: amount, dueFen: amount }
        const event = { operation: 'staff.accrue', input, requestId: requestId(), language }
        const refused: any = await cloud.call('staff', event, clerk)
        expect(refused).toMatchObject({ ok: false, refusal: { code: 'input_invalid' } })
        expect(/[一-龥]/.test(refused.refusal.message)).toBe(language === 'zh-CN')
      }
      expect(valueOf(await phone(cloud, 'o-member-1', 'home.read')).totals.orders).toBe(0)
    },
  )

  it('of sixty-four taps at once under one request id is taken once', async () => {
    const id = requestId()
    const answers = await Promise.all(Array.from({ length: 64 }, () => accrue(10_000, {}, id)))
    expect(new Set(answers.filter((one) => one.ok).map((one) => JSON.stringify(one))).size).toBe(1)
    expect(valueOf(await phone(cloud, 'o-member-1', 'home.read')).totals).toEqual({ spendFen: 10_000, orders: 1 })
  })
})

describe('undoing a payment', () => {
  it('leaves points, tier and spending as if it had not been, and the ledger with both', async () => {
    const { orderId } = valueOf(await accrue(68_000))
    expect(valueOf(await undo(orderId))).toMatchObject({ orderId, balance: gift, tier: { id: 'regular' } })
    expect(valueOf(await phone(cloud, 'o-member-1', 'home.read'))).toMatchObject({ totals: { spendFen: 0, orders: 0 } })
    await cloud.drain()
    expect((await auditAll(cloud)).faults).toEqual([])
  })

  it('answers a repeated request as the first time, and another one with refund_above_rest', async () => {
    const [{ orderId }, id] = [valueOf(await accrue(68_000)), requestId()]
    const first = valueOf(await undo(orderId, clerk, id))
    expect(valueOf(await undo(orderId, clerk, id))).toEqual(first)
    expect(await undo(orderId)).toMatchObject({ refusal: { code: 'refund_above_rest' } })
  })

  it('is refused with undo_over after five minutes and to anybody else, and with order_unknown for no order of this member', async () => {
    const { orderId } = valueOf(await accrue(1_000))
    await hire(cloud, 'o-clerk-2')
    expect(await undo(orderId, 'o-clerk-2')).toMatchObject({ refusal: { code: 'undo_over' } })
    expect(await undo('till-nothing')).toMatchObject({ refusal: { code: 'order_unknown' } })
    const { member } = await enrolPhone(cloud, 'o-member-2')
    const another = await undo(orderId, clerk, requestId(), member.accountId)
    expect(another).toMatchObject({ refusal: { code: 'order_unknown' } })
    await cloud.advance(5 * 60_000)
    expect(await undo(orderId)).toMatchObject({ refusal: { code: 'undo_over' } })
  })
})
