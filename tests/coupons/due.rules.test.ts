import fc from 'fast-check'
import { auditAccount } from '../../shared/books/audit'
import { openJournal, record } from '../../shared/books/journal'
import { birthdayNow, giveChosen, nextDueAt } from '../../shared/coupons/due'
import { tiersGivenMore } from '../../shared/coupons/given-more'
import { redeemCoupon } from '../../shared/coupons/redeem'
import { allow } from '../../shared/kit/ruling'
import { addDays, addMilliseconds, dayOf, startOfDay } from '../../shared/kit/time'
import type { Programme, TierBenefit } from '../../shared/programme/schema'
import {
  allowed,
  balanceIn,
  buy,
  correct,
  entriesOf,
  giveBack,
  newMember,
  spendOf,
  stampAt,
  tierOf,
  tryToGiveBack,
  type Book,
} from '../support/builders'
import { buysWith, consenting, couponShop, couponsOf, noon, templateOf, tickAt } from '../support/coupons'
import { drawOf } from '../support/draws'

const toMonthEnd = { kind: 'from-issue' as const, lasts: 'to month-end' }
const templates = [
  templateOf('one', { valid: toMonthEnd }),
  templateOf('two', { valid: toMonthEnd }),
  templateOf('free', { valid: toMonthEnd, worth: { kind: 'percent', percent: 30 } }),
]
const pack = (couponId: string, count: number | 'unlimited'): TierBenefit => ({
  kind: 'coupon-pack',
  couponId,
  count,
  per: 'month',
  name: { zh: couponId, en: couponId },
})
const gift = (code: string, more: object = {}): TierBenefit => ({
  kind: 'gift',
  code,
  name: { zh: code, en: code },
  when: 'on-reaching',
  ...more,
})
const shop = (regular: TierBenefit[], silver: TierBenefit[] = [], gold: TierBenefit[] = [], more = {}): Programme =>
  couponShop(templates, {
    tiers: [
      tierOf({ id: 'regular', benefits: regular }),
      tierOf({ id: 'silver', benefits: silver, qualification: spendOf(50_000) }),
      tierOf({ id: 'gold', benefits: gold, qualification: spendOf(100_000) }),
    ],
    ...more,
  })
const held = (book: Book) => couponsOf(book).map(({ templateId }) => templateId)
const days = (book: Book) => couponsOf(book).map(({ from, until }) => [dayOf(from), addDays(dayOf(until), -1)])
const names = (book: Book) => couponsOf(book).map(({ name }) => name.en)

describe('monthly coupons', () => {
  const programme = shop([pack('one', 1)], [pack('two', 2)], [pack('free', 'unlimited')])
  const joined = consenting(programme)

  it('come on the first, once however often the clock runs, and end with the month', () => {
    const first = tickAt(joined, programme, startOfDay('2026-02-01'))
    expect(days(first)).toEqual([['2026-02-01', '2026-02-28']])
    const again = tickAt(tickAt(first, programme, startOfDay('2026-02-01')), programme, noon('2026-02-20'))
    expect(again).toEqual(first)
    const march = tickAt(first, programme, startOfDay('2026-03-01'))
    expect(days(march)).toEqual([['2026-03-01', '2026-03-31']])
    expect(entriesOf(march, 'coupon-lapse')).toHaveLength(1)
  })

  it('say which of how many they are, where they come together', () => {
    const at = noon('2026-01-15')
    const silver = tickAt(buy(joined, programme, { fen: 50_000, at }), programme, startOfDay('2026-02-01'))
    expect(couponsOf(silver).map(({ templateId, among }) => [templateId, among])).toEqual([
      ['two', { nth: 1, of: 2 }],
      ['two', { nth: 2, of: 2 }],
    ])
    expect(couponsOf(tickAt(joined, programme, startOfDay('2026-02-01')))[0]).not.toHaveProperty('among')
  })

  it('are not for the month in which somebody joined, unless on its first', () => {
    expect(held(tickAt(joined, programme, noon('2026-01-10')))).toEqual([])
    const early = consenting(programme, { at: noon('2026-02-01') })
    expect(held(tickAt(early, programme, noon('2026-02-01')))).toEqual(['one'])
  })

  it('are those of the tier held on the first, also where the clock comes three days late', () => {
    const before = buy(joined, programme, { fen: 50_000, at: noon('2026-01-31') })
    expect(held(tickAt(before, programme, startOfDay('2026-02-01')))).toEqual(['two', 'two'])
    const late = buy(joined, programme, { fen: 50_000, at: noon('2026-02-02') })
    expect(late.account.tierId).toBe('silver')
    expect(held(tickAt(late, programme, noon('2026-02-04')))).toEqual(['one'])
    expect(held(tickAt(tickAt(late, programme, noon('2026-02-04')), programme, startOfDay('2026-03-01')))).toEqual([
      'two',
      'two',
    ])
  })

  it('do not come twice to whoever rises on the first itself', () => {
    const early = tickAt(joined, programme, startOfDay('2026-02-01'))
    const risen = buy(early, programme, { fen: 50_000, at: noon('2026-02-01') })
    expect(held(tickAt(risen, programme, noon('2026-02-01')))).toEqual(['one'])
    const risenFirst = buy(joined, programme, { fen: 50_000, at: noon('2026-02-01') })
    expect(held(tickAt(risenFirst, programme, noon('2026-02-01')))).toEqual(['two', 'two'])
  })

  describe('whose tier a refund takes', () => {
    const at = noon('2026-01-31')
    const back = noon('2026-02-02')
    const rich = buy(joined, programme, { fen: 100_000, at })
    const first = tickAt(rich, programme, startOfDay('2026-02-01'))
    const refunded = (book: Book, fen = 100_000) =>
      tickAt(giveBack(book, programme, { fen, at: back }), programme, back)

    it('go back unused, and those of the tier that would have been held come in their place', () => {
      expect(held(first)).toEqual(['free'])
      expect(held(refunded(first))).toEqual(['one'])
      expect(held(refunded(first, 40_000))).toEqual(['two', 'two'])
      const after = refunded(first)
      expect([auditAccount(after.account, balanceIn(after), after.entries), held(refunded(rich))]).toEqual([
        [],
        ['one'],
      ])
    })

    it('stay where that tier had been held on the first without the order, and in a month before it', () => {
      const silver = tickAt(buy(joined, programme, { fen: 50_000, at }), programme, startOfDay('2026-02-01'))
      const more = buy(silver, programme, { id: 'b', fen: 60_000, at: back })
      const less = tickAt(giveBack(more, programme, { of: 'b', fen: 60_000, at: back }), programme, back)
      expect([more.account.tierId, less.account.tierId, held(less)]).toEqual(['gold', 'silver', ['two', 'two']])
    })

    it('do not come again as others once one of them was used', () => {
      const silver = tickAt(buy(joined, programme, { fen: 50_000, at }), programme, startOfDay('2026-02-01'))
      const used = buysWith(silver, programme, {
        id: 'b',
        fen: 8_000,
        coupons: couponsOf(silver).slice(0, 1),
        at: back,
      })
      expect(held(used)).toEqual(['two'])
      expect(held(refunded(used, 50_000))).toEqual([])
    })
  })

  it('without a limit of count are one that is used as often as the member likes', () => {
    const programme = shop([{ ...pack('free', 'unlimited') }])
    const goods = {
      ...programme,
      coupons: [templateOf('free', { valid: toMonthEnd, worth: { kind: 'goods', goods: ['x'] } })],
    }
    let book = tickAt(consenting(goods), goods, noon('2026-02-01'))
    const { couponId, unlimited } = couponsOf(book)[0]!
    expect(unlimited).toBe(true)
    for (const id of ['a', 'b', 'c'])
      book = allowed(book, redeemCoupon(opened(book), goods, { couponId, storeId: 'S1', at: noon('2026-02-05'), id }))
    expect(held(book)).toEqual(['free'])
    expect(held(tickAt(book, goods, noon('2026-02-05')))).toEqual(['free'])
  })

  it('are not for an account without consent, and come once it is linked', () => {
    const unknown = newMember(programme)
    const february = noon('2026-02-10')
    expect(tickAt(unknown, programme, february)).toEqual(unknown)
    expect(nextDueAt(unknown.account, programme, february)).toBeNull()
    expect(held(tickAt(consenting(programme), programme, february))).toEqual(['one'])
  })

  it('are due at the next first', () => {
    expect(nextDueAt(joined.account, programme, noon('2026-01-31'))).toBe(startOfDay('2026-02-01'))
    expect(nextDueAt(joined.account, programme, startOfDay('2026-02-01'))).toBe(startOfDay('2026-03-01'))
  })

  it('are counted for each member', () => {
    const [anna, ben] = [consenting(programme), consenting(programme, { id: 'account-2' })]
    const at = noon('2026-02-01')
    const both = [tickAt(anna, programme, at), tickAt(ben, programme, at)]
    expect(new Set(both.flatMap(couponsOf).map(({ couponId }) => couponId)).size).toBe(2)
  })
})

describe('what a birthday brings', () => {
  const birthday = (valid: 'day' | 'week' | 'month', more: object = {}): TierBenefit => ({
    kind: 'birthday',
    valid,
    choose: 'all',
    gives: [{ kind: 'coupon', couponId: 'one' }],
    ...more,
  })
  const programme = shop([birthday('day')])

  it.each([
    ['2026-02-28', ['2026-02-28', '2026-02-28']],
    ['2028-02-29', ['2028-02-29', '2028-02-29']],
  ])('comes to whoever was born on 29 February on %s, for that day', (day, span) => {
    const book = consenting(programme, { birthday: '02-29' })
    expect(held(tickAt(book, programme, noon(addDays(day, -1))))).toEqual([])
    expect(days(tickAt(book, programme, startOfDay(day)))).toEqual([span])
    expect(held(tickAt(book, programme, startOfDay(addDays(day, 1))))).toEqual([])
  })

  it('comes once a year, also where its week begins in the year before', () => {
    const weekly = shop([birthday('week')])
    let book = consenting(weekly, { birthday: '01-01' })
    // In 2029 the birthday is a Monday, in 2030 a Tuesday: both weeks begin in 2029.
    for (let day = '2026-02-01'; day < '2031-02-01'; day = addDays(day, 1)) book = tickAt(book, weekly, noon(day))
    const given = entriesOf(book, 'coupon-issue').map(({ at }) => dayOf(at))
    expect(given).toEqual(['2026-12-28', '2027-12-27', '2029-01-01', '2029-12-31', '2030-12-30'])
  })

  it('is due at the beginning of its time, year after year', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('01-01', '01-05', '02-29', '05-21', '12-30'),
        fc.constantFrom('day', 'week', 'month'),
        (on, valid) => {
          const yearly = shop([birthday(valid as 'day')])
          const { account } = consenting(yearly, { birthday: on })
          let now = noon('2026-01-20')
          for (let year = 0; year < 8; year += 1) {
            const due = nextDueAt(account, yearly, now)!
            expect(birthdayNow(account, { valid: valid as 'day' }, due)?.from).toBe(due)
            expect(Date.parse(due) - Date.parse(now)).toBeLessThan(390 * 86_400_000)
            now = due
          }
        },
      ),
    )
  })

  it('waits for the next year where the birthday was changed after it had come', () => {
    const had = tickAt(consenting(programme, { birthday: '02-10' }), programme, noon('2026-02-10'))
    const at = noon('2026-02-11')
    const moved = allowed(
      had,
      allow(record(opened(had, at), { kind: 'profile', birthday: '05-21', birthdayFrom: '2027-01-01' }, { at })),
    )
    expect(held(tickAt(moved, programme, noon('2026-05-21')))).toEqual([])
    expect(held(tickAt(moved, programme, noon('2027-05-21')))).toEqual(['one'])
  })

  it('goes back unused with the order that had led to its tier, where the tier beneath brings nothing', () => {
    const tiers = shop([], [birthday('month')], [birthday('month', { gives: [{ kind: 'coupon', couponId: 'two' }] })])
    const [at, day] = [noon('2026-01-31'), noon('2026-02-02')]
    const member = buy(consenting(tiers, { birthday: '02-02' }), tiers, { id: 'b', fen: 10_000, at })
    const gold = tickAt(buy(member, tiers, { fen: 100_000, at }), tiers, startOfDay('2026-02-01'))
    expect(held(gold)).toEqual(['two'])
    const after = (fen: number) => held(tickAt(giveBack(gold, tiers, { fen, at: day }), tiers, day))
    expect([after(100_000), after(50_000), after(1_000)]).toEqual([[], ['two'], ['two']])
  })

  describe('while the clock stands still', () => {
    const born = consenting(programme, { birthday: '02-10' })
    const midnight = startOfDay('2026-02-10')
    const late = (book: Book, at: string, from: Programme = programme, since = midnight) =>
      tickAt(book, from, at, since)

    it('is not lost: it comes late, good for as many whole days as it would have been', () => {
      const given = late(born, noon('2026-02-13'))
      expect(days(given)).toEqual([['2026-02-13', '2026-02-14']])
      expect(days(late(given, noon('2026-02-14')))).toEqual([['2026-02-13', '2026-02-14']])
      const later = allowed(
        born,
        allow(record(opened(born, midnight), { kind: 'profile', birthday: '02-12' }, { at: midnight })),
      )
      const weekly = shop([birthday('week')])
      expect(days(late(later, noon('2026-02-11'), weekly, startOfDay('2026-02-09')))).toEqual([
        ['2026-02-11', '2026-02-18'],
      ])
    })

    it('is as long where it comes in the evening of the day, and the day itself where the clock is a few minutes late', () => {
      expect(days(late(born, addMilliseconds(midnight, 23.5 * 3_600_000)))).toEqual([['2026-02-10', '2026-02-11']])
      expect(days(late(born, addMilliseconds(midnight, 20 * 60_000)))).toEqual([['2026-02-10', '2026-02-10']])
    })

    it('comes to nobody who was had already, told it later, had it moved, or was no member on the day', () => {
      const had = tickAt(born, programme, noon('2026-02-10'))
      expect(held(late(had, noon('2026-02-11')))).toEqual([])
      expect(held(tickAt(born, programme, noon('2026-02-13'), noon('2026-02-12')))).toEqual([])
      const moved = allowed(
        born,
        allow(
          record(
            opened(born, midnight),
            { kind: 'profile', birthday: '02-10', birthdayFrom: '2027-01-01' },
            { at: midnight },
          ),
        ),
      )
      expect(held(late(moved, noon('2026-02-13')))).toEqual([])
      const joined = consenting(programme, { birthday: '02-10', at: noon('2026-02-11') })
      expect(held(late(joined, noon('2026-02-13')))).toEqual([])
    })

    it('is what the tier of the day brings, whatever the tier is meanwhile', () => {
      const perTier = shop(
        [birthday('day')],
        [birthday('day', { code: 'silver', gives: [{ kind: 'coupon', couponId: 'two' }] })],
      )
      const rich = (at: string) => buy(consenting(perTier, { birthday: '02-10' }), perTier, { fen: 50_000, at })
      expect(held(late(rich(noon('2026-02-11')), noon('2026-02-13'), perTier))).toEqual(['one'])
      expect(held(late(rich(noon('2026-02-09')), noon('2026-02-13'), perTier))).toEqual(['one', 'two'])
    })

    it('comes over New Year', () => {
      const book = consenting(programme, { birthday: '12-31' })
      expect(days(late(book, noon('2027-01-02'), programme, startOfDay('2026-12-31')))).toEqual([
        ['2027-01-02', '2027-01-03'],
      ])
    })

    it('is left to the member where it is one thing of their choice', () => {
      const choice = shop([birthday('day', { choose: 'one' })])
      expect(held(late(born, noon('2026-02-13'), choice))).toEqual([])
    })
  })

  it('is one thing of the member’s choice where the programme says so, and once', () => {
    const choose = shop([
      birthday('month', {
        choose: 'one',
        gives: [
          { kind: 'gift', name: { zh: '一杯茶', en: 'a tea' } },
          { kind: 'coupon', couponId: 'one' },
        ],
      }),
    ])
    const book = consenting(choose, { birthday: '02-14' })
    const now = noon('2026-02-02')
    expect(held(tickAt(book, choose, now))).toEqual([])
    const [benefit] = choose.tiers[0]!.benefits as Extract<TierBenefit, { kind: 'birthday' }>[]
    const chosen = (from: Book, choice: number, at = now) =>
      allowed(from, allow(giveChosen(opened(from, at), choose, { benefit: benefit!, choice, now: at })))
    const one = chosen(book, 1)
    expect(days(one)).toEqual([['2026-02-01', '2026-02-28']])
    expect(chosen(one, 0)).toEqual(one)
    expect(chosen(book, 7)).toEqual(book)
    expect(chosen(book, 0, noon('2026-03-01'))).toEqual(book)
  })
})

describe('what reaching a tier brings', () => {
  const programme = shop(
    [],
    [gift('silver-gift')],
    [
      gift('gold-gift', {
        holds: [
          { kind: 'coupon', couponId: 'one', count: 2 },
          { kind: 'points', points: 50 },
        ],
      }),
    ],
  )
  const at = noon('2026-01-15')
  const rich = tickAt(buy(consenting(programme), programme, { fen: 100_000, at }), programme, at)

  it('comes once, with the gifts of tiers that were passed', () => {
    expect(names(rich)).toEqual(['silver-gift', 'one', 'one'])
    expect(entriesOf(rich, 'adjust')).toMatchObject([{ change: 50, reason: 'given:tier' }])
    expect(tickAt(rich, programme, at)).toEqual(rich)
    expect(days(rich)[0]).toEqual(['2026-01-15', '2026-04-15'])
  })

  it('goes back unused with the order that led to it, and comes again with the tier', () => {
    const back = giveBack(rich, programme, { fen: 60_000, at })
    expect(back.account.tierId).toBe('regular')
    expect(names(back)).toEqual([])
    const again = tickAt(buy(back, programme, { id: 'b', fen: 20_000, at }), programme, at)
    expect(names(again)).toEqual(['silver-gift'])
  })

  it('goes back with its points, which come again with the tier as well', () => {
    const back = giveBack(rich, programme, { fen: 60_000, at })
    expect(entriesOf(back, 'gift-undone')).toMatchObject([{ points: -50, owed: 0 }])
    expect([balanceIn(back), auditAccount(back.account, 400, back.entries)]).toEqual([400, []])
    const again = tickAt(buy(back, programme, { id: 'b', fen: 60_000, at }), programme, at)
    expect([balanceIn(again), entriesOf(again, 'adjust').length]).toEqual([1_050, 2])
    expect(giveBack(again, programme, { of: 'b', fen: 60_000, at }).account.giftPoints).toEqual([])
  })

  it('takes the points back from whoever has spent some as the programme says of a shortfall', () => {
    // Of 1,050 points 420 are spent, 600 go back for the order, and 30 of the gift's 50 are left.
    const after = (refundShortfall: 'debt' | 'write-off' | 'block') => {
      const by = { ...programme, refundShortfall }
      const poor = correct(rich, by, -420)
      return { poor, ruling: tryToGiveBack(poor, by, { fen: 60_000, at }) }
    }
    expect(after('block').ruling).toEqual({ ok: false, refusal: 'refund_points_spent', details: { short: 20 } })
    for (const [policy, left] of [
      ['debt', -20],
      ['write-off', 0],
    ] as const) {
      const { poor, ruling } = after(policy)
      const back = allowed(poor, ruling)
      expect([balanceIn(back), auditAccount(back.account, left, back.entries)]).toEqual([left, []])
      expect(entriesOf(back, 'writeOff').map(({ forgiven }) => forgiven)).toEqual(left === 0 ? [20] : [])
    }
  })

  it('stays with whoever keeps the tier, whatever else is refunded and whatever the programme has become', () => {
    const more = buy(rich, programme, { id: 'b', fen: 10_000, at })
    expect(names(giveBack(more, programme, { of: 'b', fen: 10_000, at }))).toEqual(names(rich))
    const without = shop([])
    expect(names(giveBack(more, without, { of: 'b', fen: 10_000, at }))).toEqual(names(rich))
  })

  it('stays used where it was used, and does not come again', () => {
    const [coupon] = couponsOf(rich)
    const use = { couponId: coupon!.couponId, storeId: 'S1', at, id: 'redeem:1' }
    const used = allowed(rich, redeemCoupon(opened(rich, at), programme, use))
    const back = giveBack(used, programme, { fen: 60_000, at })
    const again = tickAt(buy(back, programme, { id: 'b', fen: 20_000, at }), programme, at)
    expect(names(again)).toEqual([])
  })
})

describe('chances among the gifts of a tier', () => {
  const chance = { kind: 'chance' as const, drawId: 'wheel', chances: 2 }
  const draws = [drawOf()]
  const programme = shop([], [gift('luck', { holds: [chance] })], [], { draws })
  const at = noon('2026-02-05')
  const rich = tickAt(buy(consenting(programme), programme, { fen: 60_000, at }), programme, at)
  const left = (book: Book) => (book.account.chances?.granted ?? []).map((one) => one.left)

  it('go back unused with the order that had led to it, and come once more with the next', () => {
    expect(left(rich)).toEqual([2])
    const back = giveBack(rich, programme, { fen: 60_000, at })
    expect(left(back)).toEqual([])
    expect(left(tickAt(buy(back, programme, { id: 'b', fen: 60_000, at }), programme, at))).toEqual([2])
    expect(auditAccount(back.account, balanceIn(back), back.entries)).toEqual([])
  })

  it('stay where the tier does, and what was drawn with stays drawn', () => {
    const more = buy(rich, programme, { id: 'b', fen: 1_000, at })
    expect(left(giveBack(more, programme, { of: 'b', fen: 1_000, at }))).toEqual([2])
    const used = { drawId: 'wheel', roundId: 'wheel.2026-02', grantNo: rich.account.chances!.granted[0]!.no, takes: [] }
    const take = { kind: 'chance-take' as const, ...used, saltHash: '', until: noon('2026-03-01') }
    const { account, entries } = record(opened(rich, at), take, { at })
    const back = giveBack({ account, entries: [...rich.entries, ...entries] }, programme, { fen: 60_000, at })
    expect(left(back)).toEqual([0])
    expect(left(tickAt(buy(back, programme, { id: 'b', fen: 60_000, at }), programme, at))).toEqual([0])
  })
})

describe('what a milestone brings', () => {
  const milestone = { code: 'set', name: { zh: '套餐', en: 'A set' }, per: 'month' as const }
  const when = {
    match: 'all' as const,
    conditions: [{ kind: 'orders' as const, atLeast: 2, within: 'month' as const }],
  }
  const programme = shop([], [], [], { milestones: [{ ...milestone, when }] })
  const twoIn = (book: Book, month: string) =>
    ['a', 'b'].reduce((so, n) => buy(so, programme, { id: `${month}-${n}`, fen: 100, at: noon(`${month}-05`) }), book)

  it('comes once for each window, and goes back unused with the order that it needed', () => {
    const january = tickAt(twoIn(consenting(programme), '2026-02'), programme, noon('2026-02-05'))
    expect(names(january)).toEqual(['A set'])
    const both = tickAt(twoIn(january, '2026-03'), programme, noon('2026-03-05'))
    expect(names(both)).toEqual(['A set', 'A set'])
    const back = giveBack(both, programme, { of: '2026-03-b', fen: 100, at: noon('2026-03-06') })
    expect(couponsOf(back).map(({ source }) => source)).toMatchObject([{ code: 'set@2026-02' }])
    expect(names(tickAt(back, programme, noon('2026-03-06')))).toEqual(['A set'])
    expect(tickAt(both, programme, noon('2026-03-05'))).toEqual(both)
  })
})

describe('a new version of a programme', () => {
  it('gives more to the tiers that have something new, and to those above that have it too', () => {
    const before = shop([pack('one', 1)], [gift('silver-gift')])
    expect(tiersGivenMore(before, before)).toEqual([])
    expect(tiersGivenMore(before, shop([pack('one', 1)], [gift('other')]))).toEqual(['silver', 'gold'])
    expect(tiersGivenMore(before, shop([pack('one', 2)], [gift('silver-gift')]))).toEqual(['regular', 'silver', 'gold'])
    expect(tiersGivenMore(before, shop([], [gift('silver-gift')]))).toEqual([])
    expect(tiersGivenMore(null, shop([], [], [pack('one', 1)]))).toEqual(['gold'])
  })

  it('leaves coupons that were issued as they were', () => {
    const old = shop([pack('one', 1)])
    const book = tickAt(consenting(old), old, noon('2026-02-01'))
    const dearer = { ...old, coupons: [templateOf('one', { valid: toMonthEnd, worth: { kind: 'amount', offFen: 1 } })] }
    expect(couponsOf(tickAt(book, dearer, noon('2026-02-02')))).toEqual(couponsOf(book))
  })
})

function opened({ account }: Book, at = addMilliseconds(noon('2026-02-05'), 0)) {
  return openJournal(account, stampAt(at))
}
