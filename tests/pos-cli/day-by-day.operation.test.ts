import { readFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { readHistory } from '../../scripts/simulate/history-file'
import { restaurant } from '../../shared/programme/presets/restaurant'
import type { Programme } from '../../shared/programme/schema'
import { bendProgramme, order, record, useShop } from '../support/shop'
import { livesInCloud, livesSimulated } from './as-simulated'

const shop = useShop('restaurant', 'once')
const change: Partial<Programme> = {
  expiry: { kind: 'months', months: 2, until: 'day' },
  earning: { rounding: 'nearest' },
}

let folder = ''
beforeAll(() => void (folder = mkdtempSync(path.join(tmpdir(), 'changlai-days-'))))
afterAll(() => rmSync(folder, { recursive: true }))

/** The orders of some who came often, thirty years later: after the shop was founded. */
function ordersOf(customers: readonly string[]): string {
  const [header, ...rows] = readFileSync(path.join(__dirname, '../fixtures/orders-1.csv'), 'utf8').trim().split('\n')
  const theirs = rows.filter((row) => customers.includes(row.split(',')[1] ?? ''))
  const later = theirs.map((row) => row.replace(/,19(9\d)-/, (_, year: string) => `,${1930 + Number(year)}-`))
  const file = path.join(folder, 'orders.csv')
  writeFileSync(file, [header, ...later].join('\n'))
  return file
}

test('orders sent on their own days come to what is simulated, with points that expire in between and family sets', async () => {
  const { cloud, till } = shop
  await bendProgramme(cloud, change)
  const file = ordersOf(['1901', '0841', '0801'])
  let taken = 0
  for (const [at, items] of await ordersByInstant(file)) {
    await cloud.setClock(at)
    const results = await record(cloud, till, items)
    taken += results.filter(({ ok }) => ok).length
  }
  await cloud.drain()
  const simulated = await livesSimulated(file, { ...restaurant, ...change })
  expect(await livesInCloud(cloud.url)).toEqual(simulated)
  const kinds = [...simulated.values()].flatMap(({ entries }) =>
    entries.map((entry) => (entry as { kind: string }).kind),
  )
  expect(kinds.filter((kind) => kind === 'purchase')).toHaveLength(taken)
  expect(kinds).toEqual(expect.arrayContaining(['expire', 'grant']))
}, 120_000)

async function ordersByInstant(file: string): Promise<Map<string, object[]>> {
  const found = new Map<string, object[]>()
  for await (const { lines } of readHistory(file)) {
    for (const line of lines) {
      if (line.kind !== 'order') throw new Error(`line ${line.line} is no order`)
      const { orderId, customerId: customer, amountFen, at } = line
      found.set(at, [...(found.get(at) ?? []), order({ orderId, customer, amountFen, at })])
    }
  }
  return found
}
