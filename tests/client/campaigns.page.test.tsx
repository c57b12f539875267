import { fireEvent, screen, waitFor } from '@testing-library/react'
import HomePage from '../../client/src/pages/home/index'
import CampaignsPage from '../../client/src/pages/play/campaigns'
import type { CampaignView } from '../../shared/campaigns/contract'
import { openPage, takePhone, unreachable, type Asked } from './support/phone'
import { home, replies } from './support/replies'

const now = home.serverAt
const words = () => document.body.textContent ?? ''
const campaign: CampaignView = {
  id: 'threshold',
  name: { zh: '满减', en: 'Money off' },
  gives: [{ zh: '满 ¥100 减 ¥15', en: '¥15 off from ¥100' }],
  isOn: true,
  from: '2026-05-20',
  until: '2026-05-22',
  weekdays: null,
  hours: null,
  stores: null,
  goods: [],
  fromFen: 0,
  nthOrder: null,
  spent: false,
}
const soon: CampaignView = {
  ...campaign,
  id: 'double',
  name: { zh: '双倍积分', en: 'Double points' },
  gives: [{ zh: '积分 2 倍', en: '2× points' }],
  isOn: false,
  from: '2026-06-15',
  until: '2026-06-16',
  weekdays: [1, 2],
  hours: { from: '14:00', to: '17:00' },
  stores: ['一店'],
  goods: [{ zh: '新茶', en: 'new tea' }],
  fromFen: 5_000,
  nthOrder: 1,
}
const serving =
  (answers: { [operation: string]: unknown }) =>
  ({ operation }: Asked) =>
    answers[operation] ?? replies[operation as 'home.read']
const listing = (...campaigns: CampaignView[]) => ({ 'campaigns.list': { serverAt: now, campaigns } })

describe('the page of campaigns', () => {
  it('says what is on and until when, and what comes and what it asks for', async () => {
    takePhone(serving(listing(campaign, soon)))
    openPage(CampaignsPage)
    expect(await screen.findByText('满 ¥100 减 ¥15')).toBeTruthy()
    for (const shown of [
      '正在进行',
      '到明天',
      '即将开始',
      '6 月 15 日开始',
      '限新茶 · 满 50 元可享 · 首次消费 · 周一、周二 14:00–17:00 · 一店',
    ])
      expect(words()).toContain(shown)
  })

  it('says of one that is spent that nothing is left', async () => {
    takePhone(serving(listing({ ...campaign, spent: true })))
    openPage(CampaignsPage)
    expect(await screen.findByText('已领完')).toBeTruthy()
  })

  it('says where campaigns will stand while there is none, and offers to try again without a network', async () => {
    takePhone(serving(listing()))
    const { unmount } = openPage(CampaignsPage)
    expect(await screen.findByText('近期没有活动')).toBeTruthy()
    unmount()
    takePhone(serving({ 'campaigns.list': unreachable }))
    openPage(CampaignsPage)
    expect(await screen.findByText('再试一次')).toBeTruthy()
  })
})

it('the home page shows what is on and leads to all of it', async () => {
  const phone = takePhone(serving({ 'home.read': { ...home, campaign: { ...campaign, more: 2 } } }))
  openPage(HomePage)
  await waitFor(() => expect(document.getElementById('home-campaign')).toBeTruthy())
  expect(document.getElementById('home-campaign')?.textContent).toBe('满 ¥100 减 ¥15满减 · 到明天 · 还有 2 个活动')
  fireEvent.click(document.getElementById('home-campaign')!)
  expect(phone.visited.at(-1)).toMatchObject({ url: '/pages/play/campaigns' })
})
