import { act, fireEvent, screen, waitFor } from '@testing-library/react'
import CouponCentrePage from '../../client/src/pages/assets/coupon-centre'
import CouponPage from '../../client/src/pages/assets/coupons-detail'
import CouponsPage from '../../client/src/pages/assets/coupons'
import GiftPage from '../../client/src/pages/gift/index'
import { changeSettings } from '../../client/src/kit/settings'
import { readCode } from '../../shared/cards/member-code'
import { openPage, Refusal, takePhone, unreachable, type Asked } from './support/phone'
import { coupons, emptyWallet, gift, offers, past, sentOolong, wallet } from './support/coupons'
import { enrolled, replies } from './support/replies'

const press = (id: string) => fireEvent.click(document.getElementById(id)!)
const words = () => document.body.textContent ?? ''
const type = (id: string, value: string) => fireEvent.change(document.getElementById(id)!, { target: { value } })
const asks = (asked: Asked[], name: string) => asked.filter(({ operation }) => operation === name)
const { oolong, tenOff, monthly } = coupons

/** A shop whose list of coupons is as it is said, and that answers other operations as given. */
const shop =
  (list: unknown = wallet, more: { [operation: string]: unknown } = {}) =>
  ({ operation, input }: Asked) => {
    if (operation in more) return more[operation]
    if (operation === 'coupons.list') return input['tab'] === 'usable' ? list : past
    return replies[operation as keyof typeof replies]
  }

describe('the wallet', () => {
  it('shows each coupon with its worth, threshold, place and day, and speaks each as one sentence', async () => {
    takePhone(shop())
    openPage(CouponsPage)
    await screen.findByText('可用 4')
    for (const shown of [
      '¥10满 60 可用',
      '明天 23:59 到期',
      '8.5折全场',
      '每月 2 张',
      '全部门店 · 5 月第 2 张',
      '可转赠',
    ])
      expect(words()).toContain(shown)
    for (const shown of ['建国西路店等 2 家', '包邮满 99 可用', '仅限外送或邮寄订单', '3 张可领'])
      expect(words()).toContain(shown)
    expect(screen.getByLabelText(/^满 60 减 10，¥10 满 60 可用，全部门店，明天 23:59 到期，去使用$/)).toBeTruthy()
    expect(screen.getByText('明天 23:59 到期').className).toContain('c-accent')
    expect(screen.getByText('5 月 31 日到期').className).not.toContain('c-accent')
  })

  it('tells what became of the others, where and with which order', async () => {
    takePhone(shop())
    openPage(CouponsPage)
    await screen.findByText('可用 4')
    press('part-used')
    await screen.findByText('建国西路店 · 单号尾号 3318')
    for (const shown of [
      '5 月 18 日 15:20 使用',
      '已送给 周野',
      '已送给好友',
      '4 月 26 日 20:31 领取',
      '订单已退款，券退回可用',
      '已退回',
    ])
      expect(words()).toContain(shown)
  })

  it('leads to the mall where there is none to claim either', async () => {
    const { visited } = takePhone(shop({ ...emptyWallet, claimable: 0 }))
    openPage(CouponsPage)
    fireEvent.click(await screen.findByText('用积分换券'))
    expect(visited.at(-1)).toMatchObject({ url: '/pages/mall/index' })
  })

  it('says where coupons come from when there are none, and takes a code', async () => {
    const phone = takePhone(shop(emptyWallet, { 'coupons.claim-code': { coupons: [tenOff] } }))
    openPage(CouponsPage)
    await screen.findByText('还没有可用的券')
    expect(document.getElementById('coupon-code')).toBeNull()
    press('empty-code')
    type('coupon-code', 'ab')
    press('coupon-code-submit')
    await screen.findByText('兑换码至少 4 位')
    type('coupon-code', 'yj88 2601')
    press('coupon-code-submit')
    press('coupon-code-submit')
    await waitFor(() => expect(asks(phone.asked, 'coupons.claim-code')).toHaveLength(1))
    expect(asks(phone.asked, 'coupons.claim-code')[0]?.input).toEqual({ code: 'YJ882601' })
    await waitFor(() => expect(asks(phone.asked, 'coupons.list').length).toBeGreaterThan(1))
  })

  it('leaves a code that is refused as it was typed, with the sentence under it', async () => {
    takePhone(shop(wallet, { 'coupons.claim-code': new Refusal('coupon_code_used', '这个兑换码已经用过了') }))
    openPage(CouponsPage)
    await screen.findByText('可用 4')
    type('coupon-code', 'YJ882601')
    press('coupon-code-submit')
    await screen.findByText('这个兑换码已经用过了')
    expect(document.querySelector<HTMLInputElement>('#coupon-code')?.value).toBe('YJ882601')
  })

  it('takes back what is on its way to a friend', async () => {
    const list = { ...wallet, coupons: [sentOolong] }
    const phone = takePhone(shop(list, { 'coupons.recall': { coupon: oolong } }))
    openPage(CouponsPage)
    await screen.findByText('等朋友领取')
    expect(words()).toContain('明天 12:10 前没领会退回')
    press(`recall-${oolong.couponId}`)
    await waitFor(() => expect(asks(phone.asked, 'coupons.recall')[0]?.input).toEqual({ couponId: oolong.couponId }))
  })

  it('stands without a network as it was last heard, and says how old that is', async () => {
    const phone = takePhone(shop())
    const page = openPage(CouponsPage)
    await screen.findByText('可用 4')
    page.unmount()
    act(() => phone.restart())
    phone.serve(() => unreachable)
    openPage(CouponsPage)
    await screen.findByText(/没有网络，显示的是/)
    expect(words()).toContain('桂花乌龙兑换券')
  })

  it('says on which categories and goods alone one counts', async () => {
    const teas = { ...monthly, scope: { categories: ['tea'] }, goods: [{ zh: '茶饮', en: 'teas' }] }
    const name = (n: number) => ({ zh: `第 ${n} 种茶`, en: `tea ${n}` })
    const many = {
      ...tenOff,
      scope: { goods: ['a', 'b', 'c', 'd'] },
      goods: [name(1), name(2), name(3), name(4)],
    }
    takePhone(shop({ ...wallet, coupons: [teas, many] }))
    openPage(CouponsPage)
    await screen.findByText('可用 4')
    for (const shown of [
      '8.5折茶饮可用',
      '限茶饮 · 全部门店 · 5 月第 2 张',
      '限第 1 种茶或第 2 种茶或第 3 种茶等 4 种 · 全部门店',
    ])
      expect(words()).toContain(shown)
    act(() => changeSettings({ language: 'en' }))
    await screen.findByText('teas only · All stores · no. 2 of May')
  })

  it('is in English when that is set', async () => {
    takePhone(shop())
    changeSettings({ language: 'en' })
    openPage(CouponsPage)
    await screen.findByText('Usable 4')
    expect(words()).toContain('15%off')
    expect(words()).not.toMatch(/[\d.]折|可用|到期/)
  })
})

describe('one coupon', () => {
  const opened = (coupon: { couponId: string }, cloud: (asked: Asked) => unknown = shop()) => {
    const phone = takePhone(cloud)
    phone.openedWith({ coupon: coupon.couponId })
    openPage(CouponPage)
    return phone
  }

  it('shows when, where and at what hours it counts, and why the member has it', async () => {
    opened(oolong)
    await screen.findByText('桂花乌龙兑换券')
    for (const shown of [
      '大杯桂花乌龙',
      '2026.05.18 – 06.18',
      '建国西路店等 2 家',
      '周一至周日 10:00–21:00',
      '320 积分兑换',
    ])
      expect(words()).toContain(shown)
    press('coupon-stores')
    expect(words()).toContain('建国西路店、衡山路店')
  })

  it('shows a code of its own, made on the phone, that no network is needed for', async () => {
    const phone = opened(oolong)
    await screen.findByText(/秒后更新，截图无效/)
    document.body.innerHTML = ''
    act(() => phone.restart())
    phone.serve(() => unreachable)
    openPage(CouponPage)
    await screen.findByText(/秒后更新，截图无效/)
    press('coupon-full-screen')
    expect(document.querySelector('#coupon-full img')?.getAttribute('src')).toMatch(/^data:image\/svg/)
  })

  it('for orders that are sent home has its code too, by which a till takes it', async () => {
    opened(coupons.post)
    await screen.findByText(/秒后更新，截图无效/)
    expect(words()).toContain('仅限外送或邮寄订单')
    expect(document.getElementById('coupon-full-screen')).toBeTruthy()
    expect(document.getElementById('coupon-gift')).toBeNull()
  })

  it('warns of a picture that was taken of it', async () => {
    const phone = opened(oolong)
    await screen.findByText(/秒后更新，截图无效/)
    act(() => phone.fire('capture'))
    await screen.findByText('截图无效，请出示实时码')
  })

  it('is set aside before a friend is chosen, once however often it is tapped, and the link carries its secret', async () => {
    const sent = { gift: 'gift-secret-1234', until: '2026-05-22T04:10:00.000Z' }
    const phone = opened(oolong, shop(wallet, { 'coupons.send': sent }))
    await screen.findByText('桂花乌龙兑换券')
    expect(phone.shares().path).toBe('/pages/home/index')
    press('coupon-gift')
    expect(words()).toContain('24 小时内没领，券自动退回给你')
    expect(document.getElementById('gift-share')).toBeNull()
    type('gift-words', ' 拿去喝 ')
    press('gift-make')
    press('gift-make')
    await screen.findByText('选择微信朋友')
    expect(asks(phone.asked, 'coupons.send').map(({ input }) => input)).toEqual([
      { couponId: oolong.couponId, words: '拿去喝' },
    ])
    expect(phone.shares()).toEqual({ title: '送你一张桂花乌龙兑换券', path: '/pages/gift/index?gift=gift-secret-1234' })
  })

  it('asks again under the same id when no answer came, and sends nothing meanwhile', async () => {
    const phone = opened(oolong, shop(wallet, { 'coupons.send': unreachable }))
    await screen.findByText('桂花乌龙兑换券')
    press('coupon-gift')
    press('gift-make')
    await screen.findByText(/再点一次会接着问/)
    expect(document.getElementById('gift-share')).toBeNull()
    phone.serve(shop(wallet, { 'coupons.send': { gift: 'gift-secret-1234', until: '2026-05-22T04:10:00.000Z' } }))
    press('gift-make')
    await screen.findByText('选择微信朋友')
    const [first, second] = asks(phone.asked, 'coupons.send')
    expect(second?.requestId).toBe(first?.requestId)
  })

  it('says so when it is no longer among the usable ones', async () => {
    opened({ couponId: 'coupon-acc_1-99' })
    await screen.findByText('这张券不在可用里了')
  })

  it('is no member code: a till reads the coupon’s number from it', () => {
    const read = readCode(`CL2.4021736658.d.zb8u0.${'ab'.repeat(10)}`)
    expect(read).toMatchObject({ ok: true, value: { couponNo: 13 } })
    expect(monthly.giftable).toBe(false)
  })
})

describe('the coupon centre', () => {
  it('claims what is open, once however often it is tapped, and says why the others may not be', async () => {
    const phone = takePhone(shop(wallet, { 'coupons.offers': offers, 'coupons.claim': { coupons: [tenOff] } }))
    openPage(CouponCentrePage)
    await screen.findByText('券 ten-off')
    for (const shown of ['剩 50 张', '已领取', '已领完', '等级不够']) expect(words()).toContain(shown)
    press('claim-ten-off')
    press('claim-ten-off')
    await waitFor(() => expect(asks(phone.asked, 'coupons.offers')).toHaveLength(2))
    expect(asks(phone.asked, 'coupons.claim').map(({ input }) => input)).toEqual([{ templateId: 'ten-off' }])
  })

  it('says that the last one has just been taken, and asks anew what is left', async () => {
    const refusal = new Refusal('coupon_sold_out', '最后一张刚被领走')
    const phone = takePhone(shop(wallet, { 'coupons.offers': offers, 'coupons.claim': refusal }))
    openPage(CouponCentrePage)
    await screen.findByText('券 ten-off')
    press('claim-ten-off')
    await screen.findByText('最后一张刚被领走')
    await waitFor(() => expect(asks(phone.asked, 'coupons.offers')).toHaveLength(2))
  })

  it('lets the birthday gift be chosen, with nothing chosen beforehand', async () => {
    const phone = takePhone(shop(wallet, { 'coupons.offers': offers, 'coupons.choose': { coupons: [oolong] } }))
    openPage(CouponCentrePage)
    await screen.findByText('蛋糕一份')
    press('birthday-choose')
    expect(asks(phone.asked, 'coupons.choose')).toHaveLength(0)
    press('birthday-1')
    press('birthday-choose')
    const asked = () => asks(phone.asked, 'coupons.choose')[0]?.input
    await waitFor(() => expect(asked()).toEqual({ code: 'birthday:2026', choice: 1 }))
  })
})

describe('a gift’s link', () => {
  const opened = (more: { [operation: string]: unknown }) => {
    const phone = takePhone(shop(wallet, more))
    phone.openedWith({ gift: 'gift-secret-1234' })
    openPage(GiftPage)
    return phone
  }

  it('shows a member who sent it and what it is, and is taken by one tap', async () => {
    const phone = opened({ 'coupons.gift': gift, 'coupons.take-gift': { coupon: oolong } })
    await screen.findByText('林小满 送你')
    expect(words()).toContain('上次说要请你喝的，拿去。')
    expect(words()).toContain('领取后，对方会看到你的称呼')
    press('gift-take')
    press('gift-take')
    await screen.findByText('已放进你的券包')
    expect(asks(phone.asked, 'coupons.take-gift')).toHaveLength(1)
    press('gift-next')
    expect(phone.visited.at(-1)).toMatchObject({ url: `/pages/assets/coupons-detail?coupon=${oolong.couponId}` })
  })

  it('lets a visitor join first, and then is taken by itself', async () => {
    const visitor = { ...gift, isMember: false }
    const phone = opened({
      'coupons.gift': visitor,
      'coupons.take-gift': { coupon: oolong },
      'members.enrol': enrolled,
    })
    await screen.findByText('加入会员并领取')
    expect(asks(phone.asked, 'coupons.take-gift')).toHaveLength(0)
    press('gift-join')
    await screen.findByText('加入屿间茶舍')
    phone.gives({ code: 'phone-code' })
    press('join-consent')
    await waitFor(() => expect(document.getElementById('join-phone')).toBeTruthy())
    press('join-phone')
    await screen.findByText('已放进你的券包')
    expect(asks(phone.asked, 'members.enrol')).toHaveLength(1)
    expect(asks(phone.asked, 'coupons.take-gift')).toHaveLength(1)
    expect(phone.visited).toEqual([])
  })

  it.each([
    ['own', '这是你送出的礼物'],
    ['yours', '已放进你的券包'],
    ['gone', '礼物已被领走或已退回'],
  ] as const)('says how it stands when it is %s', async (state, said) => {
    const nothing = state === 'gone' ? { coupon: null, until: null } : {}
    opened({ 'coupons.gift': { ...gift, ...nothing, state } })
    await screen.findByText(said)
    expect(document.getElementById('gift-take')).toBeNull()
  })

  it('says that it is gone when somebody was faster, and when the link is none of ours', async () => {
    const gone = new Refusal('gift_gone', '这份礼物已被领走或已退回')
    const phone = opened({ 'coupons.gift': gift, 'coupons.take-gift': gone })
    await screen.findByText('林小满 送你')
    phone.serve(shop(wallet, { 'coupons.gift': gone, 'coupons.take-gift': gone }))
    press('gift-take')
    await screen.findByText('礼物已被领走或已退回')
  })
})
