import { readFileSync } from 'node:fs'
import path from 'node:path'
import { readOrders } from '../../scripts/pos/orders-file'
import { csv, header, pos, useFolder } from './support'
import { openTillDoor } from './till-door'

const folder = useFolder()
let door: Awaited<ReturnType<typeof openTillDoor>>
beforeEach(async () => void (door = await openTillDoor()))
afterEach(() => door.close())
const send = (content: string | Buffer, name = 'orders.csv') =>
  pos({ file: folder.write(name, content), url: door.url, cache: folder.path('cache') })

test.each([
  ['too few columns', 'O2,C2,2026-03-01,1', '4 columns instead of 5'],
  ['too many columns', 'O2,C2,2026-03-01,1,5.00,x', '6 columns instead of 5'],
  ['no order number', ',C2,2026-03-01,1,5.00', 'order_id_malformed: ""'],
  ['an order number that is a condition', '{$gt:0},C2,2026-03-01,1,5.00', 'order_id_malformed'],
  ['no customer', 'O2,,2026-03-01,1,5.00', 'customer_id_malformed: ""'],
  ['a day that is none', 'O2,C2,2026-02-30,1,5.00', 'date_malformed: "2026-02-30"'],
  ['a day written otherwise', 'O2,C2,01/03/2026,1,5.00', 'date_malformed'],
  ['a negative amount', 'O2,C2,2026-03-01,1,-5.00', 'amount_negative'],
  ['an amount that is no number', 'O2,C2,2026-03-01,1,five', 'amount_malformed: "five"'],
  ['a third decimal', 'O2,C2,2026-03-01,1,5.005', 'amount_malformed'],
  ['an amount over the limit', 'O2,C2,2026-03-01,1,1000000.01', 'amount_too_large'],
  ['a fraction as quantity', 'O2,C2,2026-03-01,1.5,5.00', 'quantity_malformed: "1.5"'],
  ['an open quote', 'O2,"C2,2026-03-01,1,5.00', 'quotes_malformed'],
])('reports %s by its line number and takes the lines around it', async (_, broken, reason) => {
  const run = await send(`${header}\nO1,C1,2026-03-01,1,5.00\n${broken}\nO3,C3,2026-03-01,1,5.00\n`)
  expect(run.code).toBe(1)
  expect(run.printed).toContain('Accepted 2 orders, already known 0, refused 0, broken lines 1.')
  expect(run.printed).toContain(`line 3 broken: ${reason}`)
  expect([...door.taken.keys()].sort()).toEqual(['O1', 'O3'])
})

test('reports an order number that another order took before, with the line and the reason', async () => {
  const run = await send(`${header}\nO1,C1,2026-03-01,1,5.00\nO1,C1,2026-03-01,1,6.00\n`)
  expect(run.code).toBe(1)
  expect(run.printed).toContain('line 3 refused: order_id_reused')
  expect(door.taken.get('O1')?.amountFen).toBe(500)
})

test('reads a file as a spreadsheet writes it: byte order mark, CRLF, quotes, columns in another order, an empty last line', async () => {
  const run = await send(
    '\uFEFF"amount","date","order_id","customer_id","quantity"\r\n"5.10",2026-03-01,O1,"C1",1\r\n\r\n',
  )
  expect(run.code).toBe(0)
  expect(door.taken.get('O1')?.amountFen).toBe(510)
})

test('accepts an amount of zero', async () => {
  const run = await send(`${header}\nO1,C1,2026-03-01,1,0.00\n`)
  expect(run.code).toBe(0)
  expect(door.taken.get('O1')?.amountFen).toBe(0)
})

test('does not begin with a file that lacks a column, is empty, is not there or is not what its name says', async () => {
  const runs = [
    await send('order_id,date,quantity,amount\n'),
    await send(''),
    await pos({ file: folder.path('nowhere.csv'), url: door.url, cache: folder.path('cache') }),
    await send(csv(3, 1), 'orders.csv.gz'),
  ]
  expect(runs.map((run) => run.code)).toEqual([2, 2, 2, 2])
  expect(runs[0]?.printed).toContain('customer_id')
  expect(runs[1]?.printed).toContain('empty')
  expect(runs[2]?.printed).toContain('no such file')
  expect(runs[3]?.printed).toContain('incorrect header check')
  expect(door.state.requests).toBe(0)
})

test.each([
  ['--shop', 'S1'],
  ['--url', 'ftp://127.0.0.1'],
  ['--patience', 'long'],
])('explains how it is used when given %s %s', async (...more) => {
  const run = await pos({ file: folder.write('o.csv', csv(1, 1)), url: door.url, cache: folder.path('cache'), more })
  expect(run.code).toBe(2)
  expect(run.printed).toContain('npm run pos -- --orders')
})

test('reads the real orders to the fen: 821 orders of 236 people, 3,535,053 fen, of which floating point loses some', async () => {
  const file = path.join(__dirname, '../fixtures/orders-1.csv')
  let [orders, fen, floating] = [0, 0, 0]
  const people = new Set<string>()
  for await (const line of readOrders(file)) {
    if ('broken' in line) throw new Error(line.broken)
    orders += 1
    fen += line.item.amountFen
    people.add(line.item.customer.externalId)
  }
  for (const row of readFileSync(file, 'utf8').trim().split('\n').slice(1))
    floating += Math.floor(Number(row.split(',')[4]) * 100)
  expect({ orders, people: people.size, fen }).toEqual({ orders: 821, people: 236, fen: 3_535_053 })
  expect(floating).toBeLessThan(fen)
})
