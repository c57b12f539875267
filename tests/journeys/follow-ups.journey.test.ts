import { randomUUID } from 'node:crypto'
import { useShopFolder } from '../start/shop'
import { useBrowser, type Phone } from '../support/browser'
import { lookAt } from '../support/look-at'

const shop = useShopFolder({ shared: true })
const browser = useBrowser()
const clerk = 'o-clerk-chen'
const number = '13900000321'
let url = ''
beforeAll(async () => {
  ;({ url } = await shop.start('--port', '0'))
}, 180_000)

async function ask(name: string, openid: string, operation: string, input: object): Promise<any> {
  const response = await fetch(`${url}/call/${name}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-local-openid': openid },
    body: JSON.stringify({ operation, input, requestId: randomUUID() }),
  })
  const reply = (await response.json()) as any
  if (!reply.ok) throw new Error(`${operation}: ${reply.refusal.code}`)
  return reply.value
}

const control = async (path: string, body?: object) => {
  const init = body ? { method: 'POST', body: JSON.stringify(body) } : {}
  return (await fetch(`${url}/__local/${path}`, init)).json() as Promise<any>
}

/** Time goes by, and the timer fires as it would have. */
async function hoursPass(hours: number): Promise<void> {
  await control('clock', { advanceMs: hours * 3_600_000 })
  for (let times = 0; times < 3; times += 1) await control('timers', { function: 'clock' })
}

async function openAs(openid: string, page: string, more: object = {}): Promise<Phone> {
  const phone = await browser.phone(more)
  await phone.page.goto(`${url}/?as=${openid}#/pages/${page}`)
  return phone
}

test('an employee begins a follow-up, writes a call down and moves its date; what is late is told to the head', async () => {
  const { stores } = await ask('staff', clerk, 'staff.me', {})
  const { terms } = await ask('member', 'o-nobody', 'shop.welcome', {})
  const consent = { termsVersion: terms.termsVersion, privacyVersion: terms.privacyVersion, adult: true }
  const { customer } = await ask('staff', clerk, 'staff.enrol', {
    storeId: stores[0].id,
    phone: number,
    name: '沈言',
    consent,
  })
  const taskId = (key: string) => `task:${customer.accountId}:new-guest:1:${key}`

  const { page, errors } = await openAs(clerk, 'staff/index')
  await page.locator('#staff-type').tap()
  await page.locator('#type-code input').fill(number)
  await page.locator('#type-submit').tap()
  await page.locator('#customer-journeys').tap()
  await page.locator('#begin-joined').waitFor()
  await lookAt('journey-begin', page.locator('body'))
  await page.locator('#journey-begin').tap()
  await page.locator('#anchor-joined').waitFor()
  await lookAt('journey', page.locator('body'))

  // Seven days and a bit: the first call is late and known to the head, the second is due.
  await hoursPass(24 * 8 + 12)
  const second = await openAs(clerk, `staff/task?task=${taskId('week-2:0')}`)
  await second.page.locator('#task-save').waitFor()
  await second.page.getByText('已报店长').waitFor()
  await second.page.locator('#result-connected').tap()
  await second.page.locator('#result-keen').tap()
  await second.page.locator('#task-note textarea').fill('喜欢清淡的，周日想带妈妈来上课。')
  await second.page.locator('#task-next').tap()
  await second.page.locator('#when-done').waitFor()
  await lookAt('task-when', second.page.locator('body'))
  await second.page.locator('#when-done').tap()
  await second.page.locator('#when-done').waitFor({ state: 'detached' })
  await lookAt('task', second.page.locator('body'))
  const dark = await openAs(clerk, `staff/task?task=${taskId('week-2:0')}`, { dark: true, language: 'en' })
  await dark.page.locator('#task-save').waitFor()
  await lookAt('task-dark', dark.page.locator('body'))
  await second.page.locator('#task-save').tap()
  await second.page.locator('#task-save').waitFor({ state: 'detached' })
  await second.page.getByText('喜欢清淡的，周日想带妈妈来上课。').waitFor()
  await lookAt('task-done', second.page.locator('body'))

  const bench = await openAs(clerk, 'staff/index')
  await bench.page.getByText('今天要跟进').waitFor()
  await lookAt('workbench-tasks', bench.page.locator('body'))
  await bench.page.locator('#staff-tasks').tap()
  await bench.page.locator('#chip-mine-coming').waitFor()
  await lookAt('tasks', bench.page.locator('body'))

  await second.page.locator('#task-journey').tap()
  await second.page.locator('#anchor-joined').tap()
  await second.page.locator('#when-before').waitFor()
  await second.page.locator('#when-done').tap()
  // The pages below in the stack say it too, where nobody sees them.
  await second.page.getByText('日期已改').last().waitFor()
  await lookAt('journey-moved', second.page.locator('body'))

  const heads = await openAs('o-manager-zhou', `staff/tasks?store=${stores[0].id}`)
  await heads.page.locator('#chip-head-now').tap()
  await heads.page.getByText('第一周回访').waitFor()
  await lookAt('tasks-head', heads.page.locator('body'))
  const board = await openAs('o-manager-zhou', 'manager/journeys')
  await board.page.locator('#kept-new-guest').waitFor()
  await lookAt('kept', board.page.locator('body'))
  const boardDark = await openAs('o-manager-zhou', 'manager/journeys', { dark: true, language: 'en' })
  await boardDark.page.locator('#kept-new-guest').waitFor()
  await lookAt('kept-dark', boardDark.page.locator('body'))
  expect([...errors, ...second.errors, ...bench.errors, ...heads.errors, ...board.errors]).toEqual([])
})
