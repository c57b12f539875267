import { sendBatch } from '../../scripts/pos/till'
import { asManager, useShopFolder } from '../start/shop'
import { useBrowser } from '../support/browser'

const shop = useShopFolder({ shared: true })
const browser = useBrowser()
let url = ''
beforeAll(async () => {
  ;({ url } = await shop.start('--port', '0'))
  // Loading the demonstration shop takes its time on a busy machine.
}, 180_000)

test('a member reads the card, every movement of points, and what each tier asks and gives', async () => {
  const { page, errors } = await browser.phone()
  await page.goto(`${url}/?as=o-lin-wan`)
  await page.getByText('银卡会员').first().waitFor()
  await page.getByText('¥680 / ¥1,000').first().waitFor()

  await page.locator('#asset-points').tap()
  await page.getByText('可抵').waitFor()
  await page.getByText('升级为银卡').waitFor()
  await page.getByText('银卡 1.5 倍').first().waitFor()
  await page.getByText('使用', { exact: true }).tap()
  await page.getByText('还没有用过积分').waitFor()
  await page.goBack()

  await page.locator('#home-benefits').tap()
  await page.getByText('怎么算等级').waitFor()
  await page.getByText('¥3,000').first().waitFor()
  expect(errors).toEqual([])
})

test('an order at the till shows on the phone once the page is opened again, with the tier it led to', async () => {
  const { page } = await browser.phone()
  await page.goto(`${url}/?as=o-ye-zhi`)
  await page.getByText('普通会员').first().waitFor()

  const { members } = await asManager(url, 'members.list', { limit: 500 })
  const { memberNo } = members.find((one: { name: string }) => one.name === '叶知')
  const key = (await (await fetch(`${url}/__local/values/pos-key`)).json()) as { keyId: string; secret: string }
  const till = { url, key, storeId: 'S2', patienceMs: 30_000, clock: async () => Date.now() }
  const at = new Date().toISOString()
  await sendBatch(till, [{ kind: 'order', orderId: 'journey-1', customer: { memberNo }, at, amountFen: 68_000 }])

  await page.reload()
  await page.getByText('银卡会员').first().waitFor()
  await page.locator('#asset-points').tap()
  await page.getByText('+680').waitFor()
})

test('without a network the card stays readable, says how old it is, and comes alive again', async () => {
  const { page } = await browser.phone()
  await page.goto(`${url}/?as=o-su-he`)
  await page.getByText('钻石会员').first().waitFor()

  await page.route('**/call/**', (route) => route.abort())
  await page.reload()
  await page.getByText('钻石会员').first().waitFor()
  await page.getByText(/没有网络，显示的是/).waitFor()

  await page.unroute('**/call/**')
  await page.getByText('重试').tap()
  await page.getByText(/没有网络，显示的是/).waitFor({ state: 'hidden' })
})
