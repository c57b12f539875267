import { act, fireEvent, screen, waitFor } from '@testing-library/react'
import HomePage from '../../client/src/pages/home/index'
import { hearPrivacy } from '../../client/src/kit/privacy'
import { openPage, Refusal, takePhone, unreachable, type Asked } from './support/phone'
import { home, newHome, replies, welcome } from './support/replies'

const shop = ({ operation }: Asked) => replies[operation as keyof typeof replies]
const stranger = new Refusal('not_enrolled', '你还不是会员')
/** The cloud of a visitor; what a test says differently stands in `own`, by operation. */
const visitor =
  (own: { [operation: string]: unknown } = {}) =>
  (asked: Asked) =>
    own[asked.operation] ?? (asked.operation === 'home.read' ? stranger : shop(asked))
const byPhone = (phone: Partial<typeof welcome.phone>) => ({
  'shop.welcome': { ...welcome, phone: { ...welcome.phone, ...phone } },
})
const words = () => document.body.textContent ?? ''
const press = (id: string) => fireEvent.click(document.getElementById(id)!)
const type = (id: string, value: string) => fireEvent.change(document.getElementById(id)!, { target: { value } })
const there = (id: string) => document.getElementById(id) !== null
const ticked = () => document.getElementById('join-consent')?.getAttribute('aria-checked')
const asks = (asked: Asked[], name: string) => asked.filter(({ operation }) => operation === name)
const urls = (visited: { url?: string }[]) => visited.map(({ url }) => url)
const consent = { ...welcome.terms, adult: true }

/** At the landing page, opened by the code of a store if there is a scene. */
async function landed(cloud: (asked: Asked) => unknown = visitor(), scene?: string) {
  const phone = takePhone(cloud)
  if (scene) phone.openedWith({ scene })
  openPage(HomePage)
  await screen.findByText('加入屿间茶舍')
  return phone
}

/** The box is ticked, and WeChat's button has given a code for the number. */
async function joined(cloud: (asked: Asked) => unknown = visitor(), scene?: string) {
  const phone = await landed(cloud, scene)
  press('join-consent')
  phone.gives({ code: 'code_1' })
  press('join-phone')
  await waitFor(() => expect(asks(phone.asked, 'members.enrol')).toHaveLength(1))
  return phone
}

describe('the landing page', () => {
  it('says what there is at once and later, in figures of this shop alone, and ticks no box', async () => {
    await landed()
    for (const shown of [
      '建国西路店加入屿间茶舍',
      '100积分入会积分可抵 1 元',
      '生日饮品普通会员就有',
      '会员价银卡起 9 折',
      '攒积分1 元 = 1 积分',
      '优先席银卡起',
    ]) {
      expect(words()).toContain(shown)
    }
    expect(ticked()).toBe('false')
  })

  it('shows a card where joining brings nothing else, and no column that this shop does not have', async () => {
    const [first] = welcome.tiers
    const plain = { ...welcome, enrolmentPoints: 0, tiers: [{ ...first!, pointsPerYuan: 0, benefits: [] }] }
    await landed(visitor({ 'shop.welcome': plain }))
    expect(words()).toContain('1张电子会员卡')
    expect(words()).not.toMatch(/会员价|攒积分|入会积分/)
  })

  it('names the employee whose code it was', async () => {
    const from = { ...welcome.from!, staffName: '陈一诺' }
    await landed(visitor({ 'shop.welcome': { ...welcome, from } }))
    expect(words()).toContain('建国西路店 · 陈一诺 推荐')
  })

  it('keeps what the code carried until the person has joined, after the app was closed as well', async () => {
    const phone = await landed(visitor(), 'PSR2,X5')
    expect(asks(phone.asked, 'shop.welcome')[0]?.input).toEqual({ scene: 'PSR2,X5' })
    document.body.innerHTML = ''
    phone.restart()
    phone.openedWith({})
    openPage(HomePage)
    await waitFor(() => expect(there('join-consent')).toBe(true))
    press('join-consent')
    phone.gives({ code: 'code_1' })
    press('join-phone')
    await waitFor(() => expect(urls(phone.visited)).toEqual(['/pages/welcome/index']))
    expect(asks(phone.asked, 'members.enrol')[0]?.input).toMatchObject({ scene: 'PSR2,X5' })
    expect(phone.storage.has('scene')).toBe(false)
  })

  it.each([
    ['that the cloud does not know', 'OLDCODE', { 'shop.welcome': { ...welcome, from: null, sceneKnown: false } }],
    ['that no code can carry', '加入', {}],
  ])('says of a scene %s that it is none of ours, and joins without it', async (_, scene, own) => {
    const { asked } = await joined(visitor(own), scene)
    expect(words()).toContain('这个二维码不是本店的，或已失效，可以继续加入')
    expect(asks(asked, 'members.enrol')[0]?.input).toEqual({ consent, phone: { kind: 'wechat', code: 'code_1' } })
  })

  it('leads on without joining, and staff to their workbench', async () => {
    const phone = takePhone(visitor())
    phone.storage.set('reply:staff.me {}', { at: Date.now(), value: replies['staff.me'] })
    openPage(HomePage)
    await screen.findByText('加入屿间茶舍')
    press('join-browse')
    press('join-staff')
    expect(urls(phone.visited)).toEqual(['/pages/me/index', '/pages/staff/index'])
    expect(asks(phone.asked, 'staff.me')).toHaveLength(0)
  })
})

describe('consent', () => {
  it('is asked for by a sheet that names both texts with their versions before anything is sent', async () => {
    const { asked } = await landed()
    press('join-button')
    for (const shown of ['《会员章程》2026.04 版', '《隐私政策》2026.05 版', '已满 18 周岁', '你的手机号']) {
      expect(words()).toContain(shown)
    }
    press('consent-terms')
    expect(await screen.findByText('积分不是钱。')).toBeTruthy()
    expect(asks(asked, 'members.enrol')).toHaveLength(0)
  })

  it('is not taken from somebody who declines', async () => {
    const { asked } = await landed()
    press('join-button')
    press('consent-decline')
    expect([there('agree-privacy'), ticked(), there('join-phone')]).toEqual([false, 'false', false])
    expect(asks(asked, 'members.enrol')).toHaveLength(0)
  })

  it('by the sheet ticks the box and puts WeChat’s own button where the button was', async () => {
    await landed()
    press('join-button')
    press('agree-privacy')
    expect([ticked(), there('join-phone'), there('join-button')]).toEqual(['true', true, false])
  })

  it('answers WeChat’s own question as well, by the very button that was tapped', async () => {
    hearPrivacy()
    const phone = await landed()
    press('join-consent')
    const answers: unknown[] = []
    act(() => phone.askPrivacy((answer) => answers.push(answer)))
    press('agree-privacy')
    act(() => phone.askPrivacy((answer) => answers.push(answer)))
    press('consent-decline')
    expect(answers).toEqual([{ event: 'agree', buttonId: 'agree-privacy' }, { event: 'disagree' }])
  })

  it('to a version that is no longer in force is given anew', async () => {
    const phone = await joined(visitor({ 'members.enrol': new Refusal('consent_outdated', '会员章程有更新') }))
    expect(await screen.findByText('会员章程有更新')).toBeTruthy()
    await waitFor(() => expect(asks(phone.asked, 'shop.welcome')).toHaveLength(2))
    expect([ticked(), there('join-phone')]).toEqual(['false', false])
  })
})

describe('joining by the phone’s own number', () => {
  it('sends consent, code and scene once, and welcomes; the home below is the member’s', async () => {
    const phone = await joined(visitor(), 'PSR2NJX5HNZ2JIYQ')
    await waitFor(() => expect(urls(phone.visited)).toEqual(['/pages/welcome/index']))
    expect(asks(phone.asked, 'members.enrol').map(({ input }) => input)).toEqual([
      { consent, phone: { kind: 'wechat', code: 'code_1' }, scene: 'PSR2NJX5HNZ2JIYQ' },
    ])
    expect(await screen.findByText('普通会员')).toBeTruthy()
  })

  it('tells somebody who was a member already so, and welcomes nobody twice', async () => {
    const phone = await joined(visitor({ 'members.enrol': { ...home, joined: null } }))
    expect(await screen.findByText('你已经是会员了')).toBeTruthy()
    expect(words()).toContain('银卡会员')
    expect(phone.visited).toEqual([])
  })

  it('asks again with the same words and the same id when no answer came', async () => {
    const phone = await joined(visitor({ 'members.enrol': unreachable }))
    expect(await screen.findByText(/再点一次会接着问，不会重复加入/)).toBeTruthy()
    phone.serve(visitor())
    press('join-button')
    await waitFor(() => expect(urls(phone.visited)).toEqual(['/pages/welcome/index']))
    const [first, second] = asks(phone.asked, 'members.enrol')
    expect([second?.input, second?.requestId]).toEqual([first?.input, first?.requestId])
  })

  it('asks WeChat for a new code when the cloud found the first one over', async () => {
    const phone = await joined(visitor({ 'members.enrol': new Refusal('phone_code_over', '验证已过期，请再点一次') }))
    expect(await screen.findByText('验证已过期，请再点一次')).toBeTruthy()
    phone.serve(visitor())
    phone.gives({ code: 'code_2' })
    press('join-phone')
    await waitFor(() => expect(asks(phone.asked, 'members.enrol')).toHaveLength(2))
    expect(asks(phone.asked, 'members.enrol')[1]?.input).toMatchObject({ phone: { code: 'code_2' } })
  })

  it('needs no number where the programme needs none', async () => {
    const phone = await landed(visitor(byPhone({ needed: false })))
    expect(words()).toContain('一键加入')
    press('join-button')
    press('agree-privacy')
    await waitFor(() => expect(asks(phone.asked, 'members.enrol')[0]?.input).toEqual({ consent }))
  })

  it.each([{ errMsg: 'getPhoneNumber:fail user deny' }, { errMsg: 'getPhoneNumber:fail', errno: 1400001 }])(
    'goes on by hand when WeChat gives none: %o',
    async (answer) => {
      const phone = await landed()
      press('join-consent')
      phone.gives(answer)
      press('join-phone')
      expect(words()).toContain('没关系，可以手动输入手机号')
      expect(there('typed-number')).toBe(true)
      expect(asks(phone.asked, 'members.enrol')).toHaveLength(0)
    },
  )

  it('says that there was none where the shop sends no text messages', async () => {
    const phone = await landed(visitor(byPhone({ byText: false })))
    expect(there('join-other')).toBe(false)
    press('join-consent')
    phone.gives({ errMsg: 'getPhoneNumber:fail user deny' })
    press('join-phone')
    expect(words()).toContain('没有拿到手机号，可以再试一次')
    expect(there('typed-number')).toBe(false)
  })
})

describe('joining by a typed number', () => {
  async function typing(own: { [operation: string]: unknown } = {}) {
    const phone = await landed(visitor(own))
    press('join-other')
    press('agree-privacy')
    return phone
  }
  async function typed(own: { [operation: string]: unknown } = {}) {
    const phone = await typing(own)
    type('typed-number', '138 0013 8000')
    press('typed-send')
    await waitFor(() => expect(asks(phone.asked, 'members.send-code')).toHaveLength(1))
    return phone
  }

  it('says under the field what is wrong with it once it is left, and sends nothing', async () => {
    const { asked } = await typing()
    type('typed-number', '1380000')
    expect(words()).not.toContain('少了')
    fireEvent.blur(document.getElementById('typed-number')!)
    expect(words()).toContain('少了 4 位数字，请填完整')
    press('typed-send')
    type('typed-number', '12800138000')
    expect(words()).toContain('这不是手机号，请核对')
    press('typed-join')
    expect(words()).toContain('验证码是 6 位数字')
    expect(asked.some(({ operation }) => operation.startsWith('members.'))).toBe(false)
  })

  it('asks for a code and says for how many seconds not for another, whatever the phone’s clock', async () => {
    const { asked } = await typed()
    expect(asks(asked, 'members.send-code')[0]?.input).toEqual({ number: '13800138000' })
    expect(await screen.findByText(/^(60|59) 秒后重发$/)).toBeTruthy()
    press('typed-send')
    expect(asks(asked, 'members.send-code')).toHaveLength(1)
  })

  it('joins with number and code', async () => {
    const { asked, visited } = await typed()
    type('typed-code', '123456')
    press('typed-join')
    await waitFor(() => expect(urls(visited)).toEqual(['/pages/welcome/index']))
    expect(asks(asked, 'members.enrol')[0]?.input).toEqual({
      consent,
      phone: { kind: 'text', number: '13800138000', code: '123456' },
    })
  })

  it('says a refusal in the form, and keeps what was typed', async () => {
    await typed({
      'members.enrol': new Refusal('text_code_wrong', '验证码不对，请核对'),
      'members.send-code': new Refusal('text_too_soon', '刚发过，请稍等'),
    })
    expect(await screen.findByText('刚发过，请稍等')).toBeTruthy()
    type('typed-code', '123456')
    press('typed-join')
    expect(await screen.findByText('验证码不对，请核对')).toBeTruthy()
    expect((document.getElementById('typed-code') as HTMLInputElement).value).toBe('123456')
  })
})

describe('the reply to joining', () => {
  it('is the third call from opening the page to being a member', async () => {
    const phone = await joined(visitor(), 'PSR2NJX5HNZ2JIYQ')
    await waitFor(() => expect(urls(phone.visited)).toEqual(['/pages/welcome/index']))
    expect(await screen.findByText('普通会员')).toBeTruthy()
    // The home below then fetches the new card, which nobody waits for.
    const calls = phone.asked.map(({ operation }) => operation).filter((name) => name !== 'cards.mine')
    expect(calls).toEqual(['home.read', 'shop.welcome', 'members.enrol'])
  })

  it('is the home on the phone from then on, without a network as well', async () => {
    const phone = await joined()
    await waitFor(() => expect(phone.visited).toHaveLength(1))
    expect(phone.storage.get('reply:home.read {}')).toMatchObject({ value: newHome })
  })
})
