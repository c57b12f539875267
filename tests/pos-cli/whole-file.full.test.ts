import path from 'node:path'
import { expressCourier } from '../../shared/programme/presets/express-courier'
import { restaurant } from '../../shared/programme/presets/restaurant'
import { asManager, useShopFolder } from '../start/shop'
import { countedByKind, livesInCloud, livesSimulated } from './as-simulated'
import { sendTo } from './real-shop'

const shop = useShopFolder()
const orders = path.join(__dirname, '../fixtures/orders.csv.gz')

/** Counted from the same file by programs of their own. */
const history = { members: 2357, orders: 6919, spendFen: 24_409_194 }
const courier = {
  programme: expressCourier,
  points: 261_260,
  tiers: { regular: 2281, silver: 56, gold: 19, platinum: 1 },
  entries: { enrol: 2357, purchase: 6919 },
}
const eatery = {
  programme: restaurant,
  points: 239_444,
  tiers: { member: 2356, vip: 1 },
  entries: { enrol: 2357, purchase: 6919, grant: 5 },
}
type Wanted = typeof courier | typeof eatery

async function expectTotals(url: string, { points, tiers }: Wanted): Promise<void> {
  const totals = await asManager(url, 'members.totals')
  expect(totals).toMatchObject({ ...history, points })
  expect(Object.fromEntries(totals.tiers.map((one: any) => [one.tier, one.members]))).toEqual(tiers)
}

test.each([courier, eatery])(
  'all 6,919 orders of $programme.id come to the last point, as simulated entry by entry, and sending them again changes nothing',
  async (wanted) => {
    const { url } = await shop.start('--empty', '--port', '0', '--programme', wanted.programme.id)
    expect((await sendTo(url, orders, shop.path('cache'))).code).toBe(0)
    await expectTotals(url, wanted)
    const written = await livesInCloud(url)
    expect(written).toEqual(await livesSimulated(orders, wanted.programme))
    expect(countedByKind(written)).toMatchObject(wanted.entries)
    expect((await sendTo(url, orders, shop.path('cache'))).printed).toContain('already known 6919')
    await expectTotals(url, wanted)
    expect(await livesInCloud(url)).toEqual(written)
  },
  1_200_000,
)

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
  await expectTotals(url, courier)
}, 1_200_000)
