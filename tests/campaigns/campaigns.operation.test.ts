import { budgetId } from '../../shared/campaigns/budgets'
import { wxEffects } from '../../cloudfunctions/_runtime/wx'
import type { Campaign } from '../../shared/programme/parts/campaigns'
import { campaignOf } from '../support/campaigns'
import {
  auditAll,
  bendProgramme,
  enrolPhone,
  manage,
  memberOf,
  order,
  phone,
  record,
  refundOf,
  useShop,
  valueOf,
} from '../support/shop'
import { atTill, codeShownBy, hire } from '../support/till'

const shop = useShop('express-courier', 'once')
const clerk = 'o-clerk'

/** ¥7.00 of points with every order of at least ¥10. */
const seven = (id: string, more: Partial<Campaign> = {}) =>
  campaignOf(id, { effects: [{ kind: 'points', points: 700 }], aim: { stores: ['S1'], fromFen: 1_000 }, ...more })

beforeAll(async () => {
  await bendProgramme(shop.cloud, {
    redemption: { pointsPerYuan: 100 },
    goodsCategories: [{ code: 'tea', name: { zh: '茶', en: 'tea' } }],
    goods: [{ code: 'cake', name: { zh: '茶点', en: 'Cake' } }],
    campaigns: [
      seven('grant', { budgetFen: 100_000, aim: { stores: ['S1'], fromFen: 1_000, channels: ['online'] } }),
      campaignOf('ten-off', {
        effects: [{ kind: 'money-off', offFen: 1_000, fromFen: 5_000 }],
        aim: { stores: ['S2'] },
        storeBudgetFen: 1_500,
      }),
      campaignOf('on-tea', {
        effects: [{ kind: 'earning-times', times: 2 }],
        aim: { stores: ['S1'], categories: ['tea'], goods: ['cake'] },
      }),
      campaignOf('measured', {
        effects: [{ kind: 'gift', name: { zh: '杯', en: 'a cup' } }],
        when: { kind: 'dates', from: '2026-05-01', to: '2026-05-31' },
        control: { percent: 50 },
      }),
    ],
    budgets: [
      {
        id: 'summer',
        name: { zh: '夏季', en: 'Summer' },
        campaigns: ['grant', 'ten-off'],
        totalFen: 200_000,
        splitPercent: { benefits: 50, promotion: 30, events: 20 },
      },
    ],
  })
  await hire(shop.cloud, clerk, ['S1', 'S2'])
})

const spentOf = async (id: string) => {
  await shop.cloud.drain()
  const stocks: { document: any }[] = await shop.cloud.dump('stocks')
  return stocks.find(({ document }) => document._id === id)?.document
}
const online = (customer: string) => ({ ...order({ customer, amountFen: 1_000 }), channel: 'online' })
const sheetOf = async (who: string) => {
  await shop.cloud.advance(31_000)
  const code = await codeShownBy(shop.cloud, who)
  return valueOf(await atTill(shop.cloud, clerk, 'staff.scan', { code, storeId: 'S2' }))
}
const pay = (sheet: any, amountFen: number, dueFen: number, more: object = {}) =>
  atTill(shop.cloud, clerk, 'staff.accrue', {
    scanId: sheet.scanId,
    accountId: sheet.accountId,
    amountFen,
    dueFen,
    ...more,
  })

it('of 300 grants of ¥7.00 at once on a budget of ¥1,000.00 exactly 142 are given; every order is taken', async () => {
  const orders = Array.from({ length: 300 }, (_, index) => online(`many-${index}`))
  const results = (await Promise.all(orders.map((one) => record(shop.cloud, shop.till, [one])))).flat()
  expect(results.filter(({ ok }) => ok)).toHaveLength(300)
  const points = results.map((result) => (result.ok ? result.points : 0))
  expect(points.filter((one) => one === 710)).toHaveLength(142)
  expect(points.filter((one) => one === 10)).toHaveLength(158)
  expect(await spentOf(budgetId('grant'))).toMatchObject({ taken: 99_400, held: {} })
  const { campaigns } = await manage(shop.cloud, 'campaigns.budgets')
  expect(campaigns[0]).toMatchObject({ id: 'grant', budgetFen: 100_000, spentFen: 99_400 })
})

it('a refund gives its budget what it took, and the next order has it', async () => {
  const given = (await shop.cloud.dump('entries')).find(({ document }: any) => document.campaigns?.length === 1)
    ?.document as any
  const orderId = given.orderId as string
  await record(shop.cloud, shop.till, [refundOf(orderId, 1_000)])
  expect(await spentOf(budgetId('grant'))).toMatchObject({ taken: 98_700, held: {} })
  const [next] = await record(shop.cloud, shop.till, [online('next')])
  expect(next).toMatchObject({ ok: true, points: 710 })
  expect(await memberOf(shop.cloud, 'next')).toMatchObject({ points: 710 })
})

it('of two orders in one batch the first has what is left of the budget', async () => {
  await bendLeft(1_300)
  const results = await record(shop.cloud, shop.till, [online('batch'), online('batch')])
  expect(results.map((result) => (result.ok ? result.points : 0))).toEqual([710, 10])
})

/** Leaves so much of the first budget. */
async function bendLeft(leftFen: number): Promise<void> {
  const stock = await spentOf(budgetId('grant'))
  await shop.cloud.run(async () => {
    await wxEffects().store.put('stocks', { ...stock, _id: budgetId('grant'), taken: 100_000 - leftFen })
  })
}

describe('at the till', () => {
  it('a campaign is on the bill; once its store has spent its budget the till is told the bill without it', async () => {
    for (const who of ['o-anna', 'o-benno']) await enrolPhone(shop.cloud, who)
    const [anna, benno] = [await sheetOf('o-anna'), await sheetOf('o-benno')]
    const off = { id: 'ten-off', moneyOff: [{ fromFen: 5_000, offFen: 1_000 }], times: null, points: 0 }
    expect(anna.campaigns).toMatchObject([off])
    expect(anna.earning).toEqual({ times: 100, most: null })
    // The lowest tier has 5 % off: 57.00, less 10.00.
    const paid = valueOf(await pay(anna, 6_000, 4_700))
    expect(paid).toMatchObject({ amountFen: 4_700, listFen: 6_000, discountFen: 300 })
    expect(await spentOf(budgetId('ten-off', 'S2'))).toMatchObject({ taken: 1_000, held: {} })
    // What a store's budget has paid is part of what they have cost together.
    const { budgets, campaigns } = await manage(shop.cloud, 'campaigns.budgets')
    expect(campaigns[1]).toMatchObject({ id: 'ten-off', budgetFen: null, spentFen: 1_000 })
    expect(budgets).toMatchObject([{ id: 'summer', spentFen: campaigns[0].spentFen + 1_000 }])
    const refused = await pay(benno, 6_000, 4_700)
    expect(refused).toMatchObject({ refusal: { code: 'bill_changed', details: { dueFen: 5_700, spent: 'ten-off' } } })
    expect(valueOf(await pay(benno, 6_000, 5_700, { spent: ['ten-off'] }))).toMatchObject({ amountFen: 5_700 })
    const { orderId } = paid
    valueOf(await atTill(shop.cloud, clerk, 'staff.undo', { orderId, storeId: 'S2', accountId: anna.accountId }))
    expect(await spentOf(budgetId('ten-off', 'S2'))).toMatchObject({ taken: 0, held: {} })
  })
})

it('members see what is on for them', async () => {
  await enrolPhone(shop.cloud, 'o-cora')
  const { campaigns } = valueOf(await phone(shop.cloud, 'o-cora', 'campaigns.list'))
  expect(campaigns.map(({ id, isOn }: any) => [id, isOn])).toEqual([
    ['grant', true],
    ['ten-off', true],
    ['on-tea', true],
  ])
  expect(campaigns.map(({ goods }: any) => goods.map(({ zh }: any) => zh))).toEqual([[], [], ['茶', '茶点']])
  expect(campaigns[0]).toMatchObject({ stores: ['一店'], fromFen: 1_000, until: null, spent: false })
})

it('a statement names the campaign by which an order brought more points, and none for one that brought none', async () => {
  const { memberNo } = valueOf(await phone(shop.cloud, 'o-cora', 'home.read')).member
  await bendLeft(700)
  for (const one of [online('cora'), online('cora')])
    await record(shop.cloud, shop.till, [{ ...one, customer: { memberNo } }])
  const { entries } = valueOf(await phone(shop.cloud, 'o-cora', 'points.statement', {}))
  const bought = entries.filter(({ reason }: any) => reason.code === 'purchase')
  expect(bought.map(({ points, reason }: any) => [points, reason.campaigns])).toEqual([
    [10, []],
    [710, [{ zh: 'grant', en: 'grant' }]],
  ])
})

it('the effect is measured page by page, and only of a campaign that leaves a control group', async () => {
  const { sums, nextCursor, effect } = await manage(shop.cloud, 'campaigns.effect', { campaignId: 'measured' })
  // Everybody joined after it had begun.
  expect({ sums, nextCursor, effect }).toMatchObject({
    sums: { treated: { members: 0 } },
    nextCursor: null,
    effect: null,
  })
  await expect(manage(shop.cloud, 'campaigns.effect', { campaignId: 'grant' })).rejects.toThrow('campaign_unmeasured')
  await expect(manage(shop.cloud, 'campaigns.effect', { campaignId: 'gone' })).rejects.toThrow('campaign_unknown')
})

it('leaves books that add up', async () => {
  expect(await auditAll(shop.cloud)).toMatchObject({ faults: [] })
})
