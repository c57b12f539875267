const { createHash } = require('node:crypto')
const { asks, go, openPage, shows, startApp, tap, until, visited, words } = require('./support/simulator.cjs')

beforeAll(() => {
  // Whoever asks for less movement sees the result at once.
  window.matchMedia = () => ({ matches: true })
  startApp({
    vibrateShort: go('felt'),
    getUserCryptoManager: () => ({
      getRandomValues: ({ length, success }) => success({ randomValues: new Uint8Array(length).fill(0x5a).buffer }),
    }),
  })
})

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
  await until(() => words(page).includes('核对通过，结果没被改过'))
  expect(words(page)).toContain('重算一致')
  page.detach()
})
