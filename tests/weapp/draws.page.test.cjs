const { createHash } = require('node:crypto')
const { openPage, readReplies, startApp, tap, until } = require('./support/simulator.cjs')

const replies = readReplies()
const asked = []
const visited = []
const storage = new Map()
const go = (kind) => (options) => {
  visited.push(`${kind} ${options.url ?? ''}`.trim())
  options.success?.({ errMsg: 'ok' })
  options.complete?.({ errMsg: 'ok' })
}

beforeAll(() => {
  // Whoever asks for less movement sees the result at once.
  window.matchMedia = () => ({ matches: true })
  startApp({
    cloud: {
      init: jest.fn(),
      callFunction: async ({ name, data }) => {
        asked.push({ function: name, ...data })
        return { result: { ok: true, value: replies[data.operation] } }
      },
    },
    navigateTo: go('to'),
    navigateBack: go('back'),
    getStorageSync: (key) => storage.get(key) ?? '',
    setStorageSync: (key, value) => void storage.set(key, value),
    removeStorageSync: (key) => void storage.delete(key),
    getWindowInfo: () => ({ statusBarHeight: 47, windowWidth: 390, windowHeight: 844, pixelRatio: 3 }),
    getMenuButtonBoundingClientRect: () => ({ top: 51, height: 32, left: 296, width: 87, right: 383, bottom: 83 }),
    getAppBaseInfo: () => ({ language: 'zh_CN', theme: 'light' }),
    vibrateShort: go('felt'),
    getUserCryptoManager: () => ({
      getRandomValues: ({ length, success }) => success({ randomValues: new Uint8Array(length).fill(0x5a).buffer }),
    }),
  })
})

const words = (page) => page.dom.textContent
const shows = (text) => (page) => words(page).includes(text)
const asks = (operation) => asked.filter((one) => one.operation === operation)

test('a draw in WeChat fixes the phone’s own salt first, draws once and shows the prize', async () => {
  const page = await openPage('pages/draws/draw', shows('还有 2 次机会'), { draw: 'wheel' })
  expect(words(page)).toContain('本期结果可验证')
  await tap(page, '#draw-go')
  await until(() => words(page).includes('恭喜抽中'))
  const salt = '5a'.repeat(16)
  const saltHash = createHash('sha256').update(salt).digest('hex')
  expect(asks('draws.take-chance')).toMatchObject([{ function: 'member', input: { drawId: 'wheel', saltHash } }])
  expect(asks('draws.draw')).toMatchObject([{ input: { number: 1, salt } }])
  await tap(page, '#result-verify')
  await until(() => visited.some((one) => one.startsWith('to /pages/draws/proof?round=wheel.2026-01-01')))
  page.detach()
})

test('the result is worked out again in WeChat, by the phone’s own hashes', async () => {
  const page = await openPage('pages/draws/proof', shows('开抽前，我们先封好答案'), {
    round: 'wheel.2026-01-01',
    number: '1',
  })
  await tap(page, '#proof-go')
  await until(() => words(page).includes('封条一致'))
  expect(words(page)).toContain('重算一致')
  page.detach()
})
