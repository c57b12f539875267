import type { FrameLocator, Page } from 'playwright-core'
import { useShopFolder } from '../start/shop'
import { useBrowser } from '../support/browser'
import { lookAt } from '../support/look-at'
import { scanShown } from '../support/scan-shown'

const shop = useShopFolder({ shared: true })
const browser = useBrowser()

/** Two phones at the counter: on the left first 叶知 and then her friend, on the right the clerk. */
let counter: { url: string; page: Page; errors: string[]; phone: FrameLocator; till: FrameLocator }

beforeAll(async () => {
  const { url } = await shop.start('--port', '0')
  const { page, errors } = await browser.phone()
  await page.setViewportSize({ width: 1360, height: 940 })
  await page.goto(`${url}/__local/phone?left=o-ye-zhi&right=o-clerk-chen`)
  const [phone, till] = [page.frameLocator('#left iframe'), page.frameLocator('#right iframe')]
  counter = { url, page, errors, phone, till }
  // Loading the demonstration shop takes its time on a busy machine.
}, 180_000)

test('a member earns at the till and claims a coupon of the shop', async () => {
  const { phone, till } = counter
  await till.locator('#join-browse').click()
  await till.locator('#me-staff').click()
  await phone.locator('#home-code').click()
  await phone.locator('#code-qr').waitFor()
  await till.locator('#staff-scan').click()
  await scanShown(counter.page, counter.url)
  await pay('3', '0')
  await till.getByText('+30 积分').waitFor()

  await goTo(phone, 'pages/assets/coupons')
  await phone.getByText('还没有可用的券').waitFor()
  await look('wallet-empty', phone)
  await phone.locator('#page-state-action').click()
  await phone.locator('#claim-spring-five').click()
  await phone.locator('#offer-spring-five').getByText('已领取').waitFor()
  await look('centre', phone)
})

let link = ''

test('sends it to a friend: it is set aside, and the link is all that goes out', async () => {
  const { url, page, phone } = counter
  await goTo(phone, 'pages/assets/coupons')
  await phone.getByText('新茶立减 5 元').last().click()
  await phone.locator('#coupon-panel').waitFor()
  await look('coupon', phone)
  await phone.locator('#coupon-gift').click()
  await phone.locator('#gift-words textarea').fill('请你喝茶')
  const answer = page.waitForResponse((reply) => (reply.request().postData() ?? '').includes('coupons.send'))
  await phone.locator('#gift-make').click()
  const { value } = (await (await answer).json()) as { value: { gift: string } }
  await phone.locator('#gift-copy').waitFor()
  await look('gift-ready', phone)
  await phone.locator('#gift-copy').click()
  await phone.getByText('已复制链接').last().waitFor()
  link = `${url}/#/pages/gift/index?gift=${encodeURIComponent(value.gift)}`
  await goTo(phone, 'pages/assets/coupons')
  await phone.getByText('等朋友领取').last().waitFor()
})

test('the friend, a stranger to the shop, joins and has it without another tap', async () => {
  const { page, phone } = counter
  await page.locator('#left').getByRole('combobox').selectOption('o-visitor-gu')
  await phone.locator('#join-browse').waitFor()
  await page.locator('#left').getByRole('button', { name: '扫一扫' }).click()
  await page.locator('#left [data-part="scan"] input').fill(link)
  await page.locator('#left').getByRole('button', { name: '扫这个码' }).click()
  await phone.getByText('叶知 送你').waitFor()
  await phone.getByText('请你喝茶').waitFor()
  await look('gift', phone)
  await phone.locator('#gift-join').click()
  await phone.locator('#join-button').click()
  await phone.locator('#agree-privacy').click()
  await phone.locator('#played-number input').fill('13800000105')
  await phone.locator('#played-use').click()
  await phone.getByText('已放进你的券包').waitFor()
  await look('gift-taken', phone)
})

test('shows its code at the till, which ticks it, takes it off the bill and shows it on the receipt', async () => {
  const { phone, till } = counter
  await phone.locator('#gift-next').click()
  await phone.locator('#coupon-panel').waitFor()
  await phone.getByText('朋友赠送').waitFor()
  expect(await phone.locator('#coupon-gift').count()).toBe(0)
  await till.locator('#receipt-next').click()
  await scanShown(counter.page, counter.url)
  await till.getByText('客人出示的券').waitFor()
  await look('customer', till)
  await typeAmount('6', '8')
  await till.getByText('−5.00').waitFor()
  await look('payment', till)
  await till.locator('#pay-confirm').click()
  await till.getByText('已核销，−5.00').waitFor()
  await till.getByText('63.00').first().waitFor()
  await look('receipt', till)
  await goTo(phone, 'pages/assets/coupons?tab=used')
  await phone.getByText('已使用').nth(1).waitFor()
  await look('wallet-used', phone)
})

test('has it back when the clerk undoes the order, and may not pass it on', async () => {
  const { phone, till, errors } = counter
  await till.locator('#undo').click()
  await till.locator('#undo-confirm').click()
  await till.getByText('已撤销').waitFor()
  await goTo(phone, 'pages/home/index')
  await goTo(phone, 'pages/assets/coupons')
  await phone.getByText('可用 1').last().waitFor()
  await phone.getByText('朋友送的').last().waitFor()
  await look('wallet-back', phone)
  expect(errors).toEqual([])
})

test('its sender reads that it was taken, and has it no more', async () => {
  const { page, phone } = counter
  await page.locator('#left').getByRole('combobox').selectOption('o-ye-zhi')
  await phone.getByText('普通会员').first().waitFor()
  await goTo(phone, 'pages/assets/coupons?tab=used')
  await phone.getByText('已送给好友').waitFor()
  await phone.getByText('可用 0').waitFor()
})

/** The clerk scans what the phone shows and takes a payment of the amount. */
async function pay(...keys: string[]): Promise<void> {
  await typeAmount(...keys)
  await counter.till.locator('#pay-confirm').click()
}

async function typeAmount(...keys: string[]): Promise<void> {
  const { till } = counter
  await till.locator('#customer-pay').click()
  for (const key of keys) await till.locator(`#key-${key}`).click()
}

function goTo(phone: FrameLocator, path: string): Promise<void> {
  return phone.locator('body').evaluate((_, to) => location.assign(`#/${to}`), path)
}

function look(name: string, phone: FrameLocator): Promise<void> {
  return lookAt(`coupons-${name}`, phone.owner())
}
