import { screen, waitFor } from '@testing-library/react'
import type { OutputOf } from '../../shared/kit/contract'
import type { programmesCheck, programmesRead, programmesTry } from '../../shared/programme/contract'
import { demoTea } from '../../shared/programme/presets/demo-tea'
import { changeSettings } from '../../client/src/kit/settings'
import WhatIfPage from '../../client/src/pages/manager/whatif'
import { openPage, Refusal, takePhone, unreachable, type Asked } from './support/phone'
import { asks, cloudNow, press, shop, words } from './support/till'

const text = JSON.stringify({ ...demoTea, version: undefined })
const versions: OutputOf<typeof programmesRead> = {
  live: { version: 3, effectiveAt: '2026-04-02T02:00:00.000Z', programme: demoTea },
  toCome: [],
  newest: 5,
  presets: [],
  preset: null,
}
const checked: OutputOf<typeof programmesCheck> = {
  faults: [],
  warnings: [],
  against: 3,
  differences: [
    { path: 'tiers.gold', zh: '金卡：累计消费 ¥1,000 → ¥1,200', en: 'Gold: spend ¥1,000 → ¥1,200', adverse: true },
    { path: 'tiers.silver', zh: '银卡：每元 1 → 2 积分', en: 'Silver: 1 → 2 points', adverse: false },
  ],
  earliestAt: '2026-06-20T04:10:00.000Z',
}
const outcome = (membersPerTier: { [tier: string]: number }, discountCostFen: number) => ({
  totals: { members: 300, orders: 4_000, refunds: 3, spendFen: 9_000_000 },
  membersPerTier,
  points: { earned: 0, burned: 0, expired: 0, reversed: 0, outstanding: 0, debt: 0 },
  liabilityFen: 384_000,
  discountCostFen,
  rewardCostFen: 0,
  campaignCostFen: 5_000,
  entitlements: {},
  upgradesPerMonth: {},
})
const [regular = '', silver = '', gold = ''] = demoTea.tiers.map(({ id }) => id)
const trial: OutputOf<typeof programmesTry> = {
  entries: 48_212,
  members: 300,
  whole: true,
  asOf: '2026-05-21',
  live: outcome({ [regular]: 194, [silver]: 60, [gold]: 40 }, 2_143_000),
  draft: { ...outcome({ [regular]: 194, [silver]: 66, [gold]: 34 }, 1_689_000), rewardCostFen: 1_200 },
  comparison: {
    better: 12,
    worse: 6,
    same: 282,
    migration: {},
    up: 0,
    down: 6,
    changeFen: { discounts: -454_000, rewards: 1_200, campaigns: 0, liability: 0 },
    mostAffected: [
      {
        ...{ accountId: 'acc_1', memberNo: '88260173', liveTier: gold, draftTier: silver },
        ...{ liveFen: 9_000, draftFen: 5_650, changeFen: -3_350 },
      },
      {
        ...{ accountId: 'acc_2', memberNo: '42802471', liveTier: silver, draftTier: silver },
        ...{ liveFen: 100, draftFen: 300, changeFen: 200 },
      },
    ],
  },
}
const cloud = (answers: { [operation: string]: unknown } = {}) => {
  const all: { [operation: string]: unknown } = {
    ...{ 'programmes.read': versions, 'programmes.check': checked, 'programmes.try': trial },
    ...answers,
  }
  return (asked: Asked) => all[asked.operation] ?? shop(asked)
}

function opening(answers: { [operation: string]: unknown } = {}) {
  const phone = takePhone(cloud(answers))
  phone.storage.set('programme-draft', { text, from: demoTea.name })
  openPage(WhatIfPage)
  return phone
}

async function opened(answers: { [operation: string]: unknown } = {}) {
  const phone = opening(answers)
  await screen.findByText('会员会怎么变')
  return phone
}

/** The sheet with the day is open. */
async function publishing(answers: { [operation: string]: unknown } = {}) {
  const phone = await opened(answers)
  await screen.findByText('金卡：累计消费 ¥1,000 → ¥1,200')
  press('whatif-publish')
  return phone
}

// The phone's clock stands, since days near it are said as words.
beforeEach(() => void jest.spyOn(Date, 'now').mockReturnValue(cloudNow))
afterEach(() => jest.restoreAllMocks())

describe('a draft tried on the history', () => {
  it('says what was compared on how much, and that nothing live was changed', async () => {
    const phone = await opened()
    expect(asks(phone.asked, 'programmes.try')[0]?.input).toEqual({ draft: text })
    expect(words()).toContain('第 3 版 → 草稿 · 截至 5 月 21 日300 位会员')
    expect(words()).toContain('用全部 48,212 笔账目重算，没有改动线上数据')
    await screen.findByText('另有 1 处不同')
  })

  it('says so where a part of the members stands for all', async () => {
    await opened({ 'programmes.try': { ...trial, whole: false } })
    expect(words()).toContain('用部分会员的 48,212 笔账目重算')
  })

  it('shows the members of each tier with the change, and what it costs', async () => {
    await opened()
    expect(words()).toMatch(/194不变.*66\+6.*34−6/)
    for (const row of ['折扣支出¥21,430¥16,890−21.2%', '礼品支出¥0¥12+¥12', '活动支出¥50¥50不变', '积分负债¥3,840'])
      expect(words()).toContain(row)
  })

  it('shows a tier that only the draft has', async () => {
    const phone = takePhone(cloud({ 'programmes.try': { ...trial, draft: outcome({ [regular]: 250, jade: 50 }, 0) } }))
    const jade = { ...demoTea.tiers[1], id: 'jade', name: { zh: '翡翠', en: 'Jade' } }
    const draft = JSON.stringify({ ...demoTea, tiers: [...demoTea.tiers, jade] })
    phone.storage.set('programme-draft', { text: draft, from: demoTea.name })
    openPage(WhatIfPage)
    await waitFor(() => expect(words()).toContain('翡翠50+50'))
  })

  it('counts who gets more, less and the same, and names those for whom it changes most', async () => {
    await opened()
    expect(words()).toContain('得到更多12得到更少6不变282')
    expect(words()).toContain('6 位会员会少得')
    expect(words()).toContain('会员 8826 0173金卡 → 银卡−¥33.50')
    expect(words()).toContain('会员 4280 2471银卡不变+¥2')
  })

  it('publishes for the soonest time at which it well may, and goes back to where it stands as to come', async () => {
    const published = { version: 6, effectiveAt: '2026-06-20T04:30:00.000Z', differences: checked.differences }
    const phone = await publishing({ 'programmes.publish': published })
    expect(words()).toContain('不同2 处其中会员少得1 处生效时间最早 6 月 20 日 12:106 月 20 日 12:30')
    expect(asks(phone.asked, 'programmes.publish')).toEqual([])
    press('publish-confirm')
    await waitFor(() => expect(phone.visited.at(-1)).toMatchObject({ url: '/pages/manager/programme' }))
    const [asked] = asks(phone.asked, 'programmes.publish')
    expect(asked?.input).toEqual({ draft: text, effectiveAt: '2026-06-20T04:30:00.000Z', basedOn: 5 })
    expect(phone.storage.has('programme-draft')).toBe(false)
  })

  it('publishes for a day that was chosen, never before the soonest', async () => {
    const phone = await publishing({ 'programmes.publish': new Refusal('version_taken', '别人已经发布了新版本') })
    press('publish-when')
    press('when-2026-06-19')
    press('chip-09:00')
    press('when-done')
    expect(words()).toContain('太早了，最早')
    press('publish-confirm')
    press('publish-when')
    press('when-2026-06-25')
    press('chip-09:00')
    press('when-done')
    press('publish-confirm')
    await screen.findByText('别人已经发布了新版本')
    const times = asks(phone.asked, 'programmes.publish').map(({ input }) => input['effectiveAt'])
    expect(times).toEqual(['2026-06-25T01:00:00.000Z'])
  })

  it('says why a draft is not published, and keeps it', async () => {
    const phone = await publishing({
      'programmes.publish': new Refusal('notice_too_short', '有 1 处会让会员少得，要提前 30 天公布'),
    })
    press('publish-confirm')
    await screen.findByText('有 1 处会让会员少得，要提前 30 天公布')
    expect(phone.storage.has('programme-draft')).toBe(true)
    expect(phone.visited).toEqual([])
  })

  it('asks with the same request id where no answer came, so that nothing is published twice', async () => {
    const phone = await publishing({ 'programmes.publish': unreachable })
    press('publish-confirm')
    await screen.findByText('没有收到结果，再点一次会接着问，不会重复')
    press('publish-confirm')
    await waitFor(() => expect(asks(phone.asked, 'programmes.publish')).toHaveLength(2))
    const [first, second] = asks(phone.asked, 'programmes.publish')
    expect(second?.requestId).toBe(first?.requestId)
  })

  it('goes back to be changed', async () => {
    const phone = await opened()
    press('whatif-again')
    expect(phone.visited.at(-1)).toMatchObject({ url: '/pages/manager/programme' })
    expect(phone.storage.has('programme-draft')).toBe(true)
  })

  it('says why a draft cannot be tried, and tries again', async () => {
    const phone = opening({ 'programmes.try': new Refusal('programme_invalid', '方案有 2 处不对，先是 tiers：空') })
    await screen.findByText('方案有 2 处不对，先是 tiers：空')
    press('whatif-publish')
    expect(document.getElementById('publish-confirm')).toBeNull()
    phone.serve(cloud())
    press('page-state-action')
    await screen.findByText('会员会怎么变')
  })

  it('publishes nothing before it is known how soon that may be', async () => {
    const phone = await opened({ 'programmes.check': unreachable })
    await screen.findByText('没有检查成，草稿还在')
    press('whatif-publish')
    expect(document.getElementById('publish-confirm')).toBeNull()
    phone.serve(cloud())
    press('check-again')
    await screen.findByText('另有 1 处不同')
    press('whatif-publish')
    expect(document.getElementById('publish-confirm')).not.toBeNull()
  })

  it('says so where there is no history, and may publish all the same', async () => {
    const none = { ...trial, entries: 0, members: 0 }
    opening({ 'programmes.try': none })
    await screen.findByText('还没有账目可以试算')
    await screen.findByText('另有 1 处不同')
    press('whatif-publish')
    expect(document.getElementById('publish-confirm')).not.toBeNull()
  })

  it('says so where there is no draft, and leads to where one is begun', async () => {
    const phone = takePhone(cloud())
    openPage(WhatIfPage)
    await screen.findByText('没有可以试算的草稿')
    press('page-state-action')
    expect(phone.visited.at(-1)).toMatchObject({ url: '/pages/manager/programme' })
    expect(phone.asked).toEqual([])
  })

  it('speaks English', async () => {
    const phone = takePhone(cloud())
    phone.storage.set('programme-draft', { text, from: demoTea.name })
    changeSettings({ language: 'en' })
    openPage(WhatIfPage)
    await screen.findByText('How members change')
    for (const shown of ['Version 3 → draft · as of 21 May', 'Worse off', 'Most affected members'])
      expect(words()).toContain(shown)
  })
})
