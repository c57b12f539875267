import path from 'node:path'
import { expressCourier } from '../../shared/programme/presets/express-courier'
import { asManager, useShopFolder } from '../start/shop'
import { livesInCloud, livesSimulated } from './as-simulated'
import { sendTo } from './real-shop'

const shop = useShopFolder()
const orders = path.join(__dirname, '../fixtures/orders.csv.gz')

/** Counted from the same file by a program of its own. */
const wanted = { members: 2357, orders: 6919, spendFen: 24_409_194, points: 261_260 }
const tiers = { regular: 2281, silver: 56, gold: 19, platinum: 1 }

async function expectTotals(url: string): Promise<void> {
  const totals = await asManager(url, 'members.totals')
  expect(totals).toMatchObject(wanted)
  expect(Object.fromEntries(totals.tiers.map((one: any) => [one.tier, one.members]))).toEqual(tiers)
}

test('all 6,919 orders come to the last point, as simulated entry by entry, and sending them again changes nothing', async () => {
  const { url } = await shop.start('--empty', '--port', '0')
  expect((await sendTo(url, orders, shop.path('cache'))).code).toBe(0)
  await expectTotals(url)
  expect(await livesInCloud(url)).toEqual(await livesSimulated(orders, expressCourier))
  expect((await sendTo(url, orders, shop.path('cache'))).printed).toContain('already known 6919')
  await expectTotals(url)
}, 600_000)

test('a shop that dies five times in the middle of it has every order once', async () => {
  let running = await shop.start('--empty', '--port', '0')
  const { url } = running
  const deaths = [500, 1800, 3000, 4500, 6000]
  let dying = Promise.resolve()
  const sent = await sendTo(url, orders, shop.path('cache'), (done) => {
    if (deaths[0] === undefined || done < deaths[0]) return
    deaths.shift()
    dying = dying.then(async () => {
      await running.kill()
      running = await shop.start('--empty', '--port', new URL(url).port)
    })
  })
  await dying
  expect(deaths).toEqual([])
  expect(sent.code).toBe(0)
  await expectTotals(url)
}, 600_000)
