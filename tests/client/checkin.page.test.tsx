import { fireEvent, screen, waitFor } from '@testing-library/react'
import ProfilePage from '../../client/src/pages/account/profile'
import ReviewPage from '../../client/src/pages/assets/review'
import PointsPage from '../../client/src/pages/assets/points'
import CheckInPage from '../../client/src/pages/play/checkin'
import { after, calendar, day, serverAt } from './support/calendar'
import { openPage, Refusal, takePhone, unreachable, type Asked } from './support/phone'
import { statement } from './support/replies'

const press = (id: string) => fireEvent.click(document.getElementById(id)!)
const words = () => document.body.textContent ?? ''
const button = (id: string) => document.getElementById(id)!
const asks = (asked: Asked[], operation: string) => asked.filter((one) => one.operation === operation)
type Answers = { [operation: string]: unknown }
const answering = (answers: Answers) => (asked: Asked) => answers[asked.operation]

describe('the page of check-ins', () => {
  const arrived = () => waitFor(() => expect(document.getElementById('checkin-go')).toBeTruthy())
  const open = async (answers: Answers) => {
    const phone = takePhone(answering({ 'checkins.read': calendar, ...answers }))
    openPage(CheckInPage)
    await arrived()
    return phone
  }

  it('shows the streak, the month, what today brings and which day brings more next', async () => {
    await open({})
    for (const shown of ['已连续签到6天', '本月 14 天', '106', '2026 年 5 月', '再签 3 天，第 10 天可得 50 积分'])
      expect(words()).toContain(shown)
    expect(button('checkin-go').textContent).toBe('签到，得 30 积分')
    expect(screen.getByLabelText('5 月 14 日，未签到')).toBeTruthy()
    expect(screen.getByLabelText('5 月 24 日，未到，额外奖励日')).toBeTruthy()
  })

  it('checks in once however often one taps, and then shows what the cloud answered', async () => {
    const phone = await open({ 'checkins.check-in': { earned: 30, bonus: 25, calendar: after } })
    press('checkin-go')
    press('checkin-go')
    await waitFor(() => expect(words()).toContain('已连续签到7天'))
    expect(button('checkin-go').textContent).toBe('今天已签到，明天再来')
    press('checkin-go')
    expect(asks(phone.asked, 'checkins.check-in')).toHaveLength(1)
  })

  it('asks again by the same id where no answer came', async () => {
    const phone = await open({ 'checkins.check-in': unreachable })
    press('checkin-go')
    await waitFor(() => expect(words()).toContain('不会重复签到'))
    press('checkin-go')
    await waitFor(() => expect(asks(phone.asked, 'checkins.check-in')).toHaveLength(2))
    const [first, second] = asks(phone.asked, 'checkins.check-in')
    expect(second?.requestId).toBe(first?.requestId)
  })

  it('makes up for the latest missed day first, for what it costs', async () => {
    const made = { ...calendar, streak: 10, makeUp: { points: 20, days: [day(10)] } }
    const phone = await open({ 'checkins.make-up': { burned: 20, calendar: made } })
    press('checkin-makeup')
    await waitFor(() => expect(button('makeup-go').textContent).toBe('用 20 积分补签'))
    press('makeup-go')
    await waitFor(() => expect(words()).toContain('已连续签到10天'))
    expect(asks(phone.asked, 'checkins.make-up')[0]?.input).toEqual({ day: day(14), points: 20 })
  })

  it('asks WeChat in the tap for a reminder of a day that is forgotten, and says how it stands', async () => {
    const reminder = { topic: 'check-in' as const, templateId: 'template-check-in', left: 0 }
    const answers = { 'checkins.read': calendar, 'messages.accept': { reminders: [{ ...reminder, left: 1 }] } }
    const phone = takePhone(answering(answers), [reminder])
    openPage(CheckInPage)
    await waitFor(() => expect(button('remind-check-in')?.textContent).toContain('每天提醒我'))
    expect(button('remind-check-in').getAttribute('aria-checked')).toBe('false')
    press('remind-check-in')
    expect(phone.prompts).toEqual([['template-check-in']])
    await waitFor(() => expect(words()).toContain('已开启，下次忘记签到时提醒你一次'))
    expect(button('remind-check-in').getAttribute('aria-checked')).toBe('true')
  })

  it('offers no making up where the shop has none', async () => {
    await open({ 'checkins.read': { ...calendar, makeUp: null } })
    expect(document.getElementById('checkin-makeup')).toBe(null)
  })
})

describe('the ways to earn', () => {
  const order = { entryId: 'order:S1:o-1', at: '2026-05-18T04:00:00.000Z', storeName: '建国西路店', amountFen: 8_550 }
  const ways = {
    serverAt,
    earned: 506,
    rate: { tier: { zh: '银卡', en: 'Silver' }, pointsPerYuan: 1.5 },
    checkIn: { checkedIn: true, streak: 7, points: 30 },
    profile: { points: 50, open: true, filled: 1, of: 3 },
    review: { points: 20, open: true, order },
  }

  it('say what each brings and which is done, and lead there', async () => {
    const phone = takePhone(answering({ 'points.statement': statement, 'acts.ways': ways }))
    openPage(PointsPage)
    await waitFor(() => expect(document.getElementById('part-earn')).toBeTruthy())
    press('part-earn')
    await waitFor(() => expect(document.getElementById('way-checkin')).toBeTruthy())
    expect(button('way-checkin').textContent).toBe('每日签到已连续 7 天+30已完成')
    expect(button('way-profile').textContent).toBe('完善资料已填 1 / 3 项+50去填')
    expect(button('way-review').textContent).toContain('5 月 18 日 · 建国西路店')
    press('way-profile-go')
    press('way-review-go')
    expect(phone.visited.map(({ url }) => url)).toEqual([
      '/pages/account/profile',
      '/pages/assets/review?entry=order%3AS1%3Ao-1',
    ])
  })

  it('an order’s row of the statement leads to its review', async () => {
    const phone = takePhone(answering({ 'points.statement': statement }))
    openPage(PointsPage)
    await waitFor(() => expect(document.getElementById('entry-4')).toBeTruthy())
    press('entry-4')
    expect(phone.visited.at(-1)?.url).toMatch(/^\/pages\/assets\/review\?entry=/)
  })

  it('a review sends stars and words, once there are stars', async () => {
    const shown = { serverAt, order, review: null, points: 20, open: true }
    const phone = takePhone(
      answering({ 'acts.order': shown, 'acts.review': { earned: 20, balance: 120, hidden: false } }),
    )
    phone.openedWith({ entry: 'order:S1:o-1' })
    openPage(ReviewPage)
    await waitFor(() => expect(document.getElementById('review-go')).toBeTruthy())
    press('review-go')
    expect(asks(phone.asked, 'acts.review')).toEqual([])
    press('star-4')
    press('review-go')
    await waitFor(() =>
      expect(asks(phone.asked, 'acts.review')[0]?.input).toEqual({ entryId: order.entryId, stars: 4 }),
    )
  })
})

describe('the profile', () => {
  const profile = {
    serverAt,
    name: '小满',
    birthday: null,
    birthdayFrom: null,
    fields: [
      { code: 'taste', name: { zh: '口味', en: 'Taste' }, kind: 'text', needed: false, sensitive: true, value: '' },
    ],
    filled: 1,
    of: 3,
    points: 50,
  }
  const type = (id: string, value: string) => fireEvent.input(document.getElementById(id)!, { target: { value } })

  it('says what completing it brings, and sends only what was changed', async () => {
    const phone = takePhone(
      answering({ 'acts.profile': profile, 'acts.complete-profile': { earned: 50, filled: 3, of: 3 } }),
    )
    openPage(ProfilePage)
    await waitFor(() => expect(words()).toContain('填完全部 3 项，得 50 积分'))
    type('profile-birthday', '05-21')
    type('profile-taste', '少糖')
    press('profile-save')
    await waitFor(() =>
      expect(asks(phone.asked, 'acts.complete-profile')[0]?.input).toEqual({
        birthday: '05-21',
        details: [{ code: 'taste', value: '少糖' }],
      }),
    )
  })

  it('keeps what was typed when the cloud refuses it, and says why', async () => {
    takePhone(answering({ 'acts.profile': profile, 'acts.complete-profile': new Refusal('busy', '现在有点忙') }))
    openPage(ProfilePage)
    await waitFor(() => expect(document.getElementById('profile-save')).toBeTruthy())
    type('profile-taste', '少糖')
    press('profile-save')
    await waitFor(() => expect(words()).toContain('现在有点忙'))
    expect((document.querySelector('#profile-taste') as HTMLInputElement).value).toBe('少糖')
  })
})
