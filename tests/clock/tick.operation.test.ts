import { auditAll, everything, manage, memberOf, order, record, today, useShop, wakeClock } from '../support/shop'

const shop = useShop('demo-tea')
const minute = 60_000
const send = (...items: object[]) => record(shop.cloud, shop.till, items)

/** Lets the clock run every minute for so many minutes. */
async function minutes(count: number) {
  let last: any
  for (let passed = 0; passed < count; passed += 1) {
    await shop.cloud.advance(minute)
    last = await wakeClock(shop.cloud)
  }
  return last
}

describe('the clock', () => {
  it('costs one invocation and one read when nothing is due, and writes nothing', async () => {
    await send(order({}))
    await minutes(3)
    const before = await everything(shop.cloud)
    await shop.cloud.control('statistics', undefined, 'DELETE')
    await minutes(1)
    const { invocations, operations } = await shop.cloud.statistics()
    expect(invocations).toBe(1)
    expect(operations).toMatchObject([
      { function: 'clock', calls: 1, databaseCalls: { max: 1 }, sequential: { max: 1 } },
    ])
    expect(await everything(shop.cloud)).toEqual(before)
  })

  it('writes down points whose time is over, on the minute, each lot by itself', async () => {
    await send(order({ amountFen: 10_000, at: '2025-06-15T04:00:00.000Z' }), order({ amountFen: 20_000 }))
    await minutes(3)
    expect(await memberOf(shop.cloud, 'c1')).toMatchObject({ points: 300 })
    await shop.cloud.setClock('2026-06-30T16:00:00.000Z')
    await wakeClock(shop.cloud)
    expect(await memberOf(shop.cloud, 'c1')).toMatchObject({ points: 200 })
    const expired = (await shop.cloud.dump('entries')).map(({ document }: any) => document)
    expect(expired.filter((entry: any) => entry.kind === 'expire')).toMatchObject([
      { points: -100, balanceAfter: 200, at: '2026-06-30T16:00:00.000Z' },
    ])
    expect(await auditAll(shop.cloud)).toMatchObject({ faults: [] })
  })

  it('works off more members than a page holds who all expire in the same instant, in one tick', async () => {
    const items = Array.from({ length: 70 }, (_, index) =>
      order({ customer: `c${index}`, at: '2025-06-15T04:00:00.000Z' }),
    )
    await send(...items)
    await minutes(3)
    await shop.cloud.setClock('2026-06-30T16:00:00.000Z')
    expect(await wakeClock(shop.cloud)).toMatchObject({ ok: true })
    expect(await manage(shop.cloud, 'members.totals')).toMatchObject({ members: 70, points: 0 })
    expect(await auditAll(shop.cloud)).toMatchObject({ accounts: 70, faults: [] })
  })

  it('catches up after days of absence, once', async () => {
    await send(order({ at: '2025-06-15T04:00:00.000Z' }), order({ at: '2025-07-15T04:00:00.000Z' }))
    await shop.cloud.setClock('2027-01-01T00:00:00.000Z')
    // Some of its work comes each fifth minute.
    await minutes(6)
    const settled = await everything(shop.cloud)
    expect(await memberOf(shop.cloud, 'c1')).toMatchObject({ points: 0 })
    await minutes(5)
    expect(await everything(shop.cloud)).toEqual(settled)
    expect(await auditAll(shop.cloud)).toMatchObject({ faults: [] })
  })

  it('lets go of rows that stand in the ledger, and of nothing else', async () => {
    await send(order({}))
    await minutes(3)
    const [account] = (await shop.cloud.dump('accounts')).map(({ document }): any => document)
    expect([account.outbox, account.dueAt]).toEqual([[], '2027-05-31T16:00:00.000Z'])
    expect(await auditAll(shop.cloud)).toMatchObject({ entries: account.seq, faults: [] })
  })

  it('leaves the work to whoever holds the lease', async () => {
    await send(order({}))
    await shop.cloud.advance(2 * minute)
    await Promise.all(Array.from({ length: 4 }, () => wakeClock(shop.cloud)))
    await minutes(2)
    expect(await auditAll(shop.cloud)).toMatchObject({ faults: [] })
    const states = (await shop.cloud.dump('jobs')).map(({ document }: any) => document)
    const accounts = states.find(({ _id }) => _id === 'accounts')
    expect(accounts).toMatchObject({ failures: 0, last: { due: 1, done: 1, failed: 0 } })
    expect(accounts.heldUntil > today).toBe(true)
  })

  it('refuses whoever calls it with an identity, and anybody but the timer', async () => {
    await send(order({}))
    await shop.cloud.advance(5 * minute)
    const before = await everything(shop.cloud)
    expect(await shop.cloud.call('clock', {}, 'o-somebody')).toMatchObject({
      ok: false,
      refusal: { code: 'not_allowed' },
    })
    expect(await shop.cloud.call('clock', { TriggerName: 'minute', Type: 'Timer' })).toMatchObject({ ok: false })
    expect(await everything(shop.cloud)).toEqual(before)
  })
})
