import { auditAll, bendProgramme, enrolPhone, order, phone, record, useShop, valueOf } from '../support/shop'

const shop = useShop('demo-tea')

it('shows points that wait with their day in the statement, and the clock makes them active', async () => {
  const { cloud, till } = shop
  await bendProgramme(cloud, { earning: { pendingDays: 7 } })
  await enrolPhone(cloud, 'o-member-1')
  const {
    member: { memberNo },
  } = valueOf(await phone(cloud, 'o-member-1', 'home.read'))
  const bought = { ...order({ amountFen: 10_000, at: '2026-05-31T04:00:00.000Z' }), customer: { memberNo } }
  expect(await record(cloud, till, [bought])).toMatchObject([{ ok: true, points: 100 }])
  const read = async () => valueOf(await phone(cloud, 'o-member-1', 'points.statement'))
  const before = await read()
  expect(before.pending).toEqual([{ points: 100, from: '2026-06-07' }])
  await cloud.advance(8 * 86_400_000)
  const after = await read()
  expect([after.pending, after.balance]).toEqual([[], before.balance + 100])
  await cloud.drain()
  expect(await auditAll(cloud)).toMatchObject({ faults: [] })
})
