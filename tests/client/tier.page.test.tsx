import { fireEvent, screen, waitFor } from '@testing-library/react'
import TierPage from '../../client/src/pages/assets/tier'
import { openPage, Refusal, takePhone } from './support/phone'
import { ladder } from './support/replies'
import { asks } from './support/till'

const press = (id: string) => fireEvent.click(document.getElementById(id)!)
const words = () => document.body.textContent ?? ''

describe('the tier page', () => {
  it('shows where the member stands, what each tier asks for and what the next one still needs', async () => {
    takePhone(() => ladder)
    openPage(TierPage)
    expect(await screen.findByText('当前等级')).toBeTruthy()
    expect(words()).toContain('再消费 ¥320 升级金卡')
    expect(document.getElementById('step-silver')?.getAttribute('aria-label')).toBe('银卡，¥500，已达到')
    expect(document.getElementById('step-gold')?.getAttribute('aria-label')).toBe('金卡，¥1,000，未解锁')
  })

  it('lists a benefit once, in the form of the shown tier, and locks what only higher tiers have', async () => {
    takePhone(() => ladder)
    openPage(TierPage)
    expect(await screen.findByText('银卡权益')).toBeTruthy()
    expect(words()).toContain('2 / 3')
    expect(screen.getByLabelText('9 折，会员价')).toBeTruthy()
    expect(screen.getByLabelText('专属顾问，金卡解锁')).toBeTruthy()
    expect(words()).not.toContain('8.5 折')
  })

  it('sells a tier for points where the shop does, once, after saying what it takes, leaves and lasts', async () => {
    const sale = {
      name: { zh: '升级机会', en: 'A promotion' },
      points: 100,
      tier: ladder.ladder[2]!,
      until: '2026-08-31T16:00:00.000Z',
      short: 0,
      left: 1,
    }
    const { id, name, slot } = sale.tier
    const sold = { ...sale, id: 'promotion', tier: { id, name, slot } }
    const dear = { ...sold, id: 'dear', points: 9_000, short: 6_520 }
    const phone = takePhone(({ operation }) =>
      operation === 'tiers.buy' ? { tier: sold.tier, until: null, balance: 2_380 } : { ...ladder, sales: [sold, dear] },
    )
    openPage(TierPage)
    expect(await screen.findByText('升到金卡')).toBeTruthy()
    expect(words()).toContain('还差 6,520 积分')
    press('tier-sale-dear')
    expect(document.getElementById('tier-sale-confirm')).toBeNull()
    press('tier-sale-promotion')
    expect(words()).toContain('用 100 积分升到金卡，之后还有 2,380 积分。等级保留到 8 月 31 日。积分用了不退回。')
    press('sheet-close')
    press('tier-sale-promotion')
    expect(asks(phone.asked, 'tiers.buy')).toHaveLength(0)
    press('tier-sale-confirm')
    press('tier-sale-confirm')
    await waitFor(() => expect(document.getElementById('tier-sale-confirm')).toBeNull())
    expect(asks(phone.asked, 'tiers.buy').map(({ input }) => input)).toEqual([
      { saleId: 'promotion', points: 100, tierId: id },
    ])
  })

  it('shows what a sale costs now where that has changed, before anything is taken', async () => {
    const { id, name, slot } = ladder.ladder[2]!
    const about = { id: 'promotion', name: { zh: '升级机会', en: 'A promotion' }, until: null, short: 0, left: 1 }
    const sold = { ...about, points: 100, tier: { id, name, slot } }
    let points = 100
    const changed = new Refusal('tier_sale_changed', '现在要 200 积分升到金卡，没有扣你的积分。请看过后再换')
    const phone = takePhone(({ operation }) => {
      if (operation !== 'tiers.buy') return { ...ladder, sales: [{ ...sold, points }] }
      points = 200
      return changed
    })
    openPage(TierPage)
    await screen.findByText('升到金卡')
    press('tier-sale-promotion')
    press('tier-sale-confirm')
    await screen.findByText(changed.message)
    await waitFor(() => expect(words()).toContain('用 200 积分升到金卡'))
    press('tier-sale-confirm')
    await waitFor(() => expect(asks(phone.asked, 'tiers.buy')).toHaveLength(2))
    expect(asks(phone.asked, 'tiers.buy')[1]?.input).toEqual({ saleId: 'promotion', points: 200, tierId: id })
  })

  it('shows another tier when its step is tapped', async () => {
    takePhone(() => ladder)
    openPage(TierPage)
    await screen.findByText('银卡权益')
    press('step-gold')
    expect(screen.getByText('金卡权益')).toBeTruthy()
    expect(screen.getByLabelText('8.5 折，会员价')).toBeTruthy()
  })
})
