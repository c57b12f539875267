import { createHmac } from 'node:crypto'
import { act, fireEvent, screen, waitFor } from '@testing-library/react'
import { codeText, stepAt } from '../../shared/cards/member-code'
import CodePage from '../../client/src/pages/code/index'
import { openPage, Refusal, takePhone, unreachable, type Asked } from './support/phone'
import { card, cards, frozenCards, sharedCard, sharedCards, home, replies } from './support/replies'

jest.mock('../../client/src/kit/qr', () => ({ qrImage: (text: string) => `qr:${text}` }))

const cloudNow = Date.parse(cards.serverAt)
const shop = ({ operation }: Asked) => replies[operation as keyof typeof replies]
const words = () => document.body.textContent ?? ''
const press = (id: string) => fireEvent.click(document.getElementById(id)!)
const shownCode = () => document.getElementById('code-qr')?.getAttribute('src')?.slice('qr:'.length)
const tagged = (key: string, text: string) => createHmac('sha256', key).update(text).digest('hex')
const codeAt = (time: number) => codeText(card, stepAt(new Date(time).toISOString()), tagged)
/** The eight digits of RFC 6238, worked out anew from its text. */
const digitsAt = (time: number) => {
  const counter = Buffer.alloc(8)
  counter.writeBigUInt64BE(BigInt(stepAt(new Date(time).toISOString())))
  const digest = createHmac('sha256', card.secret).update(counter).digest()
  const offset = digest[31]! & 15
  return String((digest.readUInt32BE(offset) & 0x7fffffff) % 100_000_000).padStart(8, '0')
}

beforeEach(() => {
  jest.useFakeTimers({ now: cloudNow, doNotFake: ['queueMicrotask', 'nextTick'] })
})
afterEach(() => jest.useRealTimers())

const arrived = () => waitFor(() => expect(shownCode()).toBeTruthy())

describe('the member code', () => {
  it('holds what the rule makes of card and time, as QR, bars and eighteen digits', async () => {
    takePhone(shop)
    openPage(CodePage)
    await arrived()
    expect(shownCode()).toBe(codeAt(cloudNow))
    const digits = card.cardNo + digitsAt(cloudNow)
    expect(screen.getByLabelText(`数字码 ${[...digits].join(' ')}`)).toBeTruthy()
    expect(document.querySelector('.code__bars')?.getAttribute('src')).toMatch(/^data:image\/svg\+xml,/)
  })

  it('is a new one every thirty seconds, and says how long this one stands', async () => {
    takePhone(shop)
    openPage(CodePage)
    await arrived()
    expect(words()).toContain('30 秒后自动更新')
    act(() => jest.advanceTimersByTime(29_000))
    expect(words()).toContain('1 秒后自动更新')
    expect(shownCode()).toBe(codeAt(cloudNow))
    act(() => jest.advanceTimersByTime(1_000))
    expect(shownCode()).toBe(codeAt(cloudNow + 30_000))
  })

  it('goes by the clock of the cloud when the phone’s own is wrong', async () => {
    jest.setSystemTime(cloudNow - 7 * 60_000)
    takePhone(shop)
    openPage(CodePage)
    await waitFor(() => expect(shownCode()).toBe(codeAt(cloudNow)))
  })

  it('is shown without any network once the card is on the phone', async () => {
    const phone = takePhone(shop)
    openPage(CodePage).unmount()
    await waitFor(() => expect([...phone.storage.keys()]).toContain('reply:cards.mine {}'))
    phone.restart()
    phone.serve(() => unreachable)
    jest.setSystemTime(cloudNow + 3_610_000)
    openPage(CodePage)
    expect(shownCode()).toBe(codeAt(cloudNow + 3_610_000))
  })

  it('asks for the time anew by tap, and follows it', async () => {
    const phone = takePhone(shop)
    openPage(CodePage)
    await arrived()
    phone.serve(() => ({ ...cards, serverAt: new Date(cloudNow + 600_000).toISOString() }))
    press('code-refresh')
    await waitFor(() => expect(shownCode()).toBe(codeAt(cloudNow + 600_000)))
  })

  it('ticks no more while the page is hidden, and is right at once when shown again', async () => {
    const phone = takePhone(shop)
    openPage(CodePage)
    await arrived()
    act(() => phone.fire('hide'))
    act(() => jest.advanceTimersByTime(90_000))
    expect(shownCode()).toBe(codeAt(cloudNow))
    act(() => phone.fire('show'))
    expect(shownCode()).toBe(codeAt(cloudNow + 90_000))
  })

  it('is the member number in large digits when neither network nor card is there', async () => {
    const phone = takePhone(() => unreachable)
    phone.storage.set('reply:home.read {}', { at: cloudNow, value: home })
    openPage(CodePage)
    await waitFor(() => expect(document.getElementById('number-panel')?.textContent).toContain('8826 0173'))
    phone.serve(shop)
    press('code-retry')
    await arrived()
  })

  it('tells a visitor that they are no member', async () => {
    takePhone(() => new Refusal('not_enrolled', '你还不是会员，先加入再来'))
    openPage(CodePage)
    expect(await screen.findByText('你还不是会员，先加入再来')).toBeTruthy()
  })
})

describe('the screen while the code is shown', () => {
  it('is bright and stays on, and is as before when the page is left', async () => {
    const phone = takePhone(shop)
    openPage(CodePage)
    expect(await screen.findByText('已调亮屏幕，离开后恢复')).toBeTruthy()
    expect(phone.screen).toEqual(['keep true', 'bright 1'])
    act(() => phone.fire('hide'))
    expect(phone.screen.slice(2)).toEqual(['keep false', 'bright 0.4'])
    act(() => phone.fire('unload'))
    expect(phone.screen.filter((done) => done.startsWith('bright'))).toEqual(['bright 1', 'bright 0.4'])
  })

  it('warns that a picture of it is worth nothing, until the next code', async () => {
    const phone = takePhone(shop)
    openPage(CodePage)
    await arrived()
    act(() => phone.fire('capture'))
    expect(words()).toContain('截图无效，请出示实时码')
    act(() => jest.advanceTimersByTime(30_000))
    expect(words()).not.toContain('截图无效')
  })
})

describe('the cards of a member', () => {
  const arrivedWith = async (cloud = shop) => {
    const phone = takePhone(cloud)
    phone.storage.set('reply:home.read {}', { at: cloudNow, value: home })
    openPage(CodePage)
    await arrived()
    return phone
  }

  it('stand in a sheet with tier, end of the number and points, and the chosen one is shown', async () => {
    await arrivedWith()
    press('code-card-own')
    for (const shown of ['我的卡', '银卡 · 尾号 6658', '2,480积分', '使用这张卡', '挂失'])
      expect(words()).toContain(shown)
    expect(document.getElementById('card-own')?.getAttribute('aria-checked')).toBe('true')
    press('card-use')
    expect(document.getElementById('card-use')).toBeNull()
    expect(shownCode()).toBe(codeAt(cloudNow))
  })

  it('may be several: the code is of the one chosen, also at the next visit', async () => {
    const shared = { ...sharedCard, secret: 'other' }
    const cloud = ({ operation }: Asked) => (operation === 'cards.mine' ? sharedCards : shop({ operation } as Asked))
    await arrivedWith(cloud)
    press(`code-card-${shared.cardId}`)
    for (const shown of ['家庭主卡', '李慧的金卡 · 你是副卡', '12,860', '每次使用，主卡人都会收到提醒', '管理家庭卡'])
      expect(words()).toContain(shown)
    press('card-use')
    const other = codeText(shared, stepAt(new Date(cloudNow).toISOString()), tagged)
    expect(shownCode()).toBe(other)
    document.body.innerHTML = ''
    openPage(CodePage)
    await arrived()
    expect(shownCode()).toBe(other)
    press('code-card-own')
    press('card-use')
    expect(shownCode()).toBe(codeAt(cloudNow))
  })

  it('reported lost show no code any more, say that nothing is gone, and how to get a new one', async () => {
    const phone = await arrivedWith()
    press('code-card-own')
    press('card-lost')
    expect(words()).toContain('挂失后这张卡马上停用')
    expect(phone.asked.some(({ operation }) => operation === 'cards.report-lost')).toBe(false)
    press('card-lost-confirm')
    expect(await screen.findByText('这张卡已挂失')).toBeTruthy()
    expect(words()).toContain('补卡后积分和余额都在')
    expect(document.getElementById('code-qr')).toBeNull()
    press('code-reissue')
    expect(words()).toContain('1到任意一家门店')
    phone.restart()
    phone.serve(() => unreachable)
    document.body.innerHTML = ''
    openPage(CodePage)
    expect(document.getElementById('frozen-panel')).not.toBeNull()
    expect(document.getElementById('code-qr')).toBeNull()
  })

  it('frozen have no way to be frozen again, and show their code once they are reissued', async () => {
    const phone = takePhone(({ operation }) =>
      operation === 'cards.mine' ? frozenCards : shop({ operation } as Asked),
    )
    openPage(CodePage)
    expect(await screen.findByText('这张卡已挂失')).toBeTruthy()
    press('code-card-own')
    expect(words()).toContain('已挂失')
    expect(document.getElementById('card-lost')).toBeNull()
    press('sheet-close')
    phone.serve(shop)
    press('code-reissued')
    await arrived()
  })
})
