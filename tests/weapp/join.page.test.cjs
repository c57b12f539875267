const {
  replies,
  asks,
  openPage,
  send,
  shows,
  startApp,
  storage,
  tap,
  type,
  until,
  visited,
  words,
} = require('./support/simulator.cjs')

const answers = []
let member = false
let askPrivacy

/** The cloud of a visitor, until they have joined. */
function answer({ operation }) {
  if (operation === 'home.read' && !member) return { ok: false, refusal: { code: 'not_enrolled', message: '' } }
  if (operation === 'members.enrol') member = true
  const home = { ...replies['members.enrol'] }
  delete home.joined
  return { ok: true, value: operation === 'home.read' ? home : replies[operation] }
}

beforeAll(() =>
  startApp({
    answer,
    onNeedPrivacyAuthorization: (handler) => {
      askPrivacy = handler
    },
    openPrivacyContract: () => undefined,
  }),
)

const last = (operation) => asks(operation).at(-1)

test('a visitor in WeChat agrees, gives the number by WeChat’s own button, and is welcomed with card and gifts', async () => {
  const landing = await openPage('pages/home/index', shows('加入屿间茶舍'), { scene: 'PSR2%2CX5' })
  expect(last('shop.welcome')).toMatchObject({ function: 'member', input: { scene: 'PSR2,X5' } })
  for (const text of ['建国西路店', '入会积分', '可抵 1 元', '生日饮品', '银卡起 9 折'])
    expect(words(landing)).toContain(text)

  await tap(landing, '#join-button')
  await until(() => landing.querySelector('#agree-privacy'))
  expect(words(landing)).toContain('微信《用户隐私保护指引》')
  await send(landing, '#agree-privacy', 'agreeprivacyauthorization')
  await until(() => landing.querySelector('#join-phone'))
  expect(last('members.enrol')).toBeUndefined()

  askPrivacy((given) => answers.push(given), {})
  await until(() => landing.querySelector('#agree-privacy'))
  await send(landing, '#agree-privacy', 'agreeprivacyauthorization')
  expect(answers).toEqual([{ event: 'agree', buttonId: 'agree-privacy' }])

  await send(landing, '#join-phone', 'getphonenumber', { code: 'code_1', errMsg: 'getPhoneNumber:ok' })
  await until(() => visited.includes('to /pages/welcome/index'))
  expect(last('members.enrol').input).toEqual({
    consent: { termsVersion: '2026.04', privacyVersion: '2026.05', adult: true },
    phone: { kind: 'wechat', code: 'code_1' },
    scene: 'PSR2,X5',
  })
  await until(() => words(landing).includes('普通会员'))
  landing.detach()

  const welcome = await openPage('pages/welcome/index', shows('第 28,614 位会员'))
  for (const text of ['欢迎你', 'No. 8826 0173', '100 积分', '已到账', '见权益']) expect(words(welcome)).toContain(text)
  await tap(welcome, '#welcome-name')
  await until(() => welcome.querySelector('#name-text'))
  await type(welcome, '#name-text', '小满')
  await tap(welcome, '#name-save')
  await until(() => words(welcome).includes('欢迎你，小满'))
  expect(last('members.rename').input).toEqual({ name: '小满' })
  await tap(welcome, '#welcome-code')
  expect(visited.at(-1)).toBe('to /pages/code/index')
  welcome.detach()
})

test('an employee in WeChat enrols a customer whose consent they tick, and serves them', async () => {
  const page = await openPage('pages/staff/enrol', shows('让客人自己扫'))
  await until(() => storage.has('reply:shop.welcome {}'))
  await type(page, '#enrol-phone', '13800138000')
  await tap(page, '#enrol-consent')
  await until(() => page.querySelector('.check-box__mark--on'))
  await tap(page, '#enrol-submit')
  await until(() => visited.includes('instead /pages/staff/customer'))
  expect(last('staff.enrol')).toMatchObject({
    function: 'staff',
    input: { storeId: 'jianguo', phone: '13800138000', consent: { termsVersion: '2026.04', adult: true } },
  })
  await tap(page, '#store-code')
  await until(() => page.querySelector('#store-code-picture'))
  page.detach()
})
