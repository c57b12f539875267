const { createHmac } = require('node:crypto')
const {
  good,
  openPage,
  replies,
  shows,
  startApp,
  tap,
  until,
  visited,
  words,
  asked,
} = require('./support/simulator.cjs')

const screen = []
const [card] = replies['cards.mine'].cards

/** The cloud's clock is this machine's: the phone takes its own from the cloud. */
function answer({ operation }) {
  const value = { ...replies[operation] }
  const soon = new Date(Date.now() + 300_000).toISOString()
  if (value.serverAt) value.serverAt = new Date().toISOString()
  if (value.at) value.at = new Date().toISOString()
  if (value.goodUntil) value.goodUntil = soon
  if (value.undoUntil) value.undoUntil = soon
  return { ok: true, value }
}

beforeAll(() =>
  startApp({
    answer,
    getScreenBrightness: good({ value: 0.4 }),
    setScreenBrightness: (options) => {
      screen.push(options.value)
      good()(options)
    },
    setKeepScreenOn: good(),
    onUserCaptureScreen: () => undefined,
    offUserCaptureScreen: () => undefined,
    scanCode: good({ result: 'CL1.4021736658.zb8u0.abababababababababab' }),
  }),
)

const hmac = (text) => createHmac('sha256', card.secret).update(text)

/** The eight digits of RFC 6238 and the text of the QR code at a step, worked out anew. */
function codeAt(step) {
  const counter = Buffer.alloc(8)
  counter.writeBigUInt64BE(BigInt(step))
  const digest = hmac(counter).digest()
  const digits = (digest.readUInt32BE(digest[31] & 15) & 0x7fffffff) % 100_000_000
  return card.cardNo + String(digits).padStart(8, '0')
}

test('the member code in WeChat holds the digits of RFC 6238, in a bright screen that is put back', async () => {
  const page = await openPage('pages/code/index', shows('秒后自动更新'))
  const step = Math.floor(Date.now() / 30_000)
  const shown = words(page).replace(/\s/g, '')
  expect([codeAt(step - 1), codeAt(step)].some((digits) => shown.includes(digits))).toBe(true)
  const pictures = page.querySelector('#code-panel').dom.innerHTML
  expect(pictures.match(/wx-image/g).length).toBeGreaterThan(2)
  await until(() => screen.length === 1)
  page.detach()
  await until(() => screen.length === 2)
  expect(screen).toEqual([1, 0.4])
})

test('the till in WeChat scans, takes a payment and undoes it', async () => {
  const workbench = await openPage('pages/staff/index', shows('扫会员码'))
  expect(words(workbench)).toContain('建国西路店')
  await tap(workbench, '#staff-scan')
  await until(() => visited.includes('to /pages/staff/customer'))
  expect(asked.at(-1)).toMatchObject({ function: 'staff', operation: 'staff.scan', input: { storeId: 'jianguo' } })
  workbench.detach()

  const customer = await openPage('pages/staff/customer', shows('内可操作'))
  for (const text of ['林小满', '银卡 · 9 折', '2,480', '距金卡']) expect(words(customer)).toContain(text)
  await tap(customer, '#customer-pay')
  expect(visited.at(-1)).toBe('to /pages/staff/payment')
  customer.detach()

  const payment = await openPage('pages/staff/payment', shows('小票金额'))
  for (const key of ['1', '2', '8', 'point', '00']) await tap(payment, `#key-${key}`)
  await until(() => words(payment).includes('确认收款 ¥115.20'))
  expect(words(payment)).toContain('这单可得 172 积分')
  await tap(payment, '#pay-confirm')
  await until(() => visited.includes('instead /pages/staff/receipt'))
  expect(asked.at(-1)).toMatchObject({
    function: 'staff',
    operation: 'staff.accrue',
    input: { amountFen: 12800, dueFen: 11520 },
  })
  payment.detach()

  const receipt = await openPage('pages/staff/receipt', shows('已收款'))
  expect(words(receipt)).toContain('+172 积分')
  await tap(receipt, '#undo')
  await until(() => receipt.querySelector('#undo-confirm'))
  await tap(receipt, '#undo-confirm')
  await until(() => words(receipt).includes('已撤销'))
  expect(asked.at(-1)).toMatchObject({
    operation: 'staff.undo',
    input: { orderId: 'till-0c2f6f0e-9a41-4b52-8d07-71be5a2605d1' },
  })
  receipt.detach()
})
