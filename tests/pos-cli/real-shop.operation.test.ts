import path from 'node:path'
import { expressCourier } from '../../shared/programme/presets/express-courier'
import { asManager, useShopFolder } from '../start/shop'
import { livesInCloud, livesSimulated } from './as-simulated'
import { sendTo } from './real-shop'

const shop = useShopFolder()
const orders = path.join(__dirname, '../fixtures/orders-1.csv')

/** Counted from the same file by a program of its own. */
const wanted = {
  members: 236,
  orders: 821,
  spendFen: 3_535_053,
  points: 45_942,
  tiers: [
    { tier: 'gold', members: 5 },
    { tier: 'platinum', members: 1 },
    { tier: 'regular', members: 224 },
    { tier: 'silver', members: 6 },
  ],
}

test('a year and a half of real orders comes to the last point, as simulated entry by entry, and sending them again changes nothing', async () => {
  const { url } = await shop.start('--empty', '--port', '0')
  const first = await sendTo(url, orders, shop.path('cache'))
  expect(first.printed).toBe('Accepted 821 orders, already known 0, refused 0, broken lines 0.')
  expect(first.code).toBe(0)
  expect(sorted(await asManager(url, 'members.totals'))).toEqual(wanted)

  expect(await livesInCloud(url)).toEqual(await livesSimulated(orders, expressCourier))

  const again = await sendTo(url, orders, shop.path('cache'))
  expect(again.printed).toBe('Accepted 0 orders, already known 821, refused 0, broken lines 0.')
  expect(again.code).toBe(0)
  expect(sorted(await asManager(url, 'members.totals'))).toEqual(wanted)
})

test('a shop that dies in the middle of it and comes back has every order once', async () => {
  const first = await shop.start('--empty', '--port', '0')
  const port = new URL(first.url).port
  let dying: Promise<void> | undefined
  const sent = await sendTo(first.url, orders, shop.path('cache'), (done) => {
    if (done >= 300) dying ??= first.kill().then(async () => void (await shop.start('--empty', '--port', port)))
  })
  await dying
  expect(dying).toBeDefined()
  expect(sent.code).toBe(0)
  expect(sorted(await asManager(first.url, 'members.totals'))).toEqual(wanted)
})

test('function processes that die before and after their writes, and answers that are lost, cost no order and double none', async () => {
  const { url } = await shop.start('--empty', '--port', '0')
  const dying = [2, 9, 16, 24].flatMap((atCall) => [
    { function: 'pos', atCall, kind: 'kill', times: 1 },
    { function: 'pos', atCall: atCall + 1, kind: 'kill', after: true, times: 1 },
    { function: 'pos', atCall: atCall + 3, kind: 'commit-then-drop', times: 1 },
  ])
  const planted = await fetch(`${url}/__local/faults`, { method: 'POST', body: JSON.stringify(dying) })
  expect(planted.ok).toBe(true)

  const sent = await sendTo(url, orders, shop.path('cache'))
  expect(sent.code).toBe(0)
  expect(await (await fetch(`${url}/__local/faults`)).json()).toEqual([])
  expect(sorted(await asManager(url, 'members.totals'))).toEqual(wanted)
})

function sorted(totals: typeof wanted): typeof wanted {
  return { ...totals, tiers: [...totals.tiers].sort((one, other) => one.tier.localeCompare(other.tier)) }
}
