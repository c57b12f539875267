const { readFileSync } = require('node:fs')
const {
  asked,
  cloudStarted,
  openPage,
  shows,
  startApp,
  storage,
  tap,
  until,
  visited,
  words,
} = require('./support/simulator.cjs')

beforeAll(() => startApp())

test('home in WeChat shows the member of the reply and the way to the next tier', async () => {
  const page = await openPage('pages/home/index', shows('银卡会员'))
  for (const text of ['屿间茶舍', '林小满', 'No. 8826 0173', '¥320', '升级金卡', '2,480', '出示会员码']) {
    expect(words(page)).toContain(text)
  }
  expect(cloudStarted).toHaveBeenCalled()
  expect(asked[0]).toMatchObject({ function: 'member', operation: 'home.read', input: {}, language: 'zh-CN' })
  page.detach()
})

test('home in WeChat leads to the member code and on', async () => {
  const page = await openPage('pages/home/index', shows('银卡会员'))
  await tap(page, '#home-code')
  await tap(page, '#quick-points')
  await tap(page, '#quick-tier')
  await tap(page, '#tab-me')
  expect(visited).toEqual([
    'to /pages/code/index',
    'to /pages/assets/points',
    'to /pages/assets/tier',
    'tab /pages/me/index',
  ])
  page.detach()
})

test('points in WeChat show every row, change filter and list what expires', async () => {
  const page = await openPage('pages/assets/points', shows('可用积分'))
  for (const text of [
    '¥24.80',
    '2026 年 5 月',
    '到店消费 ¥85.50',
    '今天 12:06 · 建国西路店 · 银卡 1.5 倍',
    '+128',
    '余 2,480',
  ]) {
    expect(words(page)).toContain(text)
  }
  await tap(page, '#chip-used')
  await until(() => asked.some(({ input }) => input.filter === 'used'))
  await tap(page, '#chip-expiring')
  await until(() => words(page).includes('8 月 31 日到期'))
  page.detach()
})

test('the tier page in WeChat answers a tap on another tier', async () => {
  const page = await openPage('pages/assets/tier', shows('银卡权益'))
  await tap(page, '#step-gold')
  await until(() => words(page).includes('金卡权益'))
  page.detach()
})

test('我的 in WeChat changes the language at once and remembers it', async () => {
  const page = await openPage('pages/me/index', shows('语言'))
  await tap(page, '#setting-language')
  await until(() => page.querySelector('#choice-en'))
  await tap(page, '#choice-en')
  await until(() => words(page).includes('Text size'))
  expect(storage.get('settings')).toMatchObject({ language: 'en' })
  await tap(page, '#choice-zh-CN')
  await until(() => words(page).includes('文字大小'))
  page.detach()
})

test('what assistive technology is told reaches the attributes of the page template', async () => {
  const template = readFileSync('dist/client/base.wxml', 'utf8')
  const slotOf = (name) => new RegExp(`aria-${name}="{{i\\.(\\w+)}}"`).exec(template)?.[1]
  const page = await openPage('pages/assets/points', shows('可用积分'))
  const chip = nodeOf(page.instance.data.root, 'chip-all')
  expect(chip[slotOf('role')]).toBe('tab')
  expect(chip[slotOf('label')]).toBe('全部')
  expect(chip[slotOf('selected')]).toBe(true)
  for (const name of ['checked', 'disabled', 'hidden', 'live', 'valuenow']) expect(slotOf(name)).toBeTruthy()
  page.detach()
})

/** A node of the page's data by its id. */
function nodeOf(node, id) {
  if (node?.uid === id) return node
  for (const child of node?.cn ?? []) {
    const found = nodeOf(child, id)
    if (found) return found
  }
  return null
}
