import { sweepStocks } from '../../cloudfunctions/_areas/clock/jobs/stocks'
import { holdStock, releaseStock, settleStock, type Stock, type StockClaim } from '../../cloudfunctions/_runtime/stock'
import { wxEffects } from '../../cloudfunctions/_runtime/wx'
import type { Effects } from '../../cloudfunctions/_runtime/effects'
import { addMilliseconds } from '../../shared/kit/time'
import { useCloud } from '../support/cloud'

const cloud = useCloud()
const began = '2026-06-01T04:00:00.000Z'
let now = began
const effects = (): Effects => ({ ...wxEffects(), now: () => now })

beforeEach(async () => {
  await cloud.reset()
  now = began
  await cloud.run(() =>
    wxEffects().store.insert('accounts', [account('anna', ['entry:anna:open']), account('ben', [])]),
  )
})

/** As much of an account as tells whether a command came to its end. */
function account(id: string, entries: string[]) {
  const outbox = entries.map((entryId) => ({ entry: { _id: entryId } }))
  return { _id: id, memberNo: id, cardNo: id, dueAt: null, tierId: 'regular', version: 1, outbox }
}

const claim = (entryId: string, more: Partial<StockClaim> = {}): StockClaim => ({
  stockId: 'reward:tea',
  way: 'take',
  count: 1,
  total: 10,
  accountId: 'anna',
  entryId,
  ...more,
})
const hold = (one: StockClaim) => cloud.run(() => holdStock(effects(), one))
const settle = (one: StockClaim) => cloud.run(() => settleStock(effects(), one))
const release = (one: StockClaim) => cloud.run(() => releaseStock(effects(), one))
const read = async () => (await cloud.run(() => wxEffects().store.get<Stock>('stocks', 'reward:tea'))) as Stock
const sweepAfter = async (milliseconds: number) => {
  now = addMilliseconds(now, milliseconds)
  await cloud.run(() => sweepStocks(effects(), now))
}

describe('a stock', () => {
  it('gives exactly ten of ten to sixty-four at once', async () => {
    const held = await Promise.all(Array.from({ length: 64 }, (_, index) => hold(claim(`entry:anna:${index}`))))
    expect(held.filter(Boolean)).toHaveLength(10)
    expect(await read()).toMatchObject({ taken: 10 })
  })

  it('gives several at once only whole', async () => {
    expect(await hold(claim('a', { count: 8 }))).toBe(true)
    expect(await hold(claim('b', { count: 3 }))).toBe(false)
    expect(await hold(claim('c', { count: 2 }))).toBe(true)
    expect(await hold(claim('d', { stockId: 'reward:two', total: 2, count: 3 }))).toBe(false)
  })

  it('holds once for one command, however often it is repeated', async () => {
    for (const again of [1, 2, 3]) expect({ again, held: await hold(claim('a')) }).toMatchObject({ held: true })
    expect(await read()).toMatchObject({ taken: 1 })
  })

  it('is as before once what was held is released, and again after a second release', async () => {
    await hold(claim('a'))
    await release(claim('a'))
    await release(claim('a'))
    expect(await read()).toMatchObject({ taken: 0, held: {} })
  })

  it('stays taken once it is settled, and a late release changes nothing', async () => {
    await hold(claim('a'))
    await settle(claim('a'))
    await release(claim('a'))
    expect(await read()).toMatchObject({ taken: 1, held: {} })
  })

  it('gets back what is given back only when that is settled, and once', async () => {
    await hold(claim('a'))
    await settle(claim('a'))
    const back = claim('b', { way: 'back' })
    await hold(back)
    expect(await read()).toMatchObject({ taken: 1 })
    await settle(back)
    await settle(back)
    expect(await read()).toMatchObject({ taken: 0, held: {} })
  })

  it('follows a total that the programme raises or lowers', async () => {
    expect(await hold(claim('a', { total: 1 }))).toBe(true)
    expect(await hold(claim('b', { total: 1 }))).toBe(false)
    expect(await hold(claim('b', { total: 2 }))).toBe(true)
    expect(await hold(claim('c', { total: 1 }))).toBe(false)
  })
})

describe('what a function that ended left held', () => {
  it('stays taken where its command was written, and is there again where it was not', async () => {
    await hold(claim('entry:anna:open'))
    await hold(claim('entry:ben:never', { accountId: 'ben' }))
    await hold(claim('entry:nobody', { accountId: 'nobody' }))
    await sweepAfter(90_000)
    expect(await read()).toMatchObject({ taken: 1, held: {}, dueAt: null })
  })

  it('comes back for what was given back, where that was written', async () => {
    await hold(claim('a', { count: 3 }))
    await settle(claim('a', { count: 3 }))
    await hold(claim('entry:anna:open', { way: 'back', count: 2 }))
    await hold(claim('entry:ben:never', { accountId: 'ben', way: 'back' }))
    await sweepAfter(90_000)
    expect(await read()).toMatchObject({ taken: 1, held: {} })
  })

  it('is left alone as long as its function may live', async () => {
    await hold(claim('entry:ben:never', { accountId: 'ben' }))
    await sweepAfter(89_999)
    expect(await read()).toMatchObject({ taken: 1 })
  })

  it('is not ended under a command that was repeated meanwhile', async () => {
    await hold(claim('entry:ben:never', { accountId: 'ben' }))
    now = addMilliseconds(now, 60_000)
    await hold(claim('entry:ben:never', { accountId: 'ben' }))
    await sweepAfter(60_000)
    expect(await read()).toMatchObject({ taken: 1, dueAt: '2026-06-01T04:02:30.000Z' })
    await sweepAfter(60_000)
    expect(await read()).toMatchObject({ taken: 0 })
  })
})
