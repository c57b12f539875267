import type { Browser, FrameLocator, Page } from 'playwright-core'
import { staffStoreCode } from '../../shared/staff/contract'
import { callDoor } from '../start/door'
import type { Founded } from '../start/found'
import { phoneScreen } from '../testing/launch-chromium'

type Way = {
  browser: Browser
  url: string
  founded: Founded
  keep(name: string, png: Buffer): Promise<void>
}

/** What 林晚 sees: home, code, points, tier, coupons, check-in and the mall. */
export async function photographMember(way: Way): Promise<void> {
  const page = await phoneOf(way, '?as=o-lin-wan')
  await page.getByText('¥680 / ¥1,000').first().waitFor()
  await keepPage(way, page, 'home')
  await page.locator('#home-code').tap()
  await page.locator('#code-qr').waitFor()
  await keepPage(way, page, 'code')
  await page.goBack()
  await page.locator('#asset-points').tap()
  await page.getByText('可抵').waitFor()
  await keepPage(way, page, 'points')
  await page.goBack()
  await page.locator('#home-benefits').tap()
  await page.getByText('怎么算等级').waitFor()
  await keepPage(way, page, 'tier')
  await page.goBack()
  await page.locator('#asset-coupons').tap()
  await page.getByText('桂花乌龙兑换券').first().waitFor()
  await keepPage(way, page, 'coupons')
  await page.goBack()
  await page.locator('#quick-checkin').tap()
  await page.locator('#checkin-go').waitFor()
  await keepPage(way, page, 'checkin')
  await page.goBack()
  await page.locator('#tab-mall').tap()
  await page.locator('#reward-spring-longjing').waitFor()
  await keepPage(way, page, 'mall')
  await page.locator('#reward-spring-longjing').tap()
  await page.locator('#swap-confirm').waitFor()
  await keepPage(way, page, 'swap')
  await page.context().close()
}

/** Somebody scans the store's code, joins and is welcomed. */
export async function photographVisitor(way: Way): Promise<void> {
  const { url, founded } = way
  const caller = { url, openid: founded.manager }
  const { scene } = await callDoor(caller, staffStoreCode, { storeId: 'S1', mine: false }, 'demo-store-code-S1')
  const page = await phoneOf(way, `?as=o-visitor-gu#/pages/home/index?scene=${scene}`)
  await page.locator('#join-from').waitFor()
  await keepPage(way, page, 'landing')
  await page.locator('#join-button').tap()
  await page.locator('#agree-privacy').tap()
  await page.locator('#played-number input').fill('13800000105')
  await page.locator('#played-use').tap()
  await page.locator('#welcome-name').tap()
  await page.locator('#name-text input').fill('小满')
  await page.locator('#name-save').tap()
  await page.getByText('欢迎你，小满').waitFor()
  await page.locator('.toast').waitFor({ state: 'detached' })
  await keepPage(way, page, 'welcome')
  await page.context().close()
}

/** Wide and high enough for two phones in their own size. */
const desk = { viewport: { width: 1360, height: 940 }, deviceScaleFactor: 2 }

/** The phone simulator: 陈一诺 reads the code of 林晚 and takes a payment. */
export async function photographTill(way: Way): Promise<void> {
  const page = await way.browser.newPage({ ...desk, locale: 'zh-CN' })
  await page.goto(`${way.url}/__local/phone?left=o-lin-wan&right=o-clerk-chen`)
  const [member, till] = [page.frameLocator('#left iframe'), page.frameLocator('#right iframe')]
  await member.locator('#home-code').click()
  await member.locator('#code-qr').waitFor()
  await openTill(till)
  await till.locator('#staff-scan').click()
  await page
    .locator('#right')
    .getByText(/正在出示/)
    .first()
    .click()
  await till.locator('#customer-pay').waitFor()
  await keepFrame(way, page, 'customer')
  await keepPage(way, page, 'simulator')
  await till.locator('#customer-pay').click()
  for (const key of ['1', '2', '8']) await till.locator(`#key-${key}`).click()
  await till.locator('#pay-confirm').click()
  await till.getByText('已收款').waitFor()
  await keepFrame(way, page, 'receipt')
  await page.locator('#right').getByRole('button', { name: '刷新' }).click()
  await openTill(till)
  await keepFrame(way, page, 'workbench')
  await page.close()
}

async function openTill(till: FrameLocator): Promise<void> {
  await till.locator('body').evaluate(() => location.assign('#/pages/staff/index'))
  await till.locator('#staff-scan').waitFor()
}

async function phoneOf({ browser, url }: Way, address: string): Promise<Page> {
  const context = await browser.newContext({ ...phoneScreen, locale: 'zh-CN' })
  const page = await context.newPage()
  await page.goto(`${url}/${address}`)
  return page
}

async function keepPage(way: Way, page: Page, name: string): Promise<void> {
  await way.keep(name, await page.screenshot({ animations: 'disabled' }))
}

/** The right phone's screen alone. */
async function keepFrame(way: Way, page: Page, name: string): Promise<void> {
  const style = '.device, iframe { border-radius: 0 !important }'
  await way.keep(name, await page.locator('#right iframe').screenshot({ animations: 'disabled', style }))
}
