import type { FrameLocator, Page } from 'playwright-core'
import { asManager, useShopFolder } from '../start/shop'
import { useBrowser } from '../support/browser'
import { lookAt } from '../support/look-at'
import { moveClock, scanShown, timeOf } from '../support/scan-shown'

const shop = useShopFolder({ shared: true })
const browser = useBrowser()

/** Two phones at the counter: on the left 叶知, on the right the clerk. */
let counter: { url: string; page: Page; errors: string[]; phone: FrameLocator; till: FrameLocator }
const minute = 60_000

beforeAll(async () => {
  const { url } = await shop.start('--port', '0')
  await publishDraw(url)
  const { page, errors } = await browser.phone()
  await page.setViewportSize({ width: 1360, height: 940 })
  // The wheel turns for four seconds; whoever asks for less movement sees where it stops at once.
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await page.goto(`${url}/__local/phone?left=o-ye-zhi&right=o-clerk-chen`)
  const [phone, till] = [page.frameLocator('#left iframe'), page.frameLocator('#right iframe')]
  counter = { url, page, errors, phone, till }
  // Loading the demonstration shop takes its time on a busy machine.
}, 180_000)

test('an order brings a chance', async () => {
  const { url, phone, till, page } = counter
  await till.locator('#join-browse').click()
  await till.locator('#me-staff').click()
  await phone.locator('#home-code').click()
  await phone.locator('#code-qr').waitFor()
  await till.locator('#staff-scan').click()
  await scanShown(page, url)
  await till.locator('#customer-pay').click()
  for (const key of ['3', '0']) await till.locator(`#key-${key}`).click()
  await till.locator('#pay-confirm').click()
  await till.getByText('+30 积分').waitFor()
  await goTo('pages/me/index')
  await phone.locator('#me-draws').click()
  await phone.locator('#draw-counter').getByText('1 次机会').waitFor()
  await look('list')
})

test('the chance is drawn, and the prize is in the wallet', async () => {
  const { phone } = counter
  await phone.locator('#draw-counter').click()
  await phone.getByText('还有 1 次机会').waitFor()
  await look('draw')
  await phone.locator('#draw-prizes').click()
  await phone.getByText('100%').waitFor()
  await look('prizes')
  await phone.locator('#sheet-close').click()
  await phone.locator('#draw-go').click()
  await phone.locator('#result-prize').getByText('减 5 元').waitFor()
  await look('won')
  await phone.locator('#result-see').click()
  await phone.getByText('减 5 元券').last().waitFor()
  await look('wallet')
})

test('once the round is closed the phone works the result out again', async () => {
  const { phone, errors } = counter
  await goTo('pages/draws/mine')
  await phone.getByText('1 号 · 第 1 个开奖').last().click()
  await phone.locator('#proof-verdict').getByText('结束后才能核对').waitFor()
  await moveClock(counter.url, { advanceMs: 2 * 24 * 60 * minute })
  await goTo('pages/home/index')
  await goTo('pages/draws/mine')
  await phone.getByText('1 号 · 第 1 个开奖').last().click()
  await phone.locator('#proof-go').last().click()
  await phone.getByText('核对通过，结果没被改过').waitFor()
  await look('proof')
  expect(errors).toEqual([])
})

/** The manager adds a draw of one day that everybody wins, with a chance for an order of ¥30. */
async function publishDraw(url: string): Promise<void> {
  const now = await timeOf(url)
  const today = new Date(now + 8 * 3_600_000).toISOString().slice(0, 10)
  const { live, newest } = await asManager(url, 'programmes.read')
  const draw = {
    id: 'counter',
    name: { zh: '柜台抽奖', en: 'Counter draw' },
    form: 'wheel',
    when: { kind: 'dates', from: today, to: today },
    forVisitors: false,
    chances: [{ kind: 'purchase', fromFen: 3_000, chances: 1 }],
    prizes: [
      { id: 'five', name: { zh: '减 5 元', en: '¥5 off' }, weight: 1, gives: { kind: 'money-off', offFen: 500 } },
      { id: 'nothing', name: { zh: '谢谢参与', en: 'Nothing' }, weight: 0, gives: null },
    ],
    outOf: 1,
  }
  const draft = JSON.stringify({ ...live.programme, draws: [...(live.programme.draws ?? []), draw] })
  const effectiveAt = new Date(now + 6 * minute).toISOString()
  await asManager(url, 'programmes.publish', { draft, effectiveAt, basedOn: newest })
  await moveClock(url, { advanceMs: 12 * minute })
}

function goTo(path: string): Promise<void> {
  return counter.phone.locator('body').evaluate((_, to) => location.assign(`#/${to}`), path)
}

function look(name: string): Promise<void> {
  return lookAt(`draws-${name}`, counter.phone.owner())
}
