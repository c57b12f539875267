const { asks, go, openPage, shows, startApp, tap, until, visited, words } = require('./support/simulator.cjs')

beforeAll(() => startApp({ vibrateShort: go('felt') }))

test('the mall in WeChat swaps a reward at the member’s own price, once, and leads to what was swapped for', async () => {
  const page = await openPage('pages/mall/index', shows('可用积分'))
  for (const text of ['2,480', '明前龙井 50g', '1,600', '2,000', '银卡价', '仅剩 4 罐', '兑完了']) {
    expect(words(page)).toContain(text)
  }
  await tap(page, '#reward-longjing')
  await until(() => words(page).includes('2,480 − 1,600 = 880'))
  await tap(page, '#swap-confirm')
  await until(() => visited.includes('to /pages/assets/exchanges'))
  expect(asks('rewards.redeem')).toMatchObject([
    { function: 'member', input: { rewardId: 'longjing', count: 1, points: 1600, handing: { way: 'store' } } },
  ])
  page.detach()

  const exchanges = await openPage('pages/assets/exchanges', shows('待领取'))
  expect(words(exchanges)).toContain('建国西路店 · 6 月 20 日前')
  exchanges.detach()
})

test('the page of check-ins in WeChat checks in once and then shows the longer streak', async () => {
  const page = await openPage('pages/play/checkin', shows('签到，得 30 积分'))
  expect(words(page)).toContain('2026 年 5 月')
  await tap(page, '#checkin-go')
  await until(() => words(page).includes('今天已签到，明天再来'))
  await tap(page, '#checkin-go')
  expect(asks('checkins.check-in')).toHaveLength(1)
  page.detach()
})

test('the parcels in WeChat show to whom each goes', async () => {
  const page = await openPage('pages/staff/parcels', shows('林小满'))
  await tap(page, '#parcel-9')
  await until(() => words(page).includes('建国西路 1 号'))
  page.detach()
})

test('the events in WeChat say whose time it is, and lead to the page of each', async () => {
  const page = await openPage('pages/events/index', shows('手冲茶入门'))
  for (const text of ['银卡优先 · 明天 10:00 截止', '剩 6 / 24 席', '5 月 25 日 10:00 向你开放', '已满 · 可候补']) {
    expect(words(page)).toContain(text)
  }
  await tap(page, '#event-go-pour-over')
  await until(() => visited.includes('to /pages/play/event?event=pour-over'))
  page.detach()
})

test('an event in WeChat takes a sign-up for two at their price, once', async () => {
  const page = await openPage('pages/play/event', shows('银卡 · 你'), { event: 'pour-over' })
  await tap(page, '#people-more')
  await until(() => words(page).includes('需付100'))
  await tap(page, '#event-go')
  await until(() => asks('events.sign-up').length > 0)
  expect(asks('events.sign-up')).toMatchObject([{ function: 'member', input: { eventId: 'pour-over', guests: 1 } }])
  page.detach()
})
