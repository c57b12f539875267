import fc from 'fast-check'
import { auditAccount } from '../../shared/books/audit'
import type { Campaign } from '../../shared/programme/parts/campaigns'
import type { Effect } from '../../shared/programme/parts/effects'
import type { Programme } from '../../shared/programme/schema'
import { balanceIn, buy, entriesOf, giveBack, newMember, programmeOf, type Book } from '../support/builders'
import { billFor, campaignOf, campaignShop, pays } from '../support/campaigns'
import { buysWith, claims, consenting, couponsOf } from '../support/coupons'
import { drawOf, takes } from '../support/draws'

const giving = (effects: Effect[], more: Partial<Campaign> = {}, other: object = {}) =>
  campaignShop([campaignOf('one', { effects, ...more })], other)
const given = (book: Book) => entriesOf(book, 'purchase').flatMap(({ campaigns = [] }) => campaigns)
const worths = (book: Book) => couponsOf(book).map(({ worth }) => worth)

describe('on a bill', () => {
  it('a percentage takes the place of a smaller discount and never adds to it', () => {
    const programme = giving([{ kind: 'percent-off', percent: 10 }])
    const member = newMember(programme)
    expect(billFor(member, programme, { fen: 10_000 })).toMatchObject({
      dueFen: 9_000,
      campaigns: [{ id: 'one', offFen: 1_000 }],
    })
    const tiers = programmeOf().tiers.map((tier) => ({
      ...tier,
      benefits: [{ kind: 'discount' as const, percent: 8 }],
    }))
    const beside = { ...programme, tiers }
    expect(billFor(member, beside, { fen: 10_000 })).toMatchObject({
      dueFen: 9_000,
      campaigns: [{ id: 'one', offFen: 200 }],
    })
    const less = giving([{ kind: 'percent-off', percent: 5 }], {}, { tiers })
    expect(billFor(member, less, { fen: 10_000 })).toMatchObject({ dueFen: 9_200, campaigns: [] })
  })

  it('money off comes from what the discount leaves, by the highest step that it reaches', () => {
    const steps: Effect[] = [
      { kind: 'money-off', offFen: 1_500, fromFen: 10_000 },
      { kind: 'money-off', offFen: 5_000, fromFen: 20_000 },
    ]
    const programme = giving(steps)
    const member = newMember(programme)
    const due = (fen: number) => billFor(member, programme, { fen }).dueFen
    expect([due(9_999), due(10_000), due(19_999), due(20_000)]).toEqual([9_999, 8_500, 18_499, 15_000])
    const both = giving([...steps, { kind: 'percent-off', percent: 10 }])
    expect(billFor(member, both, { fen: 11_000 })).toMatchObject({ discountFen: 1_100, moneyOffFen: 0, dueFen: 9_900 })
  })

  it('never comes to less than nothing, and what campaigns take off is told to the fen', () => {
    const effects: Effect[] = [
      { kind: 'money-off', offFen: 5_000 },
      { kind: 'percent-off', percent: 30 },
    ]
    const programme = campaignShop([campaignOf('one', { effects }), campaignOf('two', { effects })])
    const member = newMember(programme)
    fc.assert(
      fc.property(fc.nat(100_000), (fen) => {
        const bill = billFor(member, programme, { fen })
        expect(bill.dueFen).toBeGreaterThanOrEqual(0)
        expect(bill.campaigns.reduce((sum, { offFen }) => sum + offFen, 0)).toBe(fen - bill.dueFen)
      }),
    )
  })

  it('gives no coupon beside what it takes off', () => {
    const programme = giving([
      { kind: 'money-off', offFen: 1_500 },
      { kind: 'percent-off', percent: 10 },
    ])
    const paid = pays(consenting(programme), programme, { fen: 10_000 })
    expect([given(paid), couponsOf(paid)]).toMatchObject([[{ offFen: 2_500, costFen: 2_500, issued: 0 }], []])
  })

  it('counts from the amount before anything is taken off', () => {
    const programme = giving([{ kind: 'percent-off', percent: 50 }], { aim: { fromFen: 10_000 } })
    const member = newMember(programme)
    expect(billFor(member, programme, { fen: 9_999 }).dueFen).toBe(9_999)
    const paid = pays(member, programme, { fen: 10_000 })
    expect(entriesOf(paid, 'purchase')[0]).toMatchObject({ amountFen: 5_000, listFen: 10_000 })
    expect(given(paid)).toMatchObject([{ id: 'one', offFen: 5_000, costFen: 5_000 }])
  })
})

describe('a campaign for some goods', () => {
  const goods = [{ code: 'longjing', name: { zh: '龙井', en: 'Longjing' } }]
  const aim = { goods: ['longjing'] }
  const part = (onFen: number) => [{ campaignId: 'one', onFen }]

  it('takes its percentage off their part of the bill alone, and nothing where none of them is on it', () => {
    const programme = giving([{ kind: 'percent-off', percent: 10 }], { aim }, { goods })
    const member = newMember(programme)
    expect(billFor(member, programme, { fen: 10_000, parts: part(3_000) })).toMatchObject({
      dueFen: 9_700,
      campaigns: [{ offFen: 300 }],
    })
    expect(billFor(member, programme, { fen: 10_000 }).dueFen).toBe(10_000)
    expect(billFor(member, programme, { fen: 1_000, parts: part(3_000) }).dueFen).toBe(900)
  })

  it('takes money off from their part on', () => {
    const programme = giving([{ kind: 'money-off', offFen: 1_000, fromFen: 5_000 }], { aim }, { goods })
    const member = newMember(programme)
    const due = (onFen: number) => billFor(member, programme, { fen: 10_000, parts: part(onFen) }).dueFen
    expect([due(4_999), due(5_000)]).toEqual([10_000, 9_000])
  })

  it('multiplies the points of their part alone, of which a refund of a part takes its share', () => {
    const programme = giving([{ kind: 'earning-times', times: 2 }], { aim }, { goods })
    const paid = pays(newMember(programme), programme, { fen: 10_000, parts: part(4_000) })
    expect(balanceIn(paid)).toBe(140)
    const half = giveBack(paid, programme, { fen: 5_000 })
    expect(balanceIn(half)).toBe(70)
    expect(balanceIn(giveBack(half, programme, { fen: 5_000 }))).toBe(0)
  })

  it('rounds what it multiplies, and what that costs, as the programme rounds', () => {
    const effects: Effect[] = [{ kind: 'earning-times', times: 1.5 }]
    const onGoods = giving(effects, { aim }, { goods, earning: { rounding: 'up' } })
    const paid = pays(newMember(onGoods), onGoods, { fen: 10_050, parts: part(4_100) })
    expect([balanceIn(paid), given(paid)[0]?.points]).toEqual([122, 21])
    expect(balanceIn(giveBack(paid, onGoods, { fen: 10_050 }))).toBe(0)
    const onAll = giving(effects, {}, { earning: { rounding: 'up' } })
    expect(given(pays(newMember(onAll), onAll, { fen: 4_100 }))).toMatchObject([{ points: 0, costFen: 21 }])
  })
})

describe('a discount that takes nothing off', () => {
  const bonus = campaignOf('bonus', { excludes: ['off'] })
  const counted = (effects: Effect[], more: object = {}, other: object = {}) => {
    const programme = campaignShop([campaignOf('off', { effects, priority: 5 }), bonus], other)
    const paid = pays(consenting(programme), programme, { fen: 10_000, ...more })
    return given(paid).map(({ id }) => id)
  }
  const discount = [{ kind: 'discount' as const, percent: 20 }]
  const tiers = programmeOf().tiers.map((tier) => ({ ...tier, benefits: discount }))

  it('excludes nothing: below its step, beneath the discount that the tier has, beside a coupon that bears none', () => {
    const step = (fromFen: number): Effect[] => [{ kind: 'money-off', offFen: 1_000, fromFen }]
    expect([counted(step(10_000)), counted(step(10_001))]).toEqual([['off'], ['bonus']])
    expect([counted([{ kind: 'percent-off', percent: 30 }], {}, { tiers })]).toEqual([['off']])
    expect([counted([{ kind: 'percent-off', percent: 20 }], {}, { tiers })]).toEqual([['bonus']])
    const programme = campaignShop([])
    const [coupon] = couponsOf(claims(consenting(programme), programme))
    expect(counted(step(10_000), { coupons: [{ ...coupon!, stacks: false }] })).toEqual(['bonus'])
    expect(counted(step(10_000), { coupons: [{ ...coupon!, stacks: true }] })).toEqual(['off'])
  })

  it('excludes as before where it gives something besides, and where a till worked the bill out itself', () => {
    const effects: Effect[] = [
      { kind: 'money-off', offFen: 1_000, fromFen: 20_000 },
      { kind: 'points', points: 5 },
    ]
    expect(counted(effects)).toEqual(['off'])
    const programme = campaignShop([campaignOf('off', { effects: [effects[0]!], priority: 5 }), bonus])
    expect(given(buy(consenting(programme), programme, { fen: 10_000 }))).toEqual([])
  })
})

describe('with an order', () => {
  it('adds points, and multiplies by the largest of several', () => {
    const programme = campaignShop([
      campaignOf('bonus'),
      campaignOf('double', { effects: [{ kind: 'earning-times', times: 2 }] }),
      campaignOf('less', { effects: [{ kind: 'earning-times', times: 1.5 }] }),
    ])
    const paid = pays(newMember(programme), programme, { fen: 10_000 })
    expect(balanceIn(paid)).toBe(210)
    expect(given(paid).map(({ id, points, costFen }) => ({ id, points, costFen }))).toEqual([
      { id: 'bonus', points: 10, costFen: 10 },
      { id: 'double', points: 0, costFen: 100 },
    ])
  })

  it('issues coupons, gifts and cash back to whoever has agreed to the terms, and to nobody else', () => {
    const programme = giving([
      { kind: 'coupon', couponId: 'ten', count: 2 },
      { kind: 'gift', name: { zh: '杯', en: 'a cup' }, worthFen: 3_000, costFen: 800 },
      { kind: 'cash-back', percent: 10, upToFen: 2_000 },
    ])
    const paid = pays(consenting(programme), programme, { fen: 15_055 })
    expect(worths(paid)).toEqual([
      { kind: 'amount', offFen: 1_000, fromFen: 6_000 },
      { kind: 'amount', offFen: 1_000, fromFen: 6_000 },
      { kind: 'gift', gift: { zh: '杯', en: 'a cup' }, worthFen: 3_000 },
      { kind: 'amount', offFen: 1_505 },
    ])
    expect(given(paid)).toMatchObject([{ issued: 4, issuedFen: 4_305, costFen: 4_305 }])
    const unknown = pays(newMember(programme), programme, { fen: 15_055 })
    expect([couponsOf(unknown), given(unknown)]).toEqual([[], []])
  })

  it('cash back is up to its most, and none for less than a fen', () => {
    const programme = giving([{ kind: 'cash-back', percent: 10, upToFen: 2_000 }])
    expect(worths(pays(consenting(programme), programme, { fen: 90_000 }))).toEqual([{ kind: 'amount', offFen: 2_000 }])
    expect(worths(pays(consenting(programme), programme, { fen: 9 }))).toEqual([])
  })

  it('chances in a draw, which its refund takes back unused', () => {
    const draw = drawOf()
    const programme = giving([{ kind: 'chance', drawId: 'wheel', chances: 2 }], {}, { draws: [draw] })
    const paid = pays(consenting(programme), programme, { fen: 100 })
    const left = (book: Book) => (book.account.chances?.granted ?? []).map((one) => one.left)
    expect([left(paid), given(paid)[0]?.chances]).toEqual([[2], 2])
    expect(left(giveBack(paid, programme, { fen: 100 }))).toEqual([])
    expect(left(pays(newMember(programme), programme, { fen: 100 }))).toEqual([])
  })

  it('no chance in a draw that is not open, and then nothing counts as given', () => {
    const draw = drawOf({ when: { kind: 'dates', from: '2026-01-11', to: '2026-01-31' } })
    const perMember = { times: 1, per: 'lifetime' as const }
    const programme = giving([{ kind: 'chance', drawId: 'wheel', chances: 2 }], { perMember }, { draws: [draw] })
    const before = pays(consenting(programme), programme, { id: 'a', fen: 100, at: '2026-01-10T04:00:00.000Z' })
    expect([before.account.chances, given(before), before.account.taken]).toEqual([undefined, [], undefined])
    const open = pays(before, programme, { id: 'b', fen: 100, at: '2026-01-11T04:00:00.000Z' })
    expect([open.account.chances?.granted[0]?.left, given(open)[0]?.chances]).toEqual([2, 2])
  })

  it('as often as each member may have it, in its window', () => {
    const programme = giving([{ kind: 'points', points: 10 }], { perMember: { times: 2, per: 'day' } })
    const day = (book: Book, ids: string[], at?: string) =>
      ids.reduce((so, id) => pays(so, programme, { id, fen: 0, ...(at ? { at } : {}) }), book)
    const first = day(newMember(programme), ['a', 'b', 'c'])
    expect(balanceIn(first)).toBe(20)
    expect(balanceIn(day(first, ['d'], '2026-01-11T04:00:00.000Z'))).toBe(30)
  })

  it('nothing of a campaign that cannot pay for it', () => {
    const programme = giving([{ kind: 'points', points: 10 }])
    expect(balanceIn(pays(newMember(programme), programme, { fen: 0, spent: new Set(['one']) }))).toBe(0)
  })
})

describe('a refund', () => {
  const effects: Effect[] = [
    { kind: 'points', points: 50 },
    { kind: 'earning-times', times: 2 },
    { kind: 'coupon', couponId: 'ten' },
    { kind: 'cash-back', percent: 10, upToFen: 2_000 },
  ]
  const aim = { fromFen: 5_000 }

  it('of the whole order takes back all that the campaign gave, and its budget has the cost again', () => {
    const programme = giving(effects, { aim, perMember: { times: 1, per: 'day' } })
    const member = consenting(programme)
    const paid = pays(member, programme, { fen: 10_000 })
    expect([balanceIn(paid), couponsOf(paid).length]).toEqual([250, 2])
    const back = giveBack(paid, programme, { fen: 10_000 })
    expect([balanceIn(back), couponsOf(back), back.account.debt]).toEqual([0, [], 0])
    expect(entriesOf(back, 'refund')[0]?.campaigns).toMatchObject([{ costFen: given(paid)[0]?.costFen }])
    // The one a day may be had again.
    expect(balanceIn(pays(back, programme, { id: 'b', fen: 5_000 }))).toBe(150)
  })

  it('leaves a member’s limit as it is where what came with the order was used, so that nobody has it twice', () => {
    const only = { perMember: { times: 1, per: 'lifetime' as const } }
    const programme = giving([{ kind: 'coupon', couponId: 'ten' }], only)
    const paid = pays(consenting(programme), programme, { fen: 10_000 })
    const used = buysWith(paid, programme, { id: 'b', fen: 7_000, coupons: couponsOf(paid) })
    const again = (book: Book) =>
      couponsOf(pays(giveBack(book, programme, { fen: 10_000 }), programme, { id: 'c', fen: 10_000 })).length
    expect([again(paid), again(used)]).toEqual([1, 0])
    const draw = drawOf({ chances: [{ kind: 'check-in', chances: 1, limit: { times: 1, per: 'day' } }] })
    const drawing = giving([{ kind: 'chance', drawId: 'wheel', chances: 1 }], only, { draws: [draw] })
    const drawn = takes(pays(consenting(drawing), drawing, { fen: 100 }), drawing)
    const next = pays(giveBack(drawn, drawing, { fen: 100 }), drawing, { id: 'b', fen: 100 })
    expect(given(next).length).toBe(1)
  })

  it('of a part that loses the multiplier leaves the next that would have counted: the birthday, or another campaign', () => {
    const times = (id: string, times: number, more: Partial<Campaign> = {}) =>
      campaignOf(id, { effects: [{ kind: 'earning-times', times }], ...more })
    const campaigns = [times('triple', 3, { aim: { fromFen: 10_000 } }), times('half-more', 1.5)]
    const tiers = programmeOf().tiers.map((tier) => ({
      ...tier,
      benefits: [{ kind: 'birthday-points' as const, times: 2 }],
    }))
    const left = (programme: Programme, birthday?: string) => {
      const paid = pays(consenting(programme, birthday ? { birthday } : {}), programme, { fen: 10_000 })
      expect(balanceIn(paid)).toBe(300)
      const back = giveBack(paid, programme, { fen: 5_000 })
      expect(auditAccount(back.account, balanceIn(back), back.entries)).toEqual([])
      expect(balanceIn(giveBack(back, programme, { id: 'r2', fen: 5_000 }))).toBe(0)
      return balanceIn(back)
    }
    expect(left(campaignShop(campaigns, { tiers }), '01-10')).toBe(100)
    expect(left(campaignShop(campaigns, { tiers }))).toBe(75)
    expect(left(campaignShop(campaigns.slice(0, 1), { tiers }))).toBe(50)
    const later = [campaigns[0]!, times('half-more', 1.5, { aim: { fromFen: 5_001 } })]
    expect(left(campaignShop(later, { tiers }))).toBe(50)
    // What a budget or a limit would have to count does not come by a refund.
    const limited = [campaigns[0]!, times('half-more', 1.5, { budgetFen: 100 })]
    expect(left(campaignShop(limited, { tiers }))).toBe(50)
  })

  it('of a part keeps it while what is left reaches its threshold, and the rest earns as if it had been all', () => {
    const programme = giving(effects, { aim })
    const paid = pays(consenting(programme), programme, { fen: 10_000 })
    const less = giveBack(paid, programme, { fen: 4_000 })
    expect(balanceIn(less)).toBe(170)
    expect(worths(less)).toContainEqual({ kind: 'amount', offFen: 600 })
    const below = giveBack(less, programme, { fen: 1_001 })
    expect([balanceIn(below), couponsOf(below)]).toEqual([49, []])
    expect(balanceIn(giveBack(below, programme, { fen: 4_999 }))).toBe(0)
  })

  it('leaves paid for what was used, and what was taken off the bill of a part that is kept', () => {
    const programme = giving([{ kind: 'coupon', couponId: 'ten' }], { aim })
    const paid = pays(consenting(programme), programme, { fen: 10_000 })
    const used = { ...paid, account: { ...paid.account, coupons: [] } }
    expect(entriesOf(giveBack(used, programme, { fen: 10_000 }), 'refund')[0]?.campaigns).toMatchObject([
      { costFen: 0 },
    ])
    const off = giving([{ kind: 'percent-off', percent: 10 }], { aim })
    const reduced = pays(newMember(off), off, { fen: 10_000 })
    const part = giveBack(reduced, off, { fen: 5_000 })
    expect(entriesOf(part, 'refund')[0]?.campaigns).toMatchObject([{ costFen: 0 }])
    const all = giveBack(reduced, off, { fen: 9_000 })
    expect(entriesOf(all, 'refund')[0]?.campaigns).toMatchObject([{ costFen: 1_000 }])
  })

  it('in any parts comes to the same as none of the order: points, coupons and what budgets counted', () => {
    const programme = giving([...effects, { kind: 'percent-off', percent: 10 }], { aim, budgetFen: 1_000_000 })
    const back = (book: Book) => entriesOf(book, 'refund').flatMap(({ campaigns = [] }) => campaigns)
    const cost = (all: readonly { costFen: number }[]) => all.reduce((sum, { costFen }) => sum + costFen, 0)
    const cents = fc.array(fc.integer({ min: 1, max: 6_000 }), { minLength: 1, maxLength: 6 })
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 20_000 }), cents, (fen, parts) => {
        const paid = pays(consenting(programme), programme, { fen })
        let left = entriesOf(paid, 'purchase')[0]?.amountFen ?? 0
        let book = paid
        for (const part of [...parts, fen]) {
          const take = Math.min(part, left)
          if (take === 0) break
          book = giveBack(book, programme, { fen: take })
          left -= take
        }
        expect([balanceIn(book), book.account.debt, couponsOf(book)]).toEqual([0, 0, []])
        expect(book.account.totals).toEqual({ spendFen: 0, orders: 0, pointsEarned: 0 })
        expect(cost(back(book))).toBe(cost(given(paid)))
      }),
      { numRuns: 60 },
    )
  })
})

it('a programme without campaigns gives what it gave before there were any', () => {
  const programme = programmeOf()
  const paid = buy(newMember(programme), programme, { fen: 10_000 })
  expect(entriesOf(paid, 'purchase')[0]).not.toHaveProperty('campaigns')
})
