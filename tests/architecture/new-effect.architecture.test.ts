import { openJournal } from '../../shared/books/journal'
import { recordResult } from '../../shared/draws/give'
import { rulesOf } from '../../shared/draws/rules'
import { Replay } from '../../shared/insights/replay'
import { allow } from '../../shared/kit/ruling'
import { checkProgramme } from '../../shared/programme/check'
import { effectSchema, effectWords, type Effect } from '../../shared/programme/parts/effects'
import type { Programme } from '../../shared/programme/schema'
import { giveThings, rewardOf } from '../../shared/referrals/give'
import { allowed, balanceIn, entriesOf, firstDay, giveBack, stampAt, type Book } from '../support/builders'
import { campaignOf, campaignShop, pays } from '../support/campaigns'
import { consenting, couponsOf, noon, tickAt } from '../support/coupons'
import { drawIn, wheel } from '../support/draws'

// A line of the registry for each. Everything else is the code as it is.
jest.mock('../../shared/programme/parts/effects/kinds', () => ({
  kinds: [
    ...jest.requireActual<{ kinds: object[] }>('../../shared/programme/parts/effects/kinds').kinds,
    jest.requireActual<{ luckyBag: object }>('./lucky-bag').luckyBag,
    jest.requireActual<{ happyHour: object }>('./happy-hour').happyHour,
  ],
}))

const bag = { kind: 'lucky-bag', bags: 2, percent: 10, usuallyFen: 300 } as unknown as Effect
const offs = (book: Book) =>
  couponsOf(book).map(({ worth, source }) => [
    worth.kind === 'amount' && worth.offFen,
    source.by === 'rule' && source.why,
  ])

/** A shop that gives the effect wherever a programme may give one. */
function shopOf(budgetFen = 10_000): Programme {
  const birthday = { kind: 'birthday' as const, valid: 'day' as const, choose: 'all' as const, gives: [bag] }
  const shop = campaignShop([campaignOf('bags', { effects: [bag], budgetFen })])
  const [first, ...others] = shop.tiers
  return {
    ...shop,
    tiers: [{ ...first!, benefits: [birthday] }, ...others],
    draws: [{ ...wheel, prizes: [{ ...wheel.prizes[0]!, gives: bag }, ...wheel.prizes.slice(1)] }],
    referral: { referrer: [bag], friend: [bag], completedBy: { orderFromFen: 100, withinDays: 30 } },
  }
}

describe('an effect that is one file and a line of the registry', () => {
  it('is read with its arguments and without any other', () => {
    expect(effectSchema.parse(bag)).toEqual(bag)
    const faulty = [{ ...bag, bags: 0 }, { ...bag, more: 1 }, { kind: 'lucky-bags' }]
    expect(faulty.map((one) => effectSchema.safeParse(one).success)).toEqual([false, false, false])
    expect(effectWords(bag)).toEqual({ zh: '福袋 2 个', en: '2 lucky bags' })
  })

  it('stands in a programme wherever one may, and a fault in it is told by its path', () => {
    const shop = JSON.parse(JSON.stringify(shopOf())) as Programme
    expect(checkProgramme(shop)).toMatchObject({ ok: true })
    const faulty = { ...shop, campaigns: [campaignOf('bags', { effects: [{ ...bag, percent: 101 } as Effect] })] }
    expect(checkProgramme(faulty)).toMatchObject({ ok: false, faults: [{ path: 'campaigns[0].effects[0].percent' }] })
  })

  it('is given on a birthday, once', () => {
    const programme = shopOf()
    const birthday = (book: Book) => tickAt(book, programme, noon('2026-01-15'))
    const given = birthday(birthday(consenting(programme, { birthday: '01-15' })))
    expect([offs(given), balanceIn(given)]).toEqual([[[300, 'birthday']], 10])
  })

  it('is given with an order, counted, and paid by the budget of its campaign', () => {
    const programme = shopOf()
    const paid = pays(consenting(programme), programme, { fen: 5_000 })
    expect([offs(paid), balanceIn(paid)]).toEqual([[[500, 'campaign']], 60])
    expect(entriesOf(paid, 'purchase')[0]?.campaigns).toMatchObject([
      { id: 'bags', points: 10, issued: 1, issuedFen: 500, costFen: 510 },
    ])
  })

  it('is brought down by the refund of a part and taken back with the rest', () => {
    const programme = shopOf()
    const paid = pays(consenting(programme), programme, { fen: 5_000 })
    const part = giveBack(paid, programme, { fen: 3_000 })
    expect(offs(part)).toEqual([[200, 'campaign']])
    const back = giveBack(part, programme, { fen: 2_000 })
    expect([offs(back), balanceIn(back)]).toEqual([[], 0])
  })

  it('is given as a prize and for a friend', () => {
    const programme = shopOf()
    const { account } = consenting(programme)
    const journal = openJournal(account, stampAt(firstDay))
    const [prize] = rulesOf(
      programme,
      drawIn(programme),
      { roundId: 'wheel', from: firstDay, until: firstDay },
      '',
    ).prizes
    const winning = { drawId: 'wheel', roundId: 'wheel', takeNo: 1, number: 1, place: 1, chain: 'c', at: firstDay }
    const drawn = recordResult(journal, programme, { ...winning, prize: prize!, insteadOf: null })
    const won = allowed({ account, entries: [] }, allow(drawn))
    expect([offs(won), balanceIn(won)]).toEqual([[[300, 'draw']], 10])

    const reward = { gives: [bag], code: 'friend:1', at: firstDay }
    const rewarded = allowed({ account, entries: [] }, allow(giveThings(journal, programme, reward)))
    expect(offs(rewarded)).toEqual([[300, 'referral']])
    expect(rewardOf(journal, programme, reward)).toMatchObject({ points: 10 })
  })

  it('changes the bill and the rate of an order, and gives nothing beside', () => {
    const happy = { kind: 'happy-hour', percent: 20, times: 3 } as unknown as Effect
    const programme = campaignShop([campaignOf('happy', { effects: [happy] })])
    const paid = pays(consenting(programme), programme, { fen: 10_000 })
    expect([couponsOf(paid), balanceIn(paid)]).toEqual([[], 240])
    expect(entriesOf(paid, 'purchase')[0]).toMatchObject({
      amountFen: 8_000,
      campaigns: [{ id: 'happy', offFen: 2_000, points: 0, issued: 0, costFen: 2_160 }],
    })
  })

  it('is simulated as it is given, and stops where its budget ends', () => {
    const replay = new Replay(shopOf(25))
    const points = [1, 2, 3].map((n) => {
      const order = { orderId: `o${n}`, customerId: 'c', storeId: 'S1', amountFen: 1_000, at: firstDay }
      const ruling = replay.order(order)
      return ruling.ok && ruling.value.account.totals.pointsEarned
    })
    expect(points).toEqual([20, 40, 50])
  })
})
