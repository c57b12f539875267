import { auditAll, enrolPhone, manage, memberOf, order, record, useShop } from '../support/shop'

const shop = useShop('demo-tea', 'once')
beforeAll(async () => {
  const spend = [10_000, 50_000, 100_000, 300_000, 49_999]
  await record(
    shop.cloud,
    shop.till,
    spend.map((amountFen, index) => order({ customer: `c${index}`, amountFen })),
  )
  await enrolPhone(shop.cloud, 'o-member-1')
  await shop.cloud.drain()
})

describe('the list of members', () => {
  it('goes by pages, every member once', async () => {
    const seen: string[] = []
    for (let cursor: string | null = null; ;) {
      const page: any = await manage(shop.cloud, 'members.list', { limit: 2, ...(cursor ? { cursor } : {}) })
      seen.push(...page.members.map((member: any) => member.accountId))
      cursor = page.nextCursor
      if (!cursor) break
    }
    expect(seen).toHaveLength(6)
    expect(new Set(seen).size).toBe(6)
  })

  it('finds one by the number under which a till knows them, and those of a tier', async () => {
    expect(await memberOf(shop.cloud, 'c1')).toMatchObject({ externalId: 'c1', tier: 'silver', spendFen: 50_000 })
    expect(await memberOf(shop.cloud, 'nobody')).toBeNull()
    const { members } = await manage(shop.cloud, 'members.list', { tierId: 'regular' })
    expect(members.map((member: any) => member.spendFen).sort()).toEqual([0, 10_000, 49_999])
    const both = await manage(shop.cloud, 'members.list', { tierId: 'gold', externalId: 'c1' })
    expect(both.members).toEqual([])
  })

  it('adds up to the totals, tier by tier in rank order', async () => {
    expect(await manage(shop.cloud, 'members.totals')).toEqual({
      members: 6,
      spendFen: 509_999,
      orders: 5,
      points: 5_199,
      tiers: [
        { tier: 'regular', members: 3 },
        { tier: 'silver', members: 1 },
        { tier: 'gold', members: 1 },
        { tier: 'diamond', members: 1 },
      ],
    })
    expect(await auditAll(shop.cloud)).toMatchObject({ accounts: 6, faults: [] })
  })
})
