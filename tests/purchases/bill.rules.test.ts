import fc from 'fast-check'
import { pharmacy } from '../../shared/programme/presets/pharmacy'
import { billOf, billTermsOf, bulkPriceOf } from '../../shared/purchases/bill'
import type { Tier } from '../../shared/programme/schema'
import { buy, entriesOf, newMember, programmeOf, tierOf } from '../support/builders'

const terms = { discountPercent: 10, pointsPerYuan: 1.5, redemption: { pointsPerYuan: 100 } }
const bill = (amountFen: number, burnPoints = 0, change: Partial<typeof terms> = {}) =>
  billOf({ amountFen, burnPoints }, { ...terms, ...change })

describe('what a bill comes to', () => {
  it('is the amount less the member’s discount, and earns by what is paid', () => {
    expect(bill(12_800)).toMatchObject({ amountFen: 12_800, discountFen: 1_280, dueFen: 11_520, earns: 172 })
    expect(bill(0)).toMatchObject({ discountFen: 0, dueFen: 0, earns: 0 })
  })

  it('never is more than the discount that was shown: a part of a fen is the member’s', () => {
    expect([bill(5).dueFen, bill(1).dueFen, bill(19).dueFen, bill(10).dueFen]).toEqual([4, 0, 17, 9])
    const some = [fc.nat(100_000_000), fc.integer({ min: 1, max: 99 })] as const
    fc.assert(
      fc.property(...some, (fen, discountPercent) => {
        const { dueFen } = bill(fen, 0, { discountPercent })
        expect(dueFen * 100).toBeLessThanOrEqual(fen * (100 - discountPercent))
        expect((dueFen + 1) * 100).toBeGreaterThan(fen * (100 - discountPercent))
      }),
    )
  })

  it('earns as the programme rounds, at the till as on the books', () => {
    const earns = (rounding: 'down' | 'nearest' | 'up') => {
      const programme = programmeOf({ earning: { rounding } })
      const [regular] = programme.tiers as [Tier]
      const { earned } = entriesOf(buy(newMember(programme), programme, { fen: 1_050 }), 'purchase')[0]!
      return [billOf({ amountFen: 1_050, burnPoints: 0 }, billTermsOf(programme, regular)).earns, earned]
    }
    expect((['down', 'nearest', 'up'] as const).map(earns)).toEqual([
      [10, 10],
      [11, 11],
      [11, 11],
    ])
  })

  it('takes the points offered as money, or as many as the bill is worth and not one more', () => {
    expect(bill(12_800, 2_480)).toMatchObject({ burnPoints: 2_480, burnFen: 2_480, dueFen: 9_040 })
    expect(bill(1_000, 2_480)).toMatchObject({ burnPoints: 900, burnFen: 900, dueFen: 0, earns: 0 })
    const dear = { redemption: { pointsPerYuan: 200 } }
    expect(bill(100, 1_000, dear)).toMatchObject({ burnPoints: 180, burnFen: 90, dueFen: 0 })
  })

  it('takes no point for less than a fen', () => {
    const dear = { redemption: { pointsPerYuan: 1_000 } }
    expect(bill(1_000, 25, dear)).toMatchObject({ burnPoints: 20, burnFen: 2 })
    const some = [fc.nat(1_000_000), fc.nat(1_000_000), fc.integer({ min: 1, max: 100_000 })] as const
    fc.assert(
      fc.property(...some, (fen, offered, pointsPerYuan) => {
        const { burnPoints, burnFen, dueFen } = bill(fen, offered, { redemption: { pointsPerYuan } })
        expect(dueFen).toBeGreaterThanOrEqual(0)
        expect(burnPoints).toBeLessThanOrEqual(offered)
        expect(Math.floor((burnPoints * 100) / pointsPerYuan)).toBe(burnFen)
        expect(burnPoints === 0 || Math.floor(((burnPoints - 1) * 100) / pointsPerYuan) < burnFen).toBe(true)
      }),
    )
  })

  it('takes no points where the programme takes none as money', () => {
    const none = billOf({ amountFen: 100, burnPoints: 1_000 }, { ...terms, redemption: null })
    expect(none).toMatchObject({ burnPoints: 0, burnFen: 0, dueFen: 90 })
  })
})

it('a tier has the discount of the tiers below it where it has none of its own', () => {
  const silver = tierOf({ id: 'silver', benefits: [{ kind: 'discount', percent: 5 }] })
  const gold = tierOf({ id: 'gold', pointsPerYuan: 2 })
  const programme = programmeOf({ tiers: [tierOf({ id: 'regular' }), silver, gold] })
  const expected = { discountPercent: 5, pointsPerYuan: 2, redemption: { pointsPerYuan: 100 }, leftOut: null }
  expect(billTermsOf(programme, gold)).toEqual(expected)
})

it('P3.8 a bulk purchase by a company’s card has the better of its price and the tier’s discount, never both', () => {
  const bulk = bulkPriceOf(pharmacy)
  expect(bulk).toEqual({ fromFen: 500_000, percent: 10 })
  const due = (amountFen: number, discountPercent: number) =>
    billOf({ amountFen, burnPoints: 0 }, { discountPercent, pointsPerYuan: 1, redemption: null, bulk }).dueFen
  expect([due(499_999, 0), due(500_000, 0), due(500_000, 5), due(500_000, 20)]).toEqual([
    499_999, 450_000, 450_000, 400_000,
  ])
})

describe('P3.2 the part of a bill that is left out', () => {
  const leftOut = { points: true, discount: true }
  const partly = (leftOutFen: number, change: object = {}, burnPoints = 0) =>
    billOf({ amountFen: 10_000, burnPoints, leftOutFen }, { ...terms, leftOut, ...change })

  it('gets no discount and earns nothing, the rest as ever', () => {
    expect(partly(4_000)).toMatchObject({ discountFen: 600, dueFen: 9_400, paidLeftOutFen: 4_000, earns: 81 })
    expect(partly(10_000)).toMatchObject({ discountFen: 0, dueFen: 10_000, earns: 0 })
    expect(partly(10_001)).toEqual(partly(10_000))
  })

  it('gets its share of the discount where it is left out of points alone, and earns where of the discount alone', () => {
    const points = { leftOut: { points: true, discount: false } }
    expect(partly(4_000, points)).toMatchObject({ discountFen: 1_000, dueFen: 9_000, paidLeftOutFen: 3_600, earns: 81 })
    const discount = { leftOut: { points: false, discount: true } }
    expect(partly(4_000, discount)).toMatchObject({ discountFen: 600, dueFen: 9_400, earns: 141 })
  })

  it('is paid by points last, and is nothing where the programme leaves nothing out', () => {
    expect(partly(4_000, {}, 5_400)).toMatchObject({ dueFen: 4_000, paidLeftOutFen: 4_000, earns: 0 })
    expect(partly(4_000, {}, 6_400)).toMatchObject({ dueFen: 3_000, paidLeftOutFen: 3_000, earns: 0 })
    expect(partly(4_000, { leftOut: null })).toMatchObject({ leftOutFen: 0, discountFen: 1_000, dueFen: 9_000 })
  })

  it('gets no price in bulk either', () => {
    expect(partly(4_000, { bulk: { fromFen: 10_000, percent: 20 } })).toMatchObject({ discountFen: 1_200 })
  })
})
