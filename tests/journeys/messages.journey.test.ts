import type { FrameLocator, Page } from 'playwright-core'
import { useShopFolder } from '../start/shop'
import { useBrowser } from '../support/browser'
import { lookAt } from '../support/look-at'
import { codeIn } from '../support/mail'

const shop = useShopFolder({ shared: true })
const browser = useBrowser()

/** On the left 叶知, on the right the manager. */
let counter: { url: string; page: Page; errors: string[]; phone: FrameLocator; manager: FrameLocator }

beforeAll(async () => {
  const { url } = await shop.start('--port', '0')
  const { page, errors } = await browser.phone()
  await page.setViewportSize({ width: 1360, height: 940 })
  await page.goto(`${url}/__local/phone?left=o-ye-zhi&right=o-manager-zhou`)
  counter = { url, page, errors, phone: page.frameLocator('#left iframe'), manager: page.frameLocator('#right iframe') }
  await counter.phone.locator('#home-code').waitFor()
}, 400_000)

test('a member allows a message in WeChat, and is not asked again while it is there', async () => {
  const { phone, page } = counter
  await goTo(phone, 'pages/account/messages')
  await phone.locator('#allow-check-in').waitFor()
  await look('settings')
  await phone.locator('#allow-check-in').click()
  await page.locator('#left').getByRole('button', { name: '允许', exact: true }).last().click()
  await phone.getByText('还能提醒 1 次').first().waitFor()
  expect(await phone.locator('#allow-check-in').count()).toBe(0)
}, 120_000)

test('agrees to texts and mail by reading the words, and turns a topic off', async () => {
  const { phone } = counter
  await phone.locator('#way-text').click()
  await phone.locator('#way-agree').waitFor()
  await look('words')
  await phone.locator('#way-agree').click()
  await phone.locator('#way-text').getByText('同意 ·').waitFor()
  await phone.locator('#way-mail').click()
  await phone.locator('#mail-address input, input#mail-address').first().fill('ye')
  await phone.locator('#way-agree').click()
  await phone.getByText('邮箱格式不对').last().waitFor()
  await look('address')
  await phone.locator('#mail-address input, input#mail-address').first().fill('ye@example.com')
  await phone.locator('#mail-send').click()
  await phone.getByText('验证码已发到这个邮箱').last().waitFor()
  await look('code')
  const { openapi } = (await (await fetch(`${counter.url}/__local/outbox`)).json()) as { openapi: any[] }
  const code = codeIn(openapi.filter(({ api }) => api === 'mail.send').at(-1).request.text) ?? ''
  await phone.locator('#mail-code input, input#mail-code').first().fill(code)
  await phone.locator('#way-agree').click()
  await phone.locator('#way-mail').getByText('ye…@example.com').waitFor()
  await phone.locator('#topic-card-used').click()
  await phone.getByText('已关闭，不再提醒').first().waitFor()
  await look('agreed')
}, 120_000)

test('the manager sees what did not leave and by what rules messages go', async () => {
  const { manager, errors } = counter
  await goTo(manager, 'pages/manager/messages')
  await manager.getByText('同意的条数不够时').waitFor()
  await lookAt('messages-manager', manager.owner())
  expect(errors).toEqual([])
}, 120_000)

function goTo(phone: FrameLocator, path: string): Promise<void> {
  return phone.locator('body').evaluate((_, to) => location.assign(`#/${to}`), path)
}

function look(name: string): Promise<void> {
  return lookAt(`messages-${name}`, counter.phone.owner())
}
