import { readFileSync } from 'node:fs'
import type { FrameLocator, Page } from 'playwright-core'
import { useShopFolder } from '../start/shop'
import { useBrowser } from '../support/browser'
import { lookAt } from '../support/look-at'
import { scanShown } from '../support/scan-shown'

const shop = useShopFolder({ shared: true })
const browser = useBrowser()

/** Two phones at the counter: on the left first 叶知 and then her friend, on the right the clerk. */
let counter: { url: string; page: Page; errors: string[]; phone: FrameLocator; till: FrameLocator }
let link = ''

beforeAll(async () => {
  const { url } = await shop.start('--port', '0')
  const { page, errors } = await browser.phone()
  await page.setViewportSize({ width: 1360, height: 940 })
  await page.goto(`${url}/__local/phone?left=o-ye-zhi&right=o-clerk-chen`)
  const [phone, till] = [page.frameLocator('#left iframe'), page.frameLocator('#right iframe')]
  counter = { url, page, errors, phone, till }
  // Loading the demonstration shop takes its time on a busy machine.
}, 180_000)

test('a member reads what inviting brings, saves a poster with the code and sends the link', async () => {
  const { url, page, phone } = counter
  const answer = page.waitForResponse((reply) => (reply.request().postData() ?? '').includes('referrals.link'))
  await phone.locator('#today-referral').click()
  await phone.getByText('朋友入会并完成首单，你们各得', { exact: true }).waitFor()
  await phone.getByText('还没有朋友通过你的链接入会').waitFor()
  const { value } = (await (await answer).json()) as { value: { scene: string; page: string } }
  expect(value.scene).toMatch(/^[A-Z2-7]{16}$/)
  link = `${url}/#/${value.page}?scene=${value.scene}`
  await look('invite', phone)
  await phone.locator('#referral-poster').click()
  await phone.locator('#poster-picture').waitFor()
  await look('poster', phone)
  const download = page.waitForEvent('download')
  await phone.locator('#poster-save').click()
  const saved = await download
  expect([saved.suggestedFilename(), sizeOf(await saved.path())]).toEqual(['poster.png', [600, 848]])
  await phone.getByText('已保存到相册').last().waitFor()
  await phone.locator('#sheet-close').click()
  await phone.locator('#referral-copy').click()
  await phone.getByText('链接已复制').last().waitFor()
})

test('a friend reads who invites, joins by the link and is told what an order brings', async () => {
  const { phone } = counter
  await become('o-visitor-gu')
  await phone.locator('#join-browse').waitFor()
  await openLink()
  await phone.getByText('来自 叶*').waitFor()
  await phone.getByText('入会后 30 天内下单满 ¥30，再得 200 积分').waitFor()
  await look('landing', phone)
  await phone.locator('#join-button').click()
  await phone.locator('#agree-privacy').click()
  await phone.locator('#played-number input').fill('13800000105')
  await phone.locator('#played-use').click()
  await phone.locator('#welcome-code').waitFor()
})

test('the friend buys, and both are rewarded within a minute', async () => {
  const { phone, till } = counter
  await till.locator('#join-browse').click()
  await till.locator('#me-staff').click()
  await phone.locator('#welcome-code').click()
  await phone.locator('#code-qr').waitFor()
  await till.locator('#staff-scan').click()
  await scanShown(counter.page, counter.url)
  await till.locator('#customer-pay').click()
  for (const key of ['6', '8']) await till.locator(`#key-${key}`).click()
  await till.locator('#pay-confirm').click()
  await till.getByText('+68 积分').waitFor()
  await minutePasses()
  await goTo(phone, 'pages/assets/points')
  await phone.getByText('朋友带你来的奖励').waitFor()
  await become('o-ye-zhi')
  await openInvitations()
  await phone.getByText('已到账').last().waitFor()
  expect(await phone.locator('#referral-counted').last().textContent()).toBe('已成功邀请 1 人')
  expect(await phone.locator('#referral-sum').last().textContent()).toBe('累计获得 200 积分')
  await look('rewarded', phone)
})

test('the clerk takes the order back, and both rewards go with it', async () => {
  const { phone, till, errors } = counter
  await till.locator('#undo').click()
  await till.locator('#undo-confirm').click()
  await till.getByText('已撤销').waitFor()
  await minutePasses()
  await openInvitations()
  await phone.getByText('已取消').last().waitFor()
  await phone
    .getByText(/首单已退款，.+前再下单仍算数/)
    .last()
    .waitFor()
  expect(await phone.locator('#referral-sum').last().textContent()).toBe('累计获得 0 积分')
  await look('reversed', phone)
  await goTo(phone, 'pages/assets/points')
  await phone.getByText('订单已退款，奖励同步收回').first().waitFor()
  expect(errors).toEqual([])
})

test('a member who opens a friend’s link, or their own, is told that it is for somebody else', async () => {
  const { phone } = counter
  await openLink()
  await phone.getByText('这是你自己的邀请链接').waitFor()
  await become('o-lin-wan')
  await phone.getByText('银卡会员').first().waitFor()
  await openLink()
  await phone.getByText('邀请奖励只给新会员').waitFor()
})

/** Width and height of a PNG, as its head says. */
function sizeOf(picture: string): number[] {
  const bytes = readFileSync(picture)
  expect(bytes.subarray(1, 4).toString()).toBe('PNG')
  return [bytes.readUInt32BE(16), bytes.readUInt32BE(20)]
}

async function become(openid: string): Promise<void> {
  await counter.page.locator('#left').getByRole('combobox').selectOption(openid)
}

/** WeChat opens the page of the link that somebody was sent. */
async function openLink(): Promise<void> {
  const left = counter.page.locator('#left')
  await left.getByRole('button', { name: '扫一扫' }).click()
  await left.locator('[data-part="scan"] input').fill(link)
  await left.getByRole('button', { name: '扫这个码' }).click()
}

async function openInvitations(): Promise<void> {
  await goTo(counter.phone, 'pages/home/index')
  await goTo(counter.phone, 'pages/play/referral')
  await counter.phone.getByText('我邀请的朋友').last().waitFor()
}

/** The clock comes by: once for the friend, and the member who brought them with it. */
async function minutePasses(): Promise<void> {
  await control('clock', { advanceMs: 60_000 })
  await control('timers', { function: 'clock' })
}

async function control(path: string, body: object): Promise<void> {
  await fetch(`${counter.url}/__local/${path}`, { method: 'POST', body: JSON.stringify(body) })
}

function goTo(phone: FrameLocator, path: string): Promise<void> {
  return phone.locator('body').evaluate((_, to) => location.assign(`#/${to}`), path)
}

function look(name: string, phone: FrameLocator): Promise<void> {
  return lookAt(`referral-${name}`, phone.owner())
}
