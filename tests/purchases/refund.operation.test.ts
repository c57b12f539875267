import { auditAll, bendProgramme, manage, memberOf, order, record, refundOf, useShop } from '../support/shop'

const shop = useShop('demo-tea')
const send = (...items: object[]) => record(shop.cloud, shop.till, items)
const settled = async (...items: object[]) => {
  const results = await send(...items)
  await shop.cloud.drain()
  return results
}

describe('a refund at the till', () => {
  it('takes back what the order gave, in the batch of the order or any time later', async () => {
    const together = await settled(
      order({ orderId: 'a', customer: 'c1', amountFen: 60_000 }),
      refundOf('a', 20_000, 'r1'),
    )
    expect(together).toMatchObject([
      { ok: true, points: 600, tierId: 'silver' },
      { ok: true, duplicate: false, points: -200, balance: 400, tierId: 'regular' },
    ])
    expect(await settled(refundOf('a', 40_000, 'r2'))).toMatchObject([{ ok: true, points: -400, balance: 0 }])
    expect(await memberOf(shop.cloud, 'c1')).toMatchObject({ spendFen: 0, orders: 0, points: 0, tier: 'regular' })
    expect(await auditAll(shop.cloud)).toMatchObject({ faults: [] })
  })

  it('is taken once under its number, and answers again as the first time', async () => {
    await settled(order({ orderId: 'a', amountFen: 10_000 }))
    const asked = refundOf('a', 5_000, 'r1')
    const [first] = await settled(asked)
    const [again] = await settled(asked)
    expect(first).toMatchObject({ ok: true, duplicate: false, points: -50 })
    expect(again).toEqual({ ...first, duplicate: true })
    expect(await memberOf(shop.cloud, 'c1')).toMatchObject({ spendFen: 5_000, points: 50 })
  })

  it('is refused item by item: another refund under its number, an unknown order, more than the rest', async () => {
    await settled(order({ orderId: 'a' }), order({ orderId: 'b' }))
    await settled(refundOf('a', 5_000, 'r1'))
    const results = await settled(
      refundOf('a', 4_000, 'r1'),
      refundOf('b', 5_000, 'r1'),
      refundOf('never-sold', 1, 'r2'),
      refundOf('a', 5_001, 'r3'),
    )
    expect(results).toMatchObject([
      { refusal: { code: 'refund_id_reused' } },
      { refusal: { code: 'refund_id_reused' } },
      { refusal: { code: 'order_unknown' } },
      { refusal: { code: 'refund_above_rest', details: { restFen: 5_000 } } },
    ])
    expect(await memberOf(shop.cloud, 'c1')).toMatchObject({ spendFen: 15_000, points: 150 })
  })

  it('gives back points taken as money off', async () => {
    await settled(order({ orderId: 'a', amountFen: 10_000 }), order({ orderId: 'b', amountFen: 5_000, burnPoints: 80 }))
    expect(await memberOf(shop.cloud, 'c1')).toMatchObject({ points: 70 })
    expect(await settled(refundOf('b', 5_000))).toMatchObject([{ points: 30, balance: 100 }])
    expect(await auditAll(shop.cloud)).toMatchObject({ faults: [] })
  })

  it('leaves a debt when the points are spent, and the next order pays it', async () => {
    await settled(order({ orderId: 'a', amountFen: 10_000 }), order({ orderId: 'b', amountFen: 0, burnPoints: 100 }))
    expect(await settled(refundOf('a', 10_000))).toMatchObject([{ points: -100, balance: -100 }])
    expect(await settled(order({ amountFen: 15_000 }))).toMatchObject([{ points: 150, balance: 50 }])
    expect(await auditAll(shop.cloud)).toMatchObject({ faults: [] })
  })

  it('is refused with refund_points_spent and changes nothing where the programme blocks it', async () => {
    await bendProgramme(shop.cloud, { refundShortfall: 'block' })
    await settled(order({ orderId: 'a', amountFen: 10_000 }), order({ orderId: 'b', amountFen: 0, burnPoints: 60 }))
    expect(await settled(refundOf('a', 10_000))).toMatchObject([
      { refusal: { code: 'refund_points_spent', details: { short: 60 } } },
    ])
    expect(await memberOf(shop.cloud, 'c1')).toMatchObject({ points: 40, spendFen: 10_000 })
  })

  it('ends at zero with a write-off where the programme forgives', async () => {
    await bendProgramme(shop.cloud, { refundShortfall: 'write-off' })
    await settled(order({ orderId: 'a', amountFen: 10_000 }), order({ orderId: 'b', amountFen: 0, burnPoints: 60 }))
    await settled(refundOf('a', 10_000))
    expect(await memberOf(shop.cloud, 'c1')).toMatchObject({ points: 0, spendFen: 0 })
    expect(await auditAll(shop.cloud)).toMatchObject({ faults: [] })
  })

  it('reaches only its own member, each in a batch of several', async () => {
    await settled(order({ orderId: 'a', customer: 'c1' }), order({ orderId: 'b', customer: 'c2' }))
    await settled(refundOf('a', 10_000), order({ orderId: 'c', customer: 'c2' }), refundOf('b', 4_000))
    expect(await memberOf(shop.cloud, 'c1')).toMatchObject({ points: 0, orders: 0 })
    expect(await memberOf(shop.cloud, 'c2')).toMatchObject({ points: 160, orders: 2, spendFen: 16_000 })
    expect(await manage(shop.cloud, 'members.totals')).toMatchObject({ members: 2, spendFen: 16_000, points: 160 })
  })
})
