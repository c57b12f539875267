import { resolve } from 'node:path'
import type { FrameLocator, Page } from 'playwright-core'
import { useBrowser } from '../support/browser'
import { useCloud } from '../support/cloud'

const browser = useBrowser()
const openPhones = async (url: string) => {
  const { page, errors } = await browser.phone()
  await page.setViewportSize({ width: 1280, height: 900 })
  await page.goto(`${url}/__local/phone`)
  return { page, errors, left: screenOf(page, 'left'), right: screenOf(page, 'right') }
}
const screenOf = (page: Page, side: 'left' | 'right') => page.frameLocator(`#${side} iframe`)
const give = (page: Page, side: 'left' | 'right', openid: string) =>
  page.locator(`#${side}`).getByRole('combobox').selectOption(openid)

describe('around any client', () => {
  const file = 'tests/localcloud/platform/functions/probe.ts'
  const permissions = { openapi: ['subscribeMessage.send'] }
  const notice = { file: 'tests/localcloud/platform/functions/notice.ts' }
  const cloud = useCloud({
    functions: { probe: { file, config: { permissions } }, notice },
    staticDir: resolve(__dirname, '../localcloud/simulator/client'),
  })
  beforeEach(async () => {
    await cloud.reset({ keepProcesses: true })
    await cloud.control('people', { openid: 'o-member-1', name: '林晚', role: 'member' })
    await cloud.control('people', { openid: 'o-staff-1', name: '小赵', role: 'staff' })
    await cloud.setClock('2031-01-01T00:00:00Z')
  })

  test('a code that one phone shows is scanned by the other; an old one, any text and a store code as well', async () => {
    const { page, left, right } = await openPhones(cloud.url)
    await right.locator('#scan').click()
    await left.locator('#show').click()
    await page.locator('#right').getByText('林晚 · 正在出示').click()
    await says(right, 'scanned: code of o-member-1')

    await left.locator('body').evaluate(() => location.reload())
    await right.locator('#scan').click()
    await page
      .locator('#right')
      .getByText(/^林晚 · \d+ 秒前$/)
      .waitFor()
    await page.locator('#right').getByText('code of o-member-1').click()
    await says(right, 'scanned: code of o-member-1')

    await left.locator('#tell').click()
    await right.locator('#scan').click()
    await page.locator('#right').getByText('told code').click()
    await says(right, 'scanned: told code')

    await right.locator('#scan').click()
    await page.locator('#right').getByText('扫这个码').waitFor()
    await page.keyboard.type('a text')
    await page.keyboard.press('Enter')
    await says(right, 'scanned: a text')

    await left.locator('#scan').click()
    await page.locator('#left').getByText('扫这个码').waitFor()
    await page.keyboard.press('Escape')
    await page.locator('#left').getByText('扫这个码').waitFor({ state: 'hidden' })
    await says(left, '')

    await page.locator('#right').getByRole('button', { name: '扫一扫' }).click()
    await page.keyboard.type(`${cloud.url}/#/pages/home/index?scene=S1`)
    await page.keyboard.press('Enter')
    await right.getByText('o-staff-1 at #/pages/home/index?scene=S1').waitFor()
  })

  test('a wish to scan is taken from the client in a phone alone, and a phone that went elsewhere comes back', async () => {
    const { page, errors, left, right } = await openPhones(cloud.url)
    const wish = `<script>top.postMessage({ type: 'scan' }, '*')</script>`
    await right.locator('#scan').waitFor()
    await page.evaluate(() => postMessage({ type: 'scan' }, location.origin))
    await left.locator('body').evaluate((body, srcdoc) => {
      const stranger = Object.assign(document.createElement('iframe'), { srcdoc })
      const shown = new Promise((done) => (stranger.onload = done))
      body.append(stranger)
      return shown
    }, wish)
    await left.locator('body').evaluate((_, html) => location.replace(`data:text/html,<p>elsewhere</p>${html}`), wish)
    await left.getByText('elsewhere').waitFor()

    await right.locator('#scan').click()
    await page.locator('#right').getByText('扫这个码').waitFor()
    expect(await page.locator('#left').getByText('扫这个码').isVisible()).toBe(false)
    await page.locator('#left').getByRole('button', { name: '刷新' }).click()
    await left.locator('#scan').waitFor()
    expect(errors).toEqual([])
  })

  test('a person reads the messages that arrived, not the refused ones, and opens their page in the phone', async () => {
    await cloud.control('subscribe', { openid: 'o-member-1', templateIds: ['tier-upgraded'] })
    const message = { touser: 'o-member-1', templateId: 'tier-upgraded', page: 'pages/assets/tier' }
    const send = (word: string) =>
      cloud.call('probe', {
        operation: 'openapi',
        input: { api: 'subscribeMessage.send', data: { ...message, data: { phrase1: { value: word } } } },
      })
    await send('金卡')
    await send('钻石')

    const { page, left } = await openPhones(cloud.url)
    const inbox = page.locator('#inbox')
    await inbox.getByText('金卡').waitFor()
    await inbox.getByText('模板 tier-upgraded').waitFor()
    await inbox.getByText('2031-01-01 08:00:00').waitFor()
    await inbox.getByText('另有 1 条没有送达（43101）。').waitFor()
    expect(await inbox.getByText('钻石').count()).toBe(0)

    await inbox.getByRole('button', { name: '打开 pages/assets/tier' }).click()
    await left.getByText('o-member-1 at #/pages/assets/tier').waitFor()
    await page.getByRole('button', { name: '小赵 0' }).click()
    await inbox.getByText('小赵还没有收到消息，也没有支付。').waitFor()
  })

  test('a person pays in the phone and comes back to the client', async () => {
    const order = { body: '储值 100 元', outTradeNo: 'order-0001', totalFee: 10_001, functionName: 'notice' }
    const data = { ...order, subMchId: '1900000109', spbillCreateIp: '127.0.0.1', envId: 'local-1' }
    await cloud.call('probe', { operation: 'pay', input: { api: 'unifiedOrder', data } }, 'o-member-1')

    const { page, left } = await openPhones(cloud.url)
    await page.locator('#inbox').getByText('¥100.01').waitFor()
    await page.getByRole('button', { name: '打开付款页' }).click()
    await left.getByRole('button', { name: '支付' }).click()
    await page.getByText('支付 · 已支付').waitFor()
    await left.getByRole('link', { name: '返回' }).click()
    await left.getByText(/^o-member-1 at/).waitFor()
  })

  test('two phones of one member keep nothing in common, and each finds again what it kept', async () => {
    const { page, left, right } = await openPhones(cloud.url)
    await left.getByText('note: null').waitFor()
    await give(page, 'right', 'o-member-1')
    await right.getByText('note: null').waitFor()
    await page.locator('#left').getByRole('button', { name: '刷新' }).click()
    await left.getByText('note: of o-member-1').waitFor()
    await give(page, 'left', 'new')
    await left.getByText('note: null').waitFor()
  })
})

function says(screen: FrameLocator, text: string) {
  return screen
    .locator('#scanned')
    .filter({ hasText: new RegExp(`^${text}$`) })
    .waitFor({ state: 'attached' })
}
