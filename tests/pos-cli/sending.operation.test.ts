import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { gzipSync } from 'node:zlib'
import { csv, header, pos, useFolder } from './support'
import { openTillDoor, type Mood } from './till-door'

const folder = useFolder()

let door: Awaited<ReturnType<typeof openTillDoor>>
const open = async (mood?: (request: number) => Mood): Promise<void> => void (door = await openTillDoor(mood))
afterEach(() => door.close())
const send = (file: string, more: string[] = []) => pos({ file, url: door.url, cache: folder.path('cache'), more })

test('sends every order once, signed, in integer fen and from the start of its Shanghai day', async () => {
  await open()
  const run = await send(folder.write('orders.csv', `${header}\nO1,C1,2026-03-01,2,29.33\n`))
  expect(run.code).toBe(0)
  expect(door.taken.get('O1')).toEqual({
    kind: 'order',
    orderId: 'O1',
    customer: { externalId: 'C1' },
    at: '2026-02-28T16:00:00.000Z',
    amountFen: 2933,
    quantity: 2,
  })
  expect(door.state.wrong).toEqual([])
  expect(run.printed).toContain('Accepted 1 orders, already known 0, refused 0, broken lines 0.')
})

test('keeps the orders of one customer in file order while several batches are under way', async () => {
  await open((request) => (request === 1 ? 'wait-for-company' : 'answer'))
  const run = await send(folder.write('orders.csv', csv(3000, 40)))
  expect(run.code).toBe(0)
  expect(door.taken.size).toBe(3000)
  for (let customer = 0; customer < 40; customer += 1) {
    const own = door.state.order
      .filter((item) => item.customer.externalId === `C${customer}`)
      .map((item) => item.amountFen)
    expect(own).toEqual([...own].sort((one, other) => one - other))
  }
})

test('reads a packed file and shows how far it is', async () => {
  await open()
  const run = await send(folder.write('orders.csv.gz', gzipSync(csv(250, 9))))
  expect(run.code).toBe(0)
  expect(door.taken.size).toBe(250)
  expect(run.progress.at(-1)).toEqual([250, 250])
})

test.each<Mood>(['drop', 'take-and-drop', 'unavailable', 'busy', 'busy-item', 'garbage', 'expired'])(
  'sends again with a fresh signature until all is taken when the shop answers "%s" at first',
  async (mood) => {
    await open((request) => (request === 1 ? mood : 'answer'))
    const run = await send(folder.write('orders.csv', csv(30, 1)))
    expect(run.code).toBe(0)
    expect(door.state.requests).toBe(2)
    expect(door.state.order.map((item) => item.orderId)).toEqual(
      Array.from({ length: 30 }, (_, index) => `O${index + 1}`),
    )
    expect(door.state.wrong).toEqual([])
  },
)

test('counts an order as accepted when a part of its batch had to be sent again', async () => {
  await open((request) => (request === 1 ? 'busy-item' : 'answer'))
  const run = await send(folder.write('orders.csv', csv(3, 1)))
  expect(run.printed).toContain('Accepted 3 orders, already known 0')
})

test('stops at once when the key is refused and keeps the exit code for it', async () => {
  await open(() => 'refuse-key')
  const run = await send(folder.write('orders.csv', csv(30, 1)))
  expect(run.code).toBe(2)
  expect(run.printed).toContain('key_unknown')
  expect(door.state.requests).toBe(1)
})

test('gives up after the patience asked for, and a later run takes the rest', async () => {
  await open((request) => (request === 1 ? 'answer' : 'unavailable'))
  const file = folder.write('orders.csv', csv(150, 1))
  const first = await send(file, ['--patience', '0.05'])
  expect(first.code).toBe(1)
  expect(first.printed).toContain('Run the command again to go on')
  expect(door.taken.size).toBe(100)

  const before = door.taken
  await door.close()
  door = await openTillDoor()
  for (const [id, item] of before) door.taken.set(id, item)
  const again = await pos({ file, url: door.url, cache: folder.path('cache') })
  expect(again.code).toBe(0)
  expect(door.taken.size).toBe(150)
})

test('goes on after being killed without sending confirmed batches again', async () => {
  let killed = false
  await open((request) => (request >= 4 && !killed ? 'drop' : 'answer'))
  const file = folder.write('orders.csv', csv(600, 1))
  const cache = folder.path('cache')
  const child = spawn(
    process.execPath,
    ['--import', 'tsx', path.join(__dirname, 'kill-me.ts'), file, door.url, cache],
    {
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  )
  await once(child.stdout, 'data')
  child.kill('SIGKILL')
  await once(child, 'close')
  killed = true
  const sentBefore = door.state.requests
  expect(readdirSync(cache)).toHaveLength(1)

  const run = await send(file)
  expect(run.code).toBe(0)
  expect(door.taken.size).toBe(600)
  expect(run.printed).toContain('Confirmed in an earlier, interrupted run')
  expect(door.state.requests - sentBefore).toBe(3)
  expect(readdirSync(cache)).toEqual([])
})

test('sends all again when asked to begin from the start, and nothing is counted twice', async () => {
  await open()
  const file = folder.write('orders.csv', csv(120, 7))
  await send(file)
  const run = await send(file, ['--from-start'])
  expect(run.code).toBe(0)
  expect(run.printed).toContain('Accepted 0 orders, already known 120')
  expect(door.state.order).toHaveLength(120)
})

test('asks a local cloud for its key when none is given, and says what to do when there is none', async () => {
  await open()
  const run = await pos({
    file: folder.write('orders.csv', csv(1, 1)),
    url: door.url,
    cache: folder.path('cache'),
    keyless: true,
  })
  expect(run.code).toBe(2)
  expect(run.printed).toContain('give --key and --secret')
  expect(door.state.requests).toBe(0)
  expect(existsSync(folder.path('cache'))).toBe(false)
})
