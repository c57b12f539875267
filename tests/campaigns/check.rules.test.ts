import { openJournal, record } from '../../shared/books/journal'
import { checkProgramme } from '../../shared/programme/check'
import type { Campaign } from '../../shared/programme/parts/campaigns'
import type { Effect } from '../../shared/programme/parts/effects'
import { entriesOf, firstDay, giveBack, stampAt, type Book } from '../support/builders'
import { campaignOf, campaignShop, pays } from '../support/campaigns'
import { consenting, templateOf } from '../support/coupons'
import { drawOf } from '../support/draws'

const faultsOf = (more: Partial<Campaign>) => {
  const checked = checkProgramme(campaignShop([campaignOf('one', more)]))
  return checked.ok ? [] : checked.faults.map(({ path, en }) => `${path}: ${en}`)
}

it('a campaign with a control group says from when to when it runs', () => {
  const control = { percent: 10 }
  expect(faultsOf({ control })).toEqual([
    'campaigns[0].control: A campaign with a control group needs a first and a last day (when: dates)',
  ])
  expect(faultsOf({ control, when: { kind: 'dates', from: '2026-05-01', to: '2026-05-31' } })).toEqual([])
})

it('a campaign for walk-ins has no budget, since nobody’s account could stop it', () => {
  expect(faultsOf({ aim: { who: 'walk-in' }, budgetFen: 100 })).toEqual([
    'campaigns[0].budgetFen: A budget cannot stop a campaign for walk-ins, who have no account: limit the stock of its coupon',
  ])
})

it('what excludes a campaign that is not there is told', () => {
  expect(faultsOf({ excludes: ['gone'] })).toEqual(['campaigns[0].excludes: There is no campaign named gone'])
})

describe('a campaign with a budget', () => {
  const effects = (...all: Effect[]) => ({ effects: all, budgetFen: 100_000 })
  const chance: Effect = { kind: 'chance', drawId: 'wheel', chances: 1 }
  const shopOf = (campaign: Partial<Campaign>, more: object = {}) =>
    campaignShop([campaignOf('one', campaign)], { draws: [drawOf()], ...more })
  const told = (campaign: Partial<Campaign>, more: object = {}) => {
    const checked = checkProgramme(shopOf(campaign, more))
    return checked.ok ? [] : checked.faults.map(({ path, zh }) => `${path}: ${zh}`)
  }

  it('is refused where nothing tells what an effect costs, unless the campaign says it', () => {
    const why = [
      'campaigns[0].effects[1]: 「抽奖机会 1 次」要花多少算不出来，预算停不住它：请写明每次的成本（costFen），或去掉预算',
    ]
    const given = effects({ kind: 'points', points: 10 }, chance)
    expect(told(given)).toEqual(why)
    expect(told({ ...given, costFen: 300 })).toEqual([])
    expect(told({ effects: given.effects })).toEqual([])
    expect(told(effects({ kind: 'points', points: 10 }), { redemption: null })).toHaveLength(1)
    const coupons = [templateOf('ten', { worth: { kind: 'percent', percent: 10 } })]
    const coupon: Effect = { kind: 'coupon', couponId: 'ten' }
    expect([told(effects(coupon)), told(effects(coupon), { coupons })].map(({ length }) => length)).toEqual([0, 1])
    const upTo = [templateOf('ten', { worth: { kind: 'percent', percent: 10, upToFen: 900 } })]
    expect(told(effects(coupon), { coupons: upTo })).toEqual([])
  })

  it('is refused where only the till knows what it costs, whatever the campaign says', () => {
    const delivery = { ...effects({ kind: 'free-delivery' }), costFen: 300 }
    expect(told(delivery)).toEqual([
      'campaigns[0].effects[0]: 「免运费」由收银台执行，花了多少系统不知道，预算停不住它：请去掉这个活动的预算',
    ])
  })

  it('is stopped by what the campaign says one costs, and has it again with the refund as far as nothing was drawn', () => {
    const programme = shopOf({ ...effects(chance), costFen: 300 })
    const paid = pays(consenting(programme), programme, { fen: 100 })
    expect(entriesOf(paid, 'purchase')[0]?.campaigns).toMatchObject([{ costFen: 300, issuedFen: 300, chances: 1 }])
    const cost = (book: Book) => entriesOf(book, 'refund')[0]?.campaigns?.map(({ costFen }) => costFen)
    expect(cost(giveBack(paid, programme, { fen: 100 }))).toEqual([300])
    const [granted] = paid.account.chances!.granted
    const take = {
      kind: 'chance-take' as const,
      drawId: 'wheel',
      roundId: 'wheel.2026-01',
      grantNo: granted!.no,
      takes: [],
    }
    const fact = { ...take, saltHash: '', until: '2026-02-01T00:00:00.000Z' }
    const { account, entries } = record(openJournal(paid.account, stampAt(firstDay)), fact, { at: firstDay })
    const drawn = { account, entries: [...paid.entries, ...entries] }
    expect(cost(giveBack(drawn, programme, { fen: 100 }))).toEqual([0])
  })
})
