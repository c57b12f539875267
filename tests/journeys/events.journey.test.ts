import { useShopFolder } from '../start/shop'
import { useBrowser } from '../support/browser'
import { lookAt } from '../support/look-at'

const shop = useShopFolder({ shared: true })
const browser = useBrowser()
let url = ''
beforeAll(async () => {
  ;({ url } = await shop.start('--port', '0'))
  // Loading the demonstration shop takes its time on a busy machine.
}, 180_000)

test('a member signs up with a guest, finds it among their own, gives it up again, and votes', async () => {
  const { page, errors } = await browser.phone()
  // Only once the list has gone under the page, and until it is on top again: pages slide, and none may be left halfway.
  const goBack = async () => {
    await page.locator('#part-votes').waitFor({ state: 'hidden' })
    await page.goBack()
    await page.locator('#part-votes').waitFor()
    await page.locator('.event__name').waitFor({ state: 'detached' })
  }
  await page.goto(`${url}/?as=o-lin-wan`)
  await page.locator('#tab-events').first().tap()
  await page.locator('#event-go-tea-garden').waitFor()
  await lookAt('events', page.locator('body'))

  await page.locator('#event-go-pour-over').tap()
  await page.locator('.event__name').getByText('手冲茶入门').waitFor()
  await lookAt('event-windows', page.locator('body'))
  await goBack()

  await page.locator('#event-go-tea-garden').tap()
  await page.locator('#people-more').tap()
  await page.locator('#event-due').getByText('¥98').waitFor()
  await page.locator('#event-go').tap()
  await page.getByText('已报名 2 人').first().waitFor()
  await lookAt('event-mine', page.locator('body'))
  await goBack()
  await page.locator('#part-mine').getByText('我报名的 1').waitFor()

  await page.locator('#part-mine').tap()
  await page.locator('#event-go-tea-garden').last().tap()
  await page.locator('#event-leave').tap()
  await page.locator('#leave-confirm').tap()
  await page.locator('#event-go').waitFor()
  await goBack()

  await page.locator('#part-votes').tap()
  await page.locator('#event-go-name-the-tea').tap()
  await page.locator('#option-mist').tap()
  await page.locator('#event-vote').tap()
  await page.locator('#event-vote').getByText('已投票').waitFor()
  await lookAt('vote', page.locator('body'))
  await goBack()

  await page.locator('#part-boards').tap()
  await page.locator('#board-month-points').waitFor()
  await lookAt('boards', page.locator('body'))
  expect(errors).toEqual([])
})

test('somebody who is no member reads an event by its link and is asked to join only to sign up', async () => {
  const { page } = await browser.phone()
  await page.goto(`${url}/?as=o-visitor-gu#/pages/play/event?event=tea-garden`)
  await page.locator('.event__name').getByText('亲子采茶半日').waitFor()
  await page.locator('#event-join').tap()
  await page.locator('#join-button').waitFor()
})
