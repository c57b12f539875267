import { wxEffects } from '../../cloudfunctions/_runtime/wx'
import type { JobView } from '../../shared/clock/contract'
import {
  enrolPhone,
  manage,
  managerOpenid,
  order,
  record,
  requestId,
  useShop,
  valueOf,
  wakeClock,
} from '../support/shop'

const shop = useShop('demo-tea', 'once')
const { cloud } = shop
const minute = 60_000
const board = async (): Promise<{ jobs: JobView[]; findings: any[] }> =>
  valueOf(await cloud.call('clock', { operation: 'clock.jobs', input: {} }, managerOpenid))
const job = async (name: string) => (await board()).jobs.find((one) => one.name === name)!
const run = (name: string, id = requestId()) =>
  cloud.call('clock', { operation: 'clock.run-now', input: { job: name }, requestId: id }, managerOpenid)
const jobDocument = async (name: string): Promise<any> =>
  (await cloud.dump('jobs')).map(({ document }: any) => document).find(({ _id }) => _id === name)
const inProcess = <T>(work: (store: ReturnType<typeof wxEffects>['store']) => Promise<T>) =>
  cloud.run(() => work(wxEffects().store))
async function minutes(count: number): Promise<void> {
  for (let passed = 0; passed < count; passed += 1) {
    await cloud.advance(minute)
    await wakeClock(cloud)
  }
}
/** A list of an event that no job can read: what a broken document does to its job. */
const broken = { _id: 'broken', rows: null, held: null, dueAt: '2026-06-01T00:00:00.000Z' }

it('says of a clock that never ran that it never ran', async () => {
  const { jobs } = await board()
  expect(jobs.length).toBeGreaterThan(8)
  expect(new Set(jobs.map(({ state, last }) => `${state} ${last}`))).toEqual(new Set(['never null']))
})

it('shows what waits and, from five minutes on, that nobody does it', async () => {
  await record(cloud, shop.till, [order({})])
  await minutes(1)
  expect(await job('accounts')).toMatchObject({ backlog: 0 })
  await cloud.advance(8 * minute)
  expect(await job('accounts')).toMatchObject({ state: 'late', backlog: 1 })
  await minutes(1)
  expect(await job('accounts')).toMatchObject({
    state: 'well',
    backlog: 0,
    failures: 0,
    last: { by: 'clock', due: 1, done: 1, failed: 0, left: false, words: null },
  })
})

describe('a job that fails', () => {
  it('stops no other, stands on the board with its words, rests longer each time, and is well once it can', async () => {
    await inProcess((store) => store.insert('eventLists', [broken]))
    await record(cloud, shop.till, [order({})])
    await minutes(2)
    expect(await job('events')).toMatchObject({ state: 'failing', failures: 2, last: { failed: 1 } })
    expect((await job('events')).last?.words).toMatch(/TypeError|null/)
    expect(await job('accounts')).toMatchObject({ state: 'well', backlog: 0 })
    await minutes(12)
    // After one minute, two, four and eight.
    expect(await job('events')).toMatchObject({ failures: 4 })
    await inProcess((store) => store.remove('eventLists', { _id: broken._id }))
    await minutes(9)
    expect(await job('events')).toMatchObject({ state: 'well', failures: 0 })
  })

  it('whose one account is broken settles the others, tells which it is, and puts that one off', async () => {
    const { accountId } = (await enrolPhone(cloud, 'o-broken')).member
    await enrolPhone(cloud, 'o-whole')
    await cloud.drain()
    const accounts = (await cloud.dump('accounts')).map(({ document }: any) => document)
    const whole = accounts.find(({ _id }) => _id === accountId)
    const due = { dueAt: (await cloud.control('clock')).now }
    await inProcess((store) => store.change('accounts', { _id: accountId }, { set: { lots: null, ...due } }))
    await minutes(3)
    const { state, trouble, backlog } = await job('accounts')
    expect({ state, backlog }).toEqual({ state: 'failing', backlog: 0 })
    expect(trouble?.words).toContain(accountId)
    await inProcess((store) => store.put('accounts', whole))
  })
})

describe('a job that a manager has run', () => {
  it('does what is due, says so, and is answered once for one request', async () => {
    await minutes(2)
    await record(cloud, shop.till, [order({})])
    await cloud.advance(2 * minute)
    const id = requestId()
    const first = await run('accounts', id)
    expect(first).toMatchObject({ ok: true, value: { run: { by: 'manager', due: 1, done: 1 } } })
    const holder = (await jobDocument('accounts')).holder
    expect(await run('accounts', id)).toEqual(first)
    expect((await jobDocument('accounts')).holder).toBe(holder)
    expect(await run('accounts')).toMatchObject({ value: { run: { due: 0, done: 0 } } })
  })

  it('is refused with job_running while somebody else is at it, and goes on once that lease is over', async () => {
    const { heldUntil } = await jobDocument('stocks').then(
      (held) => held ?? run('stocks').then(() => jobDocument('stocks')),
    )
    const { now } = await cloud.control('clock')
    const until = new Date(Date.parse(now) + minute).toISOString()
    await inProcess((store) => store.change('jobs', { _id: 'stocks' }, { set: { heldUntil: until } }))
    expect(await run('stocks')).toMatchObject({ ok: false, refusal: { code: 'job_running' } })
    expect(await job('stocks')).toMatchObject({ state: 'running' })
    await cloud.advance(2 * minute)
    expect(await run('stocks')).toMatchObject({ ok: true })
    expect((await jobDocument('stocks')).heldUntil > heldUntil).toBe(true)
  })

  it('is for managers alone', async () => {
    const ask = (openid: string) =>
      cloud.call('clock', { operation: 'clock.run-now', input: { job: 'stocks' }, requestId: requestId() }, openid)
    expect(await ask('o-somebody')).toMatchObject({ ok: false, refusal: { code: 'not_allowed' } })
  })

  it('is refused with job_unknown where there is none of that name', async () => {
    expect(await run('nobody')).toMatchObject({ ok: false, refusal: { code: 'job_unknown' } })
  })

  it('has a lease that ends by itself where the function was cut off', async () => {
    await cloud.plant({ function: 'clock', operation: 'clock.run-now', atCall: 5, kind: 'kill' })
    await run('draw-seeds')
    await cloud.control('faults', undefined, 'DELETE')
    expect(await run('draw-seeds')).toMatchObject({ ok: false, refusal: { code: 'job_running' } })
    await cloud.advance(30_000)
    expect(await run('draw-seeds')).toMatchObject({ ok: true })
  })
})

describe('the self-audit', () => {
  it('puts what does not add up on the board, and takes it off once it does', async () => {
    const { accountId } = (await enrolPhone(cloud, 'o-audited')).member
    await cloud.drain()
    const [account] = (await cloud.dump('accounts'))
      .map(({ document }: any) => document)
      .filter(({ _id }) => _id === accountId)
    await inProcess((store) => store.change('accounts', { _id: accountId }, { set: { balance: 7 } }))
    expect(await run('audit')).toMatchObject({ value: { run: { failed: 1 } } })
    const { findings } = await board()
    expect(findings).toMatchObject([{ subject: accountId, words: { zh: `${accountId}：余额与各批次积分之和不符` } }])
    expect(await job('audit')).toMatchObject({ state: 'failing' })
    await inProcess((store) => store.change('accounts', { _id: accountId }, { set: { balance: account.balance } }))
    expect(await run('audit')).toMatchObject({ value: { run: { failed: 0 } } })
    expect((await board()).findings).toEqual([])
  })

  it('finds what was given out above what there is', async () => {
    const coupons = (await manage(cloud, 'programmes.read')).live.programme.coupons as { id: string; stock?: number }[]
    const { id, stock = 0 } = coupons.find((one) => one.stock) ?? { id: '' }
    const over = { _id: `coupon:${id}`, taken: stock + 1, held: {}, dueAt: null }
    await inProcess((store) => store.put('stocks', over))
    await run('audit')
    expect((await board()).findings).toMatchObject([{ subject: `coupon:${id}` }])
    await inProcess((store) => store.remove('stocks', { _id: over._id }))
  })
})

describe('daily figures', () => {
  const rollups = async () => (await cloud.dump('rollups')).map(({ document }: any) => document)

  it('add up each day’s entries after its end, a late order’s day anew, and the same when it is run again', async () => {
    await record(cloud, shop.till, [order({ customer: 'late', at: '2026-05-19T04:00:00.000Z', amountFen: 20_000 })])
    await cloud.setClock('2026-06-02T20:00:00.000Z')
    await minutes(3)
    const first = await rollups()
    expect(first.find(({ day }) => day === '2026-05-19')).toMatchObject({
      orders: 1,
      amountFen: 20_000,
      activeMembers: 1,
    })
    const entries = (await cloud.dump('entries')).map(({ document }: any) => document)
    const balances = (await cloud.dump('accounts')).reduce((sum, { document }: any) => sum + document.balance, 0)
    const changes = first.map(
      ({ points }) => points.earned + points.givenBack - points.burned - points.expired - points.takenBack,
    )
    expect(changes.reduce((sum, one) => sum + one, 0)).toBe(balances)
    expect(first.reduce((sum, { orders }) => sum + orders, 0)).toBe(
      entries.filter(({ kind }) => kind === 'purchase').length,
    )
    await run('rollups')
    expect(await rollups()).toEqual(first)
    await record(cloud, shop.till, [order({ customer: 'later', at: '2026-05-19T05:00:00.000Z', amountFen: 100 })])
    await cloud.setClock('2026-06-03T20:00:00.000Z')
    await minutes(3)
    expect((await rollups()).find(({ day }) => day === '2026-05-19')).toMatchObject({
      orders: 2,
      amountFen: 20_100,
      activeMembers: 2,
    })
  })
})
