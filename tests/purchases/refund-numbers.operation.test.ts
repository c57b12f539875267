import { auditAll, memberOf, order, record, refundOf, useShop, wakeClock } from '../support/shop'

const shop = useShop('express-courier')
const { cloud } = shop

it('a refund number used for another member’s order is refused, however often and whenever it is sent', async () => {
  await record(cloud, shop.till, [order({ orderId: 'a', customer: 'c1' }), order({ orderId: 'b', customer: 'c2' })])
  const together = [refundOf('a', 3_000, 'R1'), refundOf('b', 3_000, 'R1')]
  for (let round = 0; round < 3; round += 1) {
    const answers = await record(cloud, shop.till, together)
    expect(answers).toMatchObject([{ ok: true, duplicate: round > 0 }, { refusal: { code: 'refund_id_reused' } }])
    await cloud.advance(5 * 60_000)
    await wakeClock(cloud)
  }
  expect([(await memberOf(cloud, 'c1')).points, (await memberOf(cloud, 'c2')).points]).toEqual([70, 100])
  expect(await auditAll(cloud)).toMatchObject({ accounts: 2, faults: [] })
})

it('sixty-four refunds at once under one number for two members’ orders come to at most one each, with whole books', async () => {
  await record(cloud, shop.till, [order({ orderId: 'a', customer: 'c1' }), order({ orderId: 'b', customer: 'c2' })])
  const send = (n: number) => record(cloud, shop.till, [refundOf(n % 2 ? 'a' : 'b', 3_000, 'R1')])
  await Promise.all(Array.from({ length: 64 }, (_, n) => send(n)))
  await cloud.drain()
  const left = [(await memberOf(cloud, 'c1')).points, (await memberOf(cloud, 'c2')).points]
  expect(left.every((points) => points === 70 || points === 100) && left.includes(70)).toBe(true)
  expect((await auditAll(cloud)).faults).toEqual([])
})
