import {
  auditAll,
  bendProgramme,
  enrolPhone,
  memberOf,
  order,
  record,
  refundOf,
  useShop,
  valueOf,
} from '../support/shop'
import { atTill, codeShownBy, hire } from '../support/till'

const shop = useShop('pharmacy')
const settled = async (...items: object[]) => {
  const results = await record(shop.cloud, shop.till, items)
  await shop.cloud.drain()
  return results
}
const prescription = (amountFen: number) => ({ kind: 'prescription', amountFen })

describe('P3.2 an order with lines that earn nothing, through the till system', () => {
  it('earns for the rest alone, member by member', async () => {
    const results = await settled(
      { ...order({ customer: 'c1' }), lines: [prescription(3_050), { kind: 'medical-insurance', amountFen: 1_000 }] },
      { ...order({ customer: 'c2' }), lines: [{ kind: 'otc', amountFen: 10_000 }] },
    )
    expect(results).toMatchObject([{ points: 59 }, { points: 100 }])
    expect(await memberOf(shop.cloud, 'c1')).toMatchObject({ spendFen: 10_000, points: 59 })
    expect(await auditAll(shop.cloud)).toMatchObject({ accounts: 2, faults: [] })
  })

  it('is the same order however its lines are split, and another one when a kind has another amount', async () => {
    const one = order({ orderId: 'a' })
    const lines = [prescription(1_000), { kind: 'otc', amountFen: 500 }, prescription(2_000)]
    const [first] = await settled({ ...one, lines })
    const [again] = await settled({ ...one, lines: [{ kind: 'otc', amountFen: 500 }, prescription(3_000)] })
    expect(again).toEqual({ ...first, duplicate: true })
    expect(await settled({ ...one, lines: [prescription(3_001)] }, one)).toMatchObject([
      { refusal: { code: 'order_id_reused' } },
      { refusal: { code: 'order_id_reused' } },
    ])
  })

  it('is refused alone with lines_above_amount when its lines come to more than itself', async () => {
    const results = await settled(
      { ...order({ customer: 'c1' }), lines: [prescription(6_000), prescription(4_001)] },
      { ...order({ customer: 'c2' }), lines: [prescription(10_000)] },
      { ...order({ customer: 'c3' }), lines: [prescription(-1)] },
    )
    expect(results).toMatchObject([
      { refusal: { code: 'lines_above_amount', details: { linesFen: 10_001, amountFen: 10_000 } } },
      { ok: true, points: 0 },
      { refusal: { code: 'item_invalid' } },
    ])
    expect(await memberOf(shop.cloud, 'c1')).toBeNull()
  })

  it('gives back what the refunded part had earned: all of it, or nothing for what had earned nothing', async () => {
    await settled({ ...order({ orderId: 'a' }), lines: [prescription(4_000)] })
    const part = { ...refundOf('a', 4_000, 'r1'), leftOutFen: 4_000 }
    const [first] = await settled(part)
    expect(first).toMatchObject({ ok: true, points: 0, balance: 60 })
    expect(await settled(part)).toEqual([{ ...first, duplicate: true }])
    expect(
      await settled(
        refundOf('a', 4_000, 'r1'),
        { ...refundOf('a', 1, 'r2'), leftOutFen: 2 },
        refundOf('a', 6_000, 'r3'),
      ),
    ).toMatchObject([
      { refusal: { code: 'refund_id_reused' } },
      { refusal: { code: 'lines_above_amount' } },
      { ok: true, points: -60, balance: 0 },
    ])
    expect(await auditAll(shop.cloud)).toMatchObject({ faults: [] })
  })
})

describe('P3.2 a bill with a part that earns nothing, at the counter', () => {
  it('earns for the rest, and tells the phone that the programme leaves something out', async () => {
    const { cloud } = shop
    await hire(cloud, 'o-clerk-1')
    await enrolPhone(cloud, 'o-member-1')
    const code = await codeShownBy(cloud, 'o-member-1')
    const sheet = valueOf(await atTill(cloud, 'o-clerk-1', 'staff.scan', { code, storeId: 'S1' }))
    expect(sheet.leftOut).toEqual({ points: true, discount: true })
    const { scanId, accountId } = sheet
    const pay = (leftOutFen: number) =>
      atTill(cloud, 'o-clerk-1', 'staff.accrue', { scanId, accountId, amountFen: 10_000, dueFen: 10_000, leftOutFen })
    expect(await pay(10_001)).toMatchObject({ refusal: { code: 'lines_above_amount' } })
    const paid = valueOf(await pay(4_001))
    expect(paid).toMatchObject({ amountFen: 10_000, earned: 59, balance: 59 })
    const undone = await atTill(cloud, 'o-clerk-1', 'staff.undo', { orderId: paid.orderId, storeId: 'S1', accountId })
    expect(valueOf(undone)).toMatchObject({ balance: 0 })
    await cloud.drain()
    expect(await auditAll(cloud)).toMatchObject({ faults: [] })
  })
})

describe('where points are earned in some stores alone', () => {
  it('another store’s till tells of none, books none and takes none back; rounding goes to the till as well', async () => {
    const { cloud } = shop
    await bendProgramme(cloud, { earning: { only: { stores: ['S1'] }, rounding: 'up' } })
    await hire(cloud, 'o-clerk-1', ['S1', 'S2'])
    await enrolPhone(cloud, 'o-member-1')
    const earnedAt = async (storeId: string) => {
      const code = await codeShownBy(cloud, 'o-member-1')
      const sheet = valueOf(await atTill(cloud, 'o-clerk-1', 'staff.scan', { code, storeId }))
      const { scanId, accountId, rounding } = sheet
      const asked = { scanId, accountId, amountFen: 1_001, dueFen: 1_001 }
      const { orderId, earned } = valueOf(await atTill(cloud, 'o-clerk-1', 'staff.accrue', asked))
      const undone = valueOf(await atTill(cloud, 'o-clerk-1', 'staff.undo', { orderId, storeId, accountId }))
      await cloud.drain()
      await cloud.advance(60_000)
      return [sheet.tier.pointsPerYuan, rounding, earned, undone.balance]
    }
    expect([await earnedAt('S1'), await earnedAt('S2')]).toEqual([
      [1, 'up', 11, 0],
      [0, 'up', 0, 0],
    ])
    expect(await auditAll(cloud)).toMatchObject({ faults: [] })
  })
})
