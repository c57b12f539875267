import { fireEvent, screen, waitFor } from '@testing-library/react'
import type { OutputOf } from '../../shared/kit/contract'
import type { FriendView, referralsLink, referralsRead, referralsReviews } from '../../shared/referrals/contract'
import ReferralPage from '../../client/src/pages/play/referral'
import ReviewsPage from '../../client/src/pages/staff/reviews'
import { openPage, Refusal, takePhone, type Asked } from './support/phone'

const press = (id: string) => fireEvent.click(document.getElementById(id)!)
const words = () => document.body.textContent ?? ''
const asks = (asked: Asked[], operation: string) => asked.filter((one) => one.operation === operation)

const friend = (change: Partial<FriendView>): FriendView => ({
  name: '周*',
  joinedAt: '2026-04-28T04:00:00.000Z',
  state: 'rewarded',
  until: null,
  points: 200,
  capped: false,
  ...change,
})
const gift = (zh: string) => ({ zh, en: zh })
const page: OutputOf<typeof referralsRead> = {
  serverAt: '2026-05-21T04:10:00.000Z',
  shop: { name: '屿间茶舍', storeName: '建国西路店', brand: null },
  offer: {
    referrer: [gift('200 积分')],
    friend: [gift('200 积分')],
    samePoints: 200,
    order: { fromFen: 3_000, withinDays: 30 },
    limits: [{ times: 10, per: 'month' }],
    steps: [{ friends: 5, gives: [gift('限定茶杯')], reached: false }],
  },
  enrolmentPoints: 100,
  counted: 3,
  points: 600,
  friendsInAll: 6,
  friends: [
    friend({}),
    friend({ name: '沈**', state: 'waiting', until: '2026-06-19T16:00:00.000Z', points: 0 }),
    friend({ name: '许*', state: 'reversed', points: 0 }),
    friend({ name: '何*', state: 'review', points: 0 }),
    friend({ name: null, state: 'rewarded', points: 0, capped: true }),
  ],
  nextBefore: null,
}
const link: OutputOf<typeof referralsLink> = {
  scene: 'ABCDEFGH23456789',
  page: 'pages/home/index',
  nameShown: false,
  name: '林**',
  picture: null,
}
const answering = (answers: { [operation: string]: unknown }) => (asked: Asked) => answers[asked.operation]
const invite = async (answers: { [operation: string]: unknown } = {}) => {
  const phone = takePhone(answering({ 'referrals.read': page, 'referrals.link': link, ...answers }))
  openPage(ReferralPage)
  await screen.findByText('我邀请的朋友')
  return phone
}

describe('the page of invitations', () => {
  it('says the condition and the reward first, how far it is, and the most that is rewarded', async () => {
    await invite()
    for (const shown of [
      '朋友入会并完成首单，你们各得',
      '首单满 30入会后',
      '已成功邀请 3 人',
      '再 2 人，得限定茶杯',
      '累计获得 600 积分',
    ])
      expect(words()).toContain(shown)
    expect(words()).toContain('每月最多奖励 10 人')
    expect(document.getElementById('referral-points')?.textContent).toBe('200')
  })

  it('lists friends masked, each with its state and the reason', async () => {
    await invite()
    expect(screen.getByLabelText('周*，4 月 28 日入会 · 已完成首单，+200，已到账')).toBeTruthy()
    expect(screen.getByLabelText('沈**，4 月 28 日入会 · 6 月 19 日前下单算数，待首单')).toBeTruthy()
    expect(screen.getByLabelText('许*，4 月 28 日入会 · 首单已退款，奖励同步取消，已取消')).toBeTruthy()
    expect(screen.getByLabelText(/^何\*.*门店正在核对.*核对中$/)).toBeTruthy()
    expect(screen.getByLabelText(/^一位朋友.*奖励已满，超出上限$/)).toBeTruthy()
  })

  it('shares the member’s own link, by the name that friends may read', async () => {
    const phone = await invite()
    await waitFor(() => expect(document.getElementById('referral-share')).toBeTruthy())
    expect(phone.shares()).toEqual({
      title: '林**请你来屿间茶舍',
      path: '/pages/home/index?scene=ABCDEFGH23456789',
    })
    const [asked] = asks(phone.asked, 'referrals.link')
    expect(asked?.input).toEqual({
      device: { installation: expect.stringMatching(/^[0-9a-f-]{35}$/), model: expect.stringContaining('iPhone 15') },
    })
  })

  it('shows the whole name only once the member has said so', async () => {
    const phone = await invite()
    await screen.findByText('关着时只显示姓，如「林**」')
    phone.serve(answering({ 'referrals.link': { ...link, nameShown: true, name: '林小满' } }))
    press('referral-name')
    await waitFor(() => expect(phone.shares().title).toBe('林小满请你来屿间茶舍'))
    expect(asks(phone.asked, 'referrals.link').at(-1)?.input).toMatchObject({ showName: true })
  })

  it('draws the poster with the code, and saves it to the album', async () => {
    const phone = await invite()
    phone.serve(answering({ 'referrals.link': { ...link, picture: 'aGVsbG8=' } }))
    press('referral-poster')
    await waitFor(() => expect(document.getElementById('poster-save')).toBeTruthy())
    await waitFor(() =>
      expect(phone.written).toEqual(expect.arrayContaining(['屿间茶舍', '林**请你', '入会得 100 积分'])),
    )
    expect(words()).toContain('分享本身不产生奖励')
    await waitFor(() => expect(document.getElementById('poster-save')!.className).not.toContain('disabled'))
    press('poster-save')
    await waitFor(() => expect(phone.screen).toContain('album poster.png'))
    await screen.findByText('已保存到相册')
  })

  it('draws the poster that was asked for while the link itself was still on its way, once for two taps', async () => {
    let arrive = () => {}
    const late = new Promise<void>((resolve) => (arrive = resolve)).then(() => link)
    const phone = await invite({ 'referrals.link': late })
    press('referral-poster')
    press('referral-poster')
    phone.serve(answering({ 'referrals.link': { ...link, picture: 'aGVsbG8=' } }))
    arrive()
    await waitFor(() => expect(document.getElementById('poster-save')).toBeTruthy())
    expect(asks(phone.asked, 'referrals.link').map(({ input }) => input['picture'])).toEqual([undefined, true])
  })

  it('explains where the album is refused, and leads to the settings', async () => {
    const phone = await invite()
    phone.serve(answering({ 'referrals.link': { ...link, picture: 'aGVsbG8=' } }))
    phone.refuseAlbum({ errMsg: 'saveImageToPhotosAlbum:fail auth deny' })
    press('referral-poster')
    await waitFor(() => expect(document.getElementById('poster-save')?.className).not.toContain('disabled'))
    press('poster-save')
    await screen.findByText(/没有相册权限/)
    press('poster-settings')
    expect(phone.screen).toContain('settings')
  })

  it('says so where the phone’s canvas cannot draw it, and offers nothing to save', async () => {
    const phone = await invite()
    phone.serve(answering({ 'referrals.link': { ...link, picture: 'aGVsbG8=' } }))
    phone.breakCanvas()
    press('referral-poster')
    await screen.findByText(/海报没有/)
    expect(document.getElementById('poster-save')!.className).toContain('disabled')
  })

  it('says why there is no poster where the code could not be drawn', async () => {
    const phone = await invite()
    phone.serve(answering({ 'referrals.link': new Refusal('code_not_drawn', '小程序码没有生成，请稍后再试') }))
    press('referral-poster')
    await screen.findByText('小程序码没有生成，请稍后再试')
    expect(document.getElementById('poster-save')).toBeNull()
  })

  it('says so where the shop rewards nothing', async () => {
    await invite({ 'referrals.read': { ...page, offer: null, friends: [], friendsInAll: 0 } })
    expect(words()).toContain('本店还没有设推荐奖励')
    expect(words()).toContain('还没有朋友通过你的链接入会')
  })
})

describe('the manager’s list of referrals', () => {
  const reviews: OutputOf<typeof referralsReviews> = {
    reviews: [
      {
        friend: { accountId: 'account-2', memberNo: '20000002', name: null },
        referrer: { accountId: 'account-1', memberNo: '10000001', name: '林小满' },
        joinedAt: '2026-05-20T04:00:00.000Z',
        since: '2026-05-21T04:00:00.000Z',
        suspicions: ['device', 'burst'],
      },
    ],
    nextAfter: null,
  }
  const opened = async (decided: unknown) => {
    const phone = takePhone(answering({ 'referrals.reviews': reviews, 'referrals.decide': decided }))
    openPage(ReviewsPage)
    await screen.findByText('会员 20000002 由 林小满 带来')
    return phone
  }
  const reason = (text: string) =>
    fireEvent.change(document.getElementById('review-reason')!, { target: { value: text } })

  it('says who, by whom and why, and takes a word only with a reason', async () => {
    const phone = await opened({ accountId: 'account-2', allowed: true })
    expect(words()).toContain('同一部手机、短时间内集中加入 · 5 月 21 日起待核对')
    press('review-20000002')
    press('review-allow')
    expect(asks(phone.asked, 'referrals.decide')).toEqual([])
    reason('一家人')
    press('review-allow')
    await screen.findByText('已放行，奖励一分钟内到账')
    const [asked] = asks(phone.asked, 'referrals.decide')
    expect(asked?.input).toEqual({ accountId: 'account-2', allowed: true, reason: '一家人' })
  })

  it('says what happened where somebody else was quicker', async () => {
    await opened(new Refusal('referral_not_in_review', '这条推荐不在待核对名单里'))
    press('review-20000002')
    reason('刷单')
    press('review-decline')
    await screen.findByText('这条推荐不在待核对名单里')
  })
})
