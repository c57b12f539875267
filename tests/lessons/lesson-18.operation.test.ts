import { useCloud } from '../support/cloud'
import {
  auditAll,
  enrolPhone,
  foundShop,
  manage,
  order,
  phone,
  record,
  refundOf,
  valueOf,
  wakeClock,
} from '../support/shop'

const cloud = useCloud({ functions: 'deployed' })

// Elsewhere the schema that was shipped lacked columns that the code used, and a fresh shop fell over at its first order.
describe('lesson 18: a fresh shop does everything on its first day', () => {
  it('in an empty data folder, with the collections and indexes that are deployed and no others', async () => {
    const till = { key: await foundShop(cloud, 'demo-tea') }
    await enrolPhone(cloud, 'o-member-1')
    const results = await record(cloud, till, [order({ orderId: 'a' }), order({ customer: 'c2' })])
    await cloud.drain()
    results.push(...(await record(cloud, till, [refundOf('a', 100)])))
    expect(results.map((result) => result.ok)).toEqual([true, true, true])
    for (const operation of ['home.read', 'points.statement', 'tiers.progress', 'shop.welcome'])
      valueOf(await phone(cloud, 'o-member-1', operation))
    const { members } = await manage(cloud, 'members.list', { tierId: 'regular' })
    expect(members).toHaveLength(3)
    await manage(cloud, 'points.adjust', { accountId: members[0].accountId, change: 5, reason: '补记' })
    expect(await manage(cloud, 'members.totals')).toMatchObject({ members: 3 })
    for (let minutes = 0; minutes < 3; minutes += 1) {
      await cloud.advance(60_000)
      expect(await wakeClock(cloud)).toMatchObject({ ok: true })
    }
    expect(await auditAll(cloud)).toMatchObject({ accounts: 3, faults: [] })
    const lines = JSON.stringify(await cloud.control('logs'))
    expect(lines).not.toContain('settle_failed')
    expect(lines).not.toContain('after_reply_failed')
  })
})
