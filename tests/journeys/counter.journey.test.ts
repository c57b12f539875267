import type { FrameLocator, Page } from 'playwright-core'
import { asManager, useShopFolder } from '../start/shop'
import { useBrowser } from '../support/browser'
import { lookAt } from '../support/look-at'
import { codeShown, moveClock, scanShown, scanText, timeOf } from '../support/scan-shown'

const shop = useShopFolder({ shared: true })
const browser = useBrowser()
let counter: Counter

/** Two phones side by side at the counter of the demonstration shop: a visitor's on the left, the clerk's on the right. */
type Counter = { url: string; page: Page; errors: string[]; member: FrameLocator; till: FrameLocator }

beforeAll(async () => {
  const { url, said } = await shop.start('--port', '0')
  expect(said()).toContain(`${url}/__local/phone`)
  const { page, errors } = await browser.phone()
  await page.setViewportSize({ width: 1360, height: 940 })
  await page.goto(`${url}/__local/phone?left=o-visitor-gu&right=o-clerk-chen`)
  const [member, till] = [page.frameLocator('#left iframe'), page.frameLocator('#right iframe')]
  counter = { url, page, errors, member, till }
  // Loading the demonstration shop takes its time on a busy machine.
}, 180_000)

test('a visitor scans the store’s code and reads what there is to get; without a network nobody joins and both are told', async () => {
  const { url, page, member, till } = counter
  await till.locator('#join-browse').click()
  await till.locator('#me-staff').click()
  await till.locator('#staff-scan').waitFor()
  await look('workbench', till)
  await till.locator('#staff-enrol').click()
  await till.locator('#store-code').click()
  await till.locator('#store-code-picture').waitFor()
  await page.locator('#left').getByRole('button', { name: '扫一扫' }).click()
  await page
    .locator('#left')
    .getByText(/正在出示/)
    .click()
  await member.getByText('湖滨店 · 陈一诺 推荐').waitFor()
  await look('landing', member)

  const before = await asManager(url, 'members.totals')
  await member.locator('#join-button').click()
  await member.getByText('加入前请先同意').waitFor()
  await look('consent', member)
  await member.locator('#agree-privacy').click()
  await member.locator('#played-number input').fill('13800000105')
  await withoutNetwork(async () => {
    await member.locator('#played-use').click()
    await member.getByText('没有收到结果。再点一次会接着问，不会重复加入').waitFor()
  })
  expect(await asManager(url, 'members.totals')).toEqual(before)
})

test('joins on the next tap, is welcomed with the gift and agrees to be told of a higher tier', async () => {
  const { url, page, member } = counter
  const { members } = await asManager(url, 'members.totals')
  await member.locator('#join-button').click()
  await member.getByText(`第 ${members + 1} 位会员`).waitFor()
  await member.locator('#welcome-name').click()
  await member.locator('#name-text input').fill('小满')
  await member.locator('#name-save').click()
  await member.getByText('欢迎你，小满').waitFor()
  await member.locator('#remind-tier-upgraded').click()
  await page.locator('#left').getByRole('button', { name: '允许' }).click()
  await member.getByText(/已开启/).waitFor()
  await look('welcome', member)
  expect(await asManager(url, 'members.totals')).toMatchObject({ members: members + 1 })
})

let shown = ''

test('shows the code, and the till knows who it is; without a network it says that nothing was charged', async () => {
  const { url, page, till, member } = counter
  await member.locator('#welcome-code').click()
  await member.locator('#code-qr').waitFor()
  await look('code', member)
  await openWorkbench(till)
  await withoutNetwork(async () => {
    await till.locator('#staff-scan').click()
    shown = await scanShown(page, url)
    await till.getByText('没有收到结果，没有产生扣款').waitFor()
    await look('no-network', till)
  })
  await till.locator('#refused-scan').click()
  await scanText(page, shown)
  await till.getByText('小满').first().waitFor()
  await look('customer', till)
})

test('pays 680, which is counted once though the answer was lost, and is of a higher tier', async () => {
  const { url, till } = counter
  const before = await asManager(url, 'members.totals')
  await till.locator('#customer-pay').click()
  for (const key of ['6', '8', '0']) await till.locator(`#key-${key}`).click()
  await look('payment', till)
  await withoutNetwork(async () => {
    await till.locator('#pay-confirm').click()
    await till.getByText('没有收到结果。再点一次会接着问，不会重复入账').waitFor()
  })
  expect(await asManager(url, 'members.totals')).toEqual(before)
  await till.locator('#pay-confirm').click()
  await till.getByText('普通 → 银卡').waitFor()
  await look('receipt', till)
  const after = { orders: before.orders + 1, spendFen: before.spendFen + 68_000, points: before.points + 680 }
  expect(await asManager(url, 'members.totals')).toMatchObject(after)
})

test('a screenshot of that code, shown by a friend at another till, is refused as used, with time and store', async () => {
  const { url, page, till } = counter
  const before = await asManager(url, 'members.totals')
  await page.locator('#right').getByRole('combobox').selectOption('o-clerk-wang')
  await till.locator('#join-browse').click()
  await till.locator('#me-staff').click()
  await till.locator('#staff-scan').click()
  await scanText(page, shown)
  await till.getByText('这个码已经用过').waitFor()
  await till.getByText(/由 湖滨店 扫过，没有重复使用/).waitFor()
  await look('used', till)
  expect(await asManager(url, 'members.totals')).toEqual(before)
})

test('is told so by WeChat, and the message leads to the tier', async () => {
  const { page, member } = counter
  await page.getByRole('button', { name: '+1 分钟' }).click()
  const inbox = page.locator('#inbox')
  await inbox.getByText('等级变更通知').waitFor()
  await inbox.getByText('银卡').first().waitFor()
  await inbox.getByRole('button', { name: '打开 pages/assets/tier' }).click()
  await member.getByText('怎么算等级').waitFor()
  await member.getByText('再消费 ¥320 升级金卡').first().waitFor()
  await look('tier', member)
})

test('a code that was never used is refused as expired an hour on, with the times of it', async () => {
  const { url, page, till, member } = counter
  await moveClock(url, { frozen: false })
  await goTo(member, 'pages/code/index')
  await member.locator('#code-qr').waitFor()
  await till.locator('#refused-scan').click()
  // Until the phone has heard the cloud's time it may still show the code that was used.
  const fresh = await codeShown(page, shown)
  await page.getByRole('button', { name: '+1 小时' }).click()
  await page.getByText(/^时钟现在是/).waitFor()
  const before = await asManager(url, 'members.totals')
  await scanText(page, fresh)
  await till.getByText('会员码已过期', { exact: true }).waitFor()
  await till.getByText('失效于').waitFor()
  await look('expired', till)
  expect(await asManager(url, 'members.totals')).toEqual(before)
})

test('a developer hands a phone to another person, in the dark too, and moves the clock', async () => {
  const { url, page, errors, till } = counter
  await page.locator('#right').getByRole('combobox').selectOption('o-su-he')
  await till.getByText('钻石会员').first().waitFor()
  await page.getByText('member · home.read').waitFor()
  const brand = () => till.locator('#home-code').evaluate((button) => getComputedStyle(button).backgroundColor)
  const light = await brand()
  await page.locator('#right').getByRole('button', { name: '深色' }).click()
  expect(await brand()).not.toBe(light)
  await page.reload()
  await till.getByText('钻石会员').first().waitFor()
  expect(await brand()).toBe(light)

  await page.getByRole('button', { name: '冻结' }).press('Enter')
  await page.getByRole('button', { name: '继续走' }).waitFor()
  const before = await timeOf(url)
  await page.getByRole('button', { name: '+30 天' }).click()
  await page.getByText(/^时钟现在是/).waitFor()
  expect((await timeOf(url)) - before).toBe(30 * 86_400_000)
  await page.getByLabel('拨到的时间（上海）').fill('2031-05-06T07:08:09')
  await page.getByRole('button', { name: '拨到' }).click()
  await page.getByText('2031-05-06 07:08:09', { exact: true }).waitFor()
  expect(await timeOf(url)).toBe(Date.parse('2031-05-05T23:08:09Z'))
  await page.getByRole('button', { name: '立即跑定时任务' }).click()
  await page.getByText('定时任务跑完了。').waitFor()
  expect([await page.evaluate(() => document.documentElement.scrollWidth), errors]).toEqual([1360, []])
})

async function withoutNetwork(act: () => Promise<void>): Promise<void> {
  await counter.page.route('**/call/**', (route) => route.abort())
  await act()
  await counter.page.unroute('**/call/**')
}

async function openWorkbench(till: FrameLocator): Promise<void> {
  await goTo(till, 'pages/staff/index')
  await till.locator('#staff-scan').waitFor()
}

function goTo(phone: FrameLocator, path: string): Promise<void> {
  return phone.locator('body').evaluate((_, to) => location.assign(`#/${to}`), path)
}

function look(name: string, phone: FrameLocator): Promise<void> {
  return lookAt(name, phone.owner())
}
