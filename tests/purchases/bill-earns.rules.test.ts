import fc from 'fast-check'
import type { Campaign } from '../../shared/programme/parts/campaigns'
import type { Effect } from '../../shared/programme/parts/effects'
import type { Programme } from '../../shared/programme/schema'
import { entriesOf, newMember, programmeOf, tierOf, type Book } from '../support/builders'
import { billFor, campaignOf, campaignShop, pays } from '../support/campaigns'

const goods = [{ code: 'oolong', name: { zh: '乌龙', en: 'Oolong' } }]
const bornToday = (programme: Programme): Book => {
  const book = newMember(programme)
  return { ...book, account: { ...book.account, birthday: '01-10' } }
}
const earnedOf = (book: Book) => entriesOf(book, 'purchase').at(-1)?.earned

it('a bill says what the order earns: the greatest multiplier within the limits, and what campaigns give on top', () => {
  const tier = tierOf({ id: 'regular', benefits: [{ kind: 'birthday-points', times: 3 }] })
  const programme = (more: Partial<Programme>) =>
    campaignShop(
      [
        campaignOf('twice', { effects: [{ kind: 'earning-times', times: 2 }] }),
        campaignOf('ten', { effects: [{ kind: 'points', points: 10 }] }),
      ],
      { tiers: [tier], ...more },
    )
  const earns = (shop: Programme, book: Book) => {
    const fen = 5_000
    return [billFor(book, shop, { fen }).earns, earnedOf(pays(book, shop, { fen }))]
  }
  const usual = programme({})
  expect(earns(usual, newMember(usual))).toEqual([110, 110])
  expect(earns(usual, bornToday(usual))).toEqual([160, 160])
  const limited = programme({ earning: { caps: { day: 120 } } })
  expect(earns(limited, bornToday(limited))).toEqual([130, 130])
  const after = pays(newMember(limited), limited, { id: 'before', fen: 4_000 })
  // The day has had ninety by then, of them ten on top.
  expect(earns(limited, after)).toEqual([40, 40])
})

describe('whatever is on', () => {
  const effect = fc.constantFrom<Effect>(
    { kind: 'earning-times', times: 2 },
    { kind: 'earning-times', times: 1.5 },
    { kind: 'points', points: 7 },
    { kind: 'percent-off', percent: 10 },
    { kind: 'money-off', offFen: 1_500, fromFen: 10_000 },
  )
  const some = (id: string) =>
    fc
      .record({
        effects: fc.array(effect, { minLength: 1, maxLength: 2 }),
        fromFen: fc.constantFrom(0, 5_000),
        ofGoods: fc.boolean(),
        excludes: fc.subarray(['a', 'b', 'c'].filter((other) => other !== id)),
      })
      .map(({ effects, fromFen, ofGoods, excludes }): Campaign =>
        campaignOf(id, { effects, excludes, aim: { fromFen, ...(ofGoods ? { goods: ['oolong'] } : {}) } }),
      )
  const rounding = fc.constantFrom('down' as const, 'nearest' as const, 'up' as const)

  it('earns on the books what the bill has said', () => {
    const told = [some('a'), some('b'), some('c')] as const
    const bills = fc.record({ fen: fc.nat(30_000), onFen: fc.nat(10_000), rate: fc.constantFrom(1, 1.5), rounding })
    fc.assert(
      fc.property(fc.tuple(...told), bills, fc.boolean(), (campaigns, { fen, rate, ...bill }, born) => {
        const tiers = [
          tierOf({ id: 'regular', pointsPerYuan: rate, benefits: [{ kind: 'birthday-points', times: 1.8 }] }),
        ]
        const shop = campaignShop(campaigns, {
          goods,
          tiers,
          earning: { rounding: bill.rounding, caps: { order: 300 } },
        })
        const book = born ? bornToday(shop) : newMember(shop)
        const parts = campaigns.map(({ id }) => ({ campaignId: id, onFen: Math.min(bill.onFen, fen) }))
        const paid = { fen, parts: parts.filter(({ onFen }) => onFen > 0) }
        expect(billFor(book, shop, paid).earns).toBe(earnedOf(pays(book, shop, paid)))
      }),
      { numRuns: 300 },
    )
  })
})

it('of several multipliers of one campaign the greatest counts, for all goods and for some', () => {
  const effects: Effect[] = [
    { kind: 'earning-times', times: 3 },
    { kind: 'earning-times', times: 2 },
  ]
  const onAll = campaignShop([campaignOf('more', { effects })])
  const onTea = campaignShop([campaignOf('tea', { effects, aim: { goods: ['oolong'] } })], { goods })
  const parts = [{ campaignId: 'tea', onFen: 1_000 }]
  const earns = [onAll, onTea].map((shop) => {
    const [book, paid] = [newMember(shop), { fen: 5_000, parts }]
    return [billFor(book, shop, paid).earns, earnedOf(pays(book, shop, paid))]
  })
  expect(earns).toEqual([
    [150, 150],
    [70, 70],
  ])
})

it('where nothing is on, it earns by the rate alone', () => {
  const programme = programmeOf()
  expect(billFor(newMember(programme), programme, { fen: 4_250 }).earns).toBe(42)
})
