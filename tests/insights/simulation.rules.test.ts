import path from 'node:path'
import { readFileSync, writeFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { gunzipSync, gzipSync } from 'node:zlib'
import { auditAccount } from '../../shared/books/audit'
import type { Entry } from '../../shared/books/entry'
import { Simulation } from '../../shared/insights/simulation'
import { expressCourier } from '../../shared/programme/presets/express-courier'
import { pharmacy } from '../../shared/programme/presets/pharmacy'
import { restaurant } from '../../shared/programme/presets/restaurant'
import { balanceOf } from '../../shared/books/account'
import { liveThrough } from '../../scripts/simulate/live'
import { writeMembers } from '../../scripts/simulate/members-file'
import { programmeOf } from '../support/builders'

const history = path.join(__dirname, '../fixtures/orders.csv.gz')
let folder: string

beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'history-'))
})
afterAll(() => rmSync(folder, { recursive: true }))

async function live(text: string, programme = programmeOf(), asOf: string | null = null) {
  const file = path.join(folder, 'history.csv')
  writeFileSync(file, text)
  const lived = await liveThrough(file, [programme], { asOf })
  const [side] = lived.sides
  if (!side) throw new Error('one programme, one side')
  return { ...lived, ...side }
}

const header = 'order_id,customer_id,date,quantity,amount'

describe('a simulation of the whole history', () => {
  it('comes to the figures of express-courier, to the cent and the point', async () => {
    const [side] = (await liveThrough(history, [expressCourier], { asOf: null })).sides
    expect(side?.outcome).toMatchObject({
      totals: { members: 2_357, orders: 6_919, spendFen: 24_409_194 },
      points: { earned: 261_260, outstanding: 261_260 },
      membersPerTier: { regular: 2_281, silver: 56, gold: 19, platinum: 1 },
    })
  })

  it('writes the members sorted by their id as text', async () => {
    const [side] = (await liveThrough(history, [expressCourier], { asOf: null })).sides
    const file = path.join(folder, 'members.csv')
    await writeMembers(file, side!.simulation.replay.accounts)
    const rows = readFileSync(file, 'utf8').trimEnd().split('\n')
    expect(rows.slice(0, 2)).toEqual(['customer_id,spend_fen,points,tier', '0001,10050,98,regular'])
    expect(rows.slice(1)).toEqual([...rows.slice(1)].sort())
    expect(rows).toHaveLength(2_358)
  })

  it('keeps books that an audit finds whole, member by member', () => {
    const written = new Map<string, Entry[]>()
    const programme = programmeOf()
    const simulation = new Simulation({
      programme,
      watch: (entry) => void written.set(entry.accountId, [...(written.get(entry.accountId) ?? []), entry]),
    })
    const rows = gunzipSync(readFileSync(history)).toString().trimEnd().split('\n').slice(1, 1_500)
    for (const row of rows) {
      const [orderId = '', customerId = '', day = '', , amount = ''] = row.split(',')
      const order = {
        orderId,
        customerId,
        storeId: 'S1',
        amountFen: Math.round(Number(amount) * 100),
        at: `${day}T04:00:00.000Z`,
      }
      simulation.order(order, day)
    }
    simulation.finish('1999-12-31')
    const faults = [...simulation.replay.accounts.values()].flatMap((account) =>
      auditAccount(account, balanceOf(account), written.get(account.accountId) ?? []),
    )
    expect(faults).toEqual([])
  })
})

describe('a line of a history', () => {
  it('that is broken is told by its number, and the others are taken', async () => {
    const lived = await live(
      [
        header,
        'A1,C1,2026-01-05,1,100.00',
        'A2,C1,2026-13-05,1,1.00',
        'A3,C1,2026-01-06,1,1.005',
        'A4,C1,2026-01-06,1,-1.00',
        'A5,,2026-01-06,1,1.00',
        'A6,C1,2026-01-06,1',
        'A7,C1,2026-01-07,1,0.00',
      ].join('\n'),
    )
    expect(lived.refusedLines).toEqual([
      { line: 3, why: 'date_malformed: "2026-13-05"' },
      { line: 4, why: 'amount_malformed: "1.005"' },
      { line: 5, why: 'amount_negative: "-1.00"' },
      { line: 6, why: 'customer_id_malformed: ""' },
      { line: 7, why: '4 columns instead of 5' },
    ])
    expect(lived.outcome.totals).toMatchObject({ orders: 2, spendFen: 10_000 })
  })

  it('that repeats an order number is a duplicate and counts once', async () => {
    const lived = await live([header, 'A1,C1,2026-01-05,1,100.00', 'A1,C2,2026-01-06,1,100.00'].join('\n'))
    expect(lived.refusedLines).toEqual([{ line: 3, why: 'duplicate' }])
    expect(lived.outcome.totals).toMatchObject({ members: 1, orders: 1 })
  })

  it('that repeats a number of another store is an order of its own, and its refund is found in its store', async () => {
    const lived = await live(
      [
        'order_id,customer_id,date,amount,store,refund_of',
        'A1,C1,2026-01-05,100.00,S1,',
        'A1,C2,2026-01-05,200.00,S2,',
        'A1,C2,2026-01-05,300.00,S2,',
        'R1,C2,2026-01-06,200.00,S2,A1',
        'R1,C1,2026-01-06,40.00,S1,A1',
        'R2,C1,2026-01-06,1.00,S3,A1',
      ].join('\n'),
    )
    expect(lived.refusedLines).toEqual([
      { line: 4, why: 'duplicate' },
      { line: 7, why: 'order_unknown' },
    ])
    const spent = ['C1', 'C2'].map((customer) => lived.simulation.accountOf(customer)?.totals.spendFen)
    expect(spent).toEqual([6_000, 0])
  })

  it('that names somebody in another encoding is broken, for two such names would be one', async () => {
    const file = path.join(folder, 'gbk.csv')
    const named = (bytes: number[]) =>
      Buffer.concat([Buffer.from('A1,'), Buffer.from(bytes), Buffer.from(',2026-01-05,1,5')])
    // 张 and 李 in GBK.
    const rows = [Buffer.from(header), named([0xd5, 0xc5]), named([0xc0, 0xee])]
    writeFileSync(file, Buffer.concat(rows.flatMap((row) => [row, Buffer.from('\n')])))
    await expect(liveThrough(file, [programmeOf()], { asOf: null })).rejects.toThrow(
      /line 2: .*UTF-8[^]*line 3: .*UTF-8/,
    )
    expect(
      (await live([header, 'A1,张,2026-01-05,1,5', 'A2,李,2026-01-05,1,5'].join('\n'))).outcome.totals.members,
    ).toBe(2)
  })

  it('that is dated before the one above is taken where it stands, and counted', async () => {
    const lived = await live([header, 'A1,C1,2026-01-05,1,100.00', 'A2,C1,2026-01-04,1,100.00'].join('\n'))
    expect([lived.simulation.outOfOrder, lived.outcome.totals.orders]).toEqual([1, 2])
  })

  it('that gives an order back takes its points and its tier; of an unknown order or above the rest it is refused', async () => {
    const lived = await live(
      [
        'order_id,customer_id,date,amount,refund_of',
        'A1,C1,2026-01-05,600.00,',
        'R1,C1,2026-01-06,100.00,A1',
        'R2,C1,2026-01-06,1.00,A9',
        'R3,C1,2026-01-06,500.01,A1',
        'R1,C1,2026-01-06,100.00,A1',
        'R4,C1,2026-01-07,500.00,A1',
      ].join('\n'),
    )
    expect(lived.refusedLines.map(({ line, why }) => [line, why])).toEqual([
      [4, 'order_unknown'],
      [5, 'refund_above_rest'],
      [6, 'duplicate'],
    ])
    expect(lived.outcome).toMatchObject({
      totals: { spendFen: 0 },
      membersPerTier: { regular: 1, silver: 0 },
      points: { earned: 600, reversed: 600, outstanding: 0 },
      upgradesPerMonth: { '2026-01': 1 },
    })
  })

  it('that gives back one of the ten orders of a month takes back the right that they gave', async () => {
    const orders = Array.from({ length: 10 }, (_, index) => `A${index},C1,2026-01-05,10.00,`)
    const text = ['order_id,customer_id,date,amount,refund_of', ...orders].join('\n')
    expect((await live(text, restaurant)).outcome.entitlements).toEqual({ 'family-set': 1 })
    const back = await live(`${text}\nR1,C1,2026-01-06,10.00,A3`, restaurant)
    expect(back.outcome.entitlements).toEqual({ 'family-set': 0 })
  })

  it('costs the discount of the tier held before it', async () => {
    const orders = ['A1,C1,2026-01-05,1,600.00', 'A2,C1,2026-01-06,1,100.00']
    expect((await live([header, ...orders].join('\n'), expressCourier)).outcome.discountCostFen).toBe(4_000)
  })

  it('that was refused as a refund leaves its number free, one that was taken does not', async () => {
    const lived = await live(
      [
        'order_id,customer_id,date,amount,refund_of',
        'A1,C1,2026-01-05,600.00,',
        'R1,C1,2026-01-06,600.01,A1',
        'R1,C1,2026-01-06,600.00,A1',
        'A2,C1,2026-01-07,100.00,',
        'R1,C1,2026-01-08,100.00,A2',
        'A1,C1,2026-01-08,100.00,A2',
      ].join('\n'),
    )
    expect(lived.refusedLines.map(({ line, why }) => [line, why])).toEqual([
      [3, 'refund_above_rest'],
      [6, 'duplicate'],
      [7, 'duplicate'],
    ])
    expect(lived.outcome.totals).toMatchObject({ spendFen: 10_000 })
  })

  it('P3.2 tells by left_out what of it earns nothing, in an order and in a refund; more than itself is broken', async () => {
    const lived = await live(
      [
        'order_id,customer_id,date,amount,refund_of,left_out',
        'A1,C1,2026-01-05,100.00,,40.00',
        'A2,C2,2026-01-05,100.00,,',
        'A3,C3,2026-01-05,100.00,,100.01',
        'A4,C3,2026-01-05,100.00,,x',
        'R1,C1,2026-01-06,40.00,A1,40.00',
      ].join('\n'),
      pharmacy,
    )
    expect(lived.refusedLines.map(({ line, why }) => [line, why])).toEqual([
      [4, 'left_out_above_amount: "100.01"'],
      [5, 'left_out_malformed: "x"'],
    ])
    expect(lived.outcome).toMatchObject({ totals: { spendFen: 16_000 }, points: { earned: 160, reversed: 0 } })
    expect(lived.simulation.accountOf('C1')).toMatchObject({ totals: { pointsEarned: 60 } })
  })

  it('of a store that is not the shop’s is refused', () => {
    const simulation = new Simulation({ programme: programmeOf(), stores: ['S1'] })
    const order = { orderId: 'A1', customerId: 'C1', amountFen: 100, at: '2026-01-05T04:00:00.000Z' }
    expect(simulation.order({ ...order, storeId: 'S9' }, '2026-01-05')).toBe('store_unknown')
    expect(simulation.order({ ...order, storeId: 'S1' }, '2026-01-05')).toBeNull()
  })

  it('reads the same in pages of any size, with carriage returns, quotes and packed', async () => {
    const rows = ['A1,"C,1",2026-01-05,1,100.00', 'A2,C2,2026-01-05,1,"50.00"']
    const text = `${[header, ...rows].join('\r\n')}\r\n`
    const plain = await live(text)
    const packed = path.join(folder, 'packed.csv.gz')
    writeFileSync(packed, gzipSync(text))
    const [side] = (await liveThrough(packed, [programmeOf()], { asOf: null })).sides
    expect([...plain.simulation.replay.accounts.keys()]).toEqual(['C,1', 'C2'])
    expect(side?.outcome).toEqual(plain.outcome)
  })
})

describe('the day as of which everything stands', () => {
  const text = [header, 'A1,C1,2026-01-05,1,600.00', 'A2,C1,2026-02-05,1,600.00'].join('\n')

  it('is the day of the last order unless another is asked for; later lines are left out', async () => {
    expect((await live(text)).asOf).toBe('2026-02-05')
    const early = await live(text, programmeOf(), '2026-01-31')
    expect([early.later, early.outcome.membersPerTier]).toEqual([1, { regular: 0, silver: 1, gold: 0 }])
  })

  it('is moved by no line that is not taken', async () => {
    const wrong = ['A1,C1,2026-12-31,1,1.00', 'A3,C1,2026-12-31,1,-1.00', 'A4,C1,2025-12-31,1,x']
    const lived = await live([text, ...wrong].join('\n'))
    expect([lived.firstDay, lived.asOf, lived.refusedCount, lived.brokenCount]).toEqual([
      '2026-01-05',
      '2026-02-05',
      3,
      2,
    ])
  })

  it('is lived to its end: points that expire that day are still good, and gone the day after', async () => {
    expect((await live(text, programmeOf(), '2027-01-31')).outcome.points.expired).toBe(0)
    expect((await live(text, programmeOf(), '2027-02-01')).outcome.points.expired).toBe(600)
  })
})
