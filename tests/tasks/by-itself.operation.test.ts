import { newGuest } from '../../shared/programme/presets/demo-tea-journeys'
import type { Journey } from '../../shared/programme/parts/journeys'
import {
  bendProgramme,
  enrolPhone,
  manage,
  managerOpenid,
  order,
  record,
  useShop,
  valueOf,
  wakeClock,
} from '../support/shop'

const shop = useShop('demo-tea')
const { cloud } = shop
const minute = 60_000
const journey = (id: string, more: Partial<Journey>): Journey => ({ ...newGuest, id, ...more })
const all = async (collection: string): Promise<any[]> =>
  (await cloud.dump(collection)).map(({ document }: any) => document)
const runsOf = async (accountId: string) =>
  (await all('journeys')).filter((one) => one.accountId === accountId).sort((one, other) => one.no - other.no)
const findings = async (): Promise<any[]> =>
  valueOf(await cloud.call('clock', { operation: 'clock.jobs', input: {} }, managerOpenid)).findings

/** The clock comes as often as it takes until what happened has begun what it begins. */
async function minutes(count: number): Promise<void> {
  for (let passed = 0; passed < count; passed += 1) {
    await cloud.advance(minute)
    await wakeClock(cloud)
  }
}

/** An order of somebody whom the till knows, of goods of a kind. */
async function buys(customer: string, amountFen: number, kinds: string[] = ['tea']): Promise<void> {
  const each = Math.floor(amountFen / kinds.length)
  const lines = kinds.map((kind) => ({ kind, amountFen: each }))
  const at = (await cloud.control('clock')).now
  const [result] = await record(cloud, shop.till, [
    { ...order({ customer, amountFen: each * kinds.length, at }), lines },
  ])
  if (!result?.ok) throw new Error(JSON.stringify(result))
}

describe('a journey that begins by itself', () => {
  it('when somebody joins: once, dated by when they joined, and others’ not', async () => {
    await bendProgramme(cloud, { journeys: [journey('welcome', { starts: [{ on: 'enrolled' }] }), newGuest] })
    const joinedAt = (await cloud.control('clock')).now
    const { accountId } = (await enrolPhone(cloud, 'o-first')).member
    await minutes(4)
    const runs = await runsOf(accountId)
    expect(runs).toMatchObject([{ journeyId: 'welcome', no: 1, state: 'running', storeId: 'S1', people: {} }])
    expect(runs[0].anchors.joined.slice(0, 16)).toBe(joinedAt.slice(0, 16))
    expect(await all('journeyRecords')).toMatchObject([{ kind: 'begun', by: null, accountId }])
    const second = (await enrolPhone(cloud, 'o-second')).member
    await minutes(4)
    await minutes(3)
    expect(await runsOf(second.accountId)).toHaveLength(1)
    expect(await runsOf(accountId)).toHaveLength(1)
  })

  it('when somebody reaches the tier that it names, and no other', async () => {
    await bendProgramme(cloud, {
      journeys: [
        journey('gold', { starts: [{ on: 'tier-reached', tierId: 'gold' }] }),
        journey('silver', { starts: [{ on: 'tier-reached', tierId: 'silver' }], repeats: true }),
      ],
    })
    await buys('c1', 60_000)
    await minutes(4)
    expect((await all('journeys')).map(({ journeyId }) => journeyId)).toEqual(['silver'])
    await buys('c1', 50_000)
    await minutes(4)
    expect((await all('journeys')).map(({ journeyId }) => journeyId).sort()).toEqual(['gold', 'silver'])
  })

  it('when somebody buys what it names: once while it runs, and again only where it repeats', async () => {
    await bendProgramme(cloud, {
      journeys: [
        journey('pots', {
          starts: [{ on: 'purchase', kinds: ['pot', 'cup'] }],
          ends: { anchor: 'joined', after: '9 days' },
        }),
        journey('cups', {
          starts: [{ on: 'purchase', kinds: ['cup'] }],
          ends: { anchor: 'joined', after: '9 days' },
          repeats: true,
        }),
      ],
    })
    await buys('c1', 1_000, ['tea'])
    await minutes(4)
    expect(await all('journeys')).toEqual([])
    await buys('c1', 4_000, ['tea', 'cup'])
    await buys('c1', 2_000, ['cup'])
    await minutes(4)
    const begun = async () =>
      (await all('journeys')).map(({ journeyId, no, state }) => `${journeyId} ${no} ${state}`).sort()
    expect(await begun()).toEqual(['cups 1 running', 'pots 1 running'])
    expect((await all('journeys')).map(({ storeId }) => storeId)).toEqual(['S1', 'S1'])
    await cloud.advance(10 * 24 * 60 * minute)
    await minutes(2)
    // Past their end they wait for calls that nobody has made, and stand in the way of nothing.
    expect(await begun()).toEqual(['cups 1 running', 'pots 1 running'])
    await buys('c1', 2_000, ['cup'])
    await minutes(4)
    expect(await begun()).toEqual(['cups 1 running', 'cups 2 running', 'pots 1 running'])
    await cloud.advance(3 * 24 * 60 * minute)
    await minutes(2)
    expect(await begun()).toEqual(['cups 1 ended', 'cups 2 running', 'pots 1 ended'])
  })

  it('does not for what happened so long ago that it would be over', async () => {
    const starts: Journey['starts'] = [{ on: 'purchase', kinds: ['tea'] }]
    await bendProgramme(cloud, { journeys: [journey('teas', { starts })] })
    const bought = async (customer: string, at: string) => {
      const lines = [{ kind: 'tea', amountFen: 1_000 }]
      await record(cloud, shop.till, [{ ...order({ customer, amountFen: 1_000, at }), lines }])
      await minutes(4)
      return (await all('journeys')).map(({ state }) => state)
    }
    expect(await bought('c1', '2026-03-01T04:00:00.000Z')).toEqual([])
    expect(await bought('c2', '2026-05-01T04:00:00.000Z')).toEqual(['running'])
  })

  it('ends at once when the member reaches a tier that ends it', async () => {
    const starts: Journey['starts'] = [{ on: 'purchase', kinds: ['tea'] }]
    await bendProgramme(cloud, { journeys: [journey('to-silver', { starts, endsAtTiers: ['silver'] })] })
    await buys('c1', 1_000)
    await minutes(4)
    expect(await all('journeys')).toMatchObject([{ state: 'running' }])
    await buys('c1', 60_000)
    await minutes(4)
    expect(await all('journeys')).toMatchObject([{ state: 'stopped', over: { why: 'tier-reached' } }])
  })
})

describe('a journey that cannot begin', () => {
  it('stands on the board and holds nothing else of its member up, nor another journey', async () => {
    const starts: Journey['starts'] = [{ on: 'enrolled' }]
    await bendProgramme(cloud, {
      journeys: [journey('bent', { starts, begins: 'nowhere' }), journey('whole', { starts })],
    })
    const { accountId } = (await enrolPhone(cloud, 'o-first')).member
    await minutes(4)
    expect((await runsOf(accountId)).map(({ journeyId }) => journeyId)).toEqual(['whole'])
    const [account] = await all('accounts')
    expect(account).toMatchObject({ journeyMarks: [], outbox: [] })
    expect(await findings()).toMatchObject([
      { subject: `begin:${accountId}:bent`, words: { en: expect.stringContaining('anchor_unknown') } },
    ])
    // The nightly audit finds nothing wrong with the books and leaves it; after a month it is old.
    await cloud.advance(2 * 24 * 60 * minute)
    await minutes(2)
    expect(await findings()).toHaveLength(1)
    await cloud.advance(31 * 24 * 60 * minute)
    await minutes(2)
    expect(await findings()).toEqual([])
  })
})

describe('another version of the programme', () => {
  it('renames and dates what is open anew, leaves what was done, and ends journeys that it no longer has', async () => {
    const starts: Journey['starts'] = [{ on: 'enrolled' }]
    await bendProgramme(cloud, { journeys: [journey('welcome', { starts }), journey('other', { starts })] })
    const { accountId } = (await enrolPhone(cloud, 'o-first')).member
    await minutes(4)
    await cloud.advance(4 * 24 * 60 * minute)
    await minutes(2)
    const task = async (id: string) => (await all('tasks')).find(({ _id }) => _id === `task:${accountId}:${id}`)
    const before = await task('welcome:1:week-1:0')
    expect(before).toMatchObject({ state: 'open', name: { en: 'First week' } })
    const [first, ...rest] = newGuest.touchpoints
    const renamed = { ...first!, name: { zh: '头一周', en: 'The first days' }, due: { ...first!.due, at: '15:00' } }
    const changed = journey('welcome', { starts, touchpoints: [renamed, ...rest] })
    const { live, newest } = await manage(cloud, 'programmes.read')
    const draft = JSON.stringify({ ...live.programme, journeys: [changed] })
    const effectiveAt = new Date(Date.parse((await cloud.control('clock')).now) + 10 * minute).toISOString()
    await manage(cloud, 'programmes.publish', { draft, effectiveAt, basedOn: newest })
    await cloud.advance(10 * minute)
    await minutes(2)
    const after = await task('welcome:1:week-1:0')
    expect(after).toMatchObject({ state: 'open', name: { en: 'The first days' } })
    expect(Date.parse(after.startsAt) - Date.parse(before.startsAt)).toBe(5 * 60 * minute)
    expect(await task('other:1:week-1:0')).toMatchObject({ state: 'withdrawn', why: 'over' })
    const period = { from: before.startsAt.slice(0, 10), to: before.dueAt.slice(0, 10) }
    const { total } = await manage(cloud, 'journeys.overview', { storeId: 'S1', ...period })
    expect(total).toMatchObject({ due: 1, open: 1, overdue: 0 })
    expect(
      (await runsOf(accountId)).map(({ journeyId, state, over }) => [journeyId, state, over?.why ?? null]),
    ).toEqual(
      expect.arrayContaining([
        ['welcome', 'running', null],
        ['other', 'stopped', 'programme'],
      ]),
    )
  })
})
