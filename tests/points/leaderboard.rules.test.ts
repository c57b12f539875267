import { placesOf } from '../../shared/points/leaderboard'
import { pharmacy } from '../../shared/programme/presets/pharmacy'
import { buy, giveBack, newMember, programmeOf, type Book } from '../support/builders'

const programme = programmeOf()
const [hundred] = pharmacy.leaderboards as [NonNullable<typeof pharmacy.leaderboards>[number]]
const noon = (day: string) => `${day}T04:00:00.000Z`
const gold = (accountId: string, book: Book) => ({ accountId, tierId: 'gold', entries: book.entries })
const bought = (...orders: [day: string, yuan: number][]) =>
  orders.reduce(
    (book, [day, yuan], index) => buy(book, programme, { id: `o${index}`, fen: yuan * 100, at: noon(day) }),
    newMember(programme),
  )
const places = (contenders: Parameters<typeof placesOf>[2], winners = 100) =>
  placesOf({ ...hundred, winners }, '2026-Q2', contenders).map(({ accountId, amount }) => [accountId, amount])

describe('P3.5: the leaderboard of a quarter', () => {
  it('is for a hundred gold members by points', () => {
    expect(hundred).toMatchObject({ by: 'points-earned', per: 'quarter', winners: 100, tiers: ['gold'] })
  })

  it('puts who has most first and counts its own quarter only', () => {
    const early = bought(['2026-03-31', 400], ['2026-04-01', 10])
    const late = bought(['2026-06-30', 20], ['2026-07-01', 400])
    expect(places([gold('early', early), gold('late', late)])).toEqual([
      ['late', 20],
      ['early', 10],
    ])
  })

  it('puts who reached as much first before the others', () => {
    const slow = bought(['2026-04-02', 10], ['2026-04-20', 10])
    const quick = bought(['2026-04-10', 20])
    for (const [first, second] of [
      ['a', 'b'],
      ['b', 'a'],
    ] as const) {
      expect(places([gold(second, slow), gold(first, quick)])).toEqual([
        [first, 20],
        [second, 20],
      ])
    }
  })

  it('takes what was refunded as never bought, for the amount and for the moment', () => {
    const returned = bought(['2026-04-02', 20], ['2026-04-20', 30])
    const back = giveBack(returned, programme, { of: 'o1', fen: 3_000, at: noon('2026-07-02') })
    const other = bought(['2026-04-10', 20])
    expect(places([gold('other', other), gold('back', back)])).toEqual([
      ['back', 20],
      ['other', 20],
    ])
    const nothing = giveBack(back, programme, { of: 'o0', fen: 2_000, at: noon('2026-07-03') })
    expect(places([gold('nothing', nothing)])).toEqual([])
  })

  it('leaves out other tiers and those beyond the last place', () => {
    const one = bought(['2026-04-10', 30])
    const two = bought(['2026-04-10', 20])
    expect(places([{ accountId: 'diamond', tierId: 'diamond', entries: one.entries }, gold('two', two)])).toEqual([
      ['two', 20],
    ])
    expect(places([gold('one', one), gold('two', two)], 1)).toEqual([['one', 30]])
  })

  it('settles the same amount in the same instant by the account, whatever the order they come in', () => {
    const [a, b] = [gold('a', bought(['2026-04-10', 20])), gold('b', bought(['2026-04-10', 20]))]
    for (const contenders of [
      [a, b],
      [b, a],
    ]) {
      expect(places(contenders)).toEqual([
        ['a', 20],
        ['b', 20],
      ])
      expect(places(contenders, 1)).toEqual([['a', 20]])
    }
  })
})
