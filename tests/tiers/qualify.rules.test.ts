import fc from 'fast-check'
import { nextTier, qualifies, requirementsOf, tierById } from '../../shared/tiers/qualify'
import {
  balanceIn,
  buy,
  correct,
  entriesOf,
  giveBack,
  newMember,
  programmeOf,
  spendOf,
  tierFor,
  tierOf,
  evidenceOf,
} from '../support/builders'

const programme = programmeOf()
const spent = (spendFen: number) => ({ spendFen, orders: 1, pointsEarned: 0 })

describe('the tier of qualifying amounts', () => {
  it.each([
    [0, 'regular'],
    [49_999, 'regular'],
    [50_000, 'silver'],
    [99_999, 'silver'],
    [100_000, 'gold'],
    [9_999_999, 'gold'],
  ])('for %d fen is %s', (fen, tier) => {
    expect(tierFor(programme, spent(fen)).id).toBe(tier)
  })

  it('needs one condition or all of them, as the programme says', () => {
    const conditions = [
      { kind: 'spend' as const, atLeastFen: 100 },
      { kind: 'orders' as const, atLeast: 2 },
      { kind: 'points-earned' as const, atLeast: 10 },
    ]
    const any = tierOf({ id: 'x', qualification: { match: 'any', conditions } })
    const all = tierOf({ id: 'x', qualification: { match: 'all', conditions } })
    const moment = { day: '2026-01-10', holds: () => false }
    const cases = [
      { spendFen: 99, orders: 1, pointsEarned: 9 },
      { spendFen: 0, orders: 2, pointsEarned: 0 },
      { spendFen: 100, orders: 2, pointsEarned: 9 },
      { spendFen: 100, orders: 2, pointsEarned: 10 },
    ]
    expect(
      cases.map((totals) => [any, all].map((tier) => qualifies(tier.qualification, evidenceOf(totals), moment))),
    ).toEqual([
      [false, false],
      [true, false],
      [true, false],
      [true, true],
    ])
  })

  it('never falls when an amount grows', () => {
    const amount = fc.nat(200_000)
    fc.assert(
      fc.property(amount, amount, (a, b) => {
        const rank = (fen: number) => programme.tiers.indexOf(tierFor(programme, spent(fen)))
        expect(rank(Math.min(a, b))).toBeLessThanOrEqual(rank(Math.max(a, b)))
      }),
    )
  })

  it('shows what the next tier needs, and no tier above the highest', () => {
    expect(nextTier(programme, 'regular')?.id).toBe('silver')
    expect(nextTier(programme, 'gold')).toBeNull()
    const [, silver] = programme.tiers
    expect(requirementsOf(programme, silver!, evidenceOf(spent(2_933)), '2026-01-10')).toEqual([
      { kind: 'spend', have: 2_933, need: 50_000 },
    ])
    expect(tierById(programme, 'a tier of long ago').id).toBe('regular')
  })
})

describe('moving between tiers', () => {
  it('earns the order that crosses the line at the rate held before it, and the next one at the new rate', () => {
    const book = buy(buy(newMember(programme), programme, { id: 'a', fen: 50_000 }), programme, {
      id: 'b',
      fen: 10_000,
    })
    expect(entriesOf(book, 'purchase').map((entry) => [entry.earned, entry.rate, entry.tierAfter])).toEqual([
      [500, 100, 'silver'],
      [150, 150, 'silver'],
    ])
  })

  it('reaches the highest qualifying tier in one entry when two are jumped at once, with the figures that decided', () => {
    const book = buy(newMember(programme), programme, { fen: 100_000 })
    expect(entriesOf(book, 'tier')).toMatchObject([
      {
        from: 'regular',
        to: 'gold',
        cause: 'qualified',
        because: [{ kind: 'spend', have: 100_000, need: 100_000 }],
        totals: { spendFen: 100_000, orders: 1, pointsEarned: 1000 },
        points: 0,
      },
    ])
    expect(book.account).toMatchObject({ tierId: 'gold', tierSince: '2026-01-10T04:00:00.000Z' })
  })

  it('writes no entry when the member stands there already', () => {
    const book = buy(buy(newMember(programme), programme, { id: 'a', fen: 60_000 }), programme, { id: 'b', fen: 100 })
    expect(entriesOf(book, 'tier')).toHaveLength(1)
  })

  it('falls back by a refund, and says so', () => {
    const high = buy(newMember(programme), programme, { fen: 100_000 })
    const low = giveBack(high, programme, { fen: 60_000 })
    expect(entriesOf(low, 'tier').at(-1)).toMatchObject({ from: 'gold', to: 'regular', cause: 'refund' })
  })

  it('is decided by what qualifies and never by the balance: burning or adding points moves nobody', () => {
    const byEarning = programmeOf({
      tiers: [
        tierOf({ id: 'regular' }),
        tierOf({
          id: 'silver',
          qualification: { match: 'any', conditions: [{ kind: 'points-earned', atLeast: 500 }] },
        }),
      ],
    })
    const silver = buy(newMember(byEarning), byEarning, { fen: 50_000 })
    const spentAll = correct(silver, byEarning, -500)
    expect([balanceIn(spentAll), spentAll.account.tierId]).toEqual([0, 'silver'])
    const burnt = buy(silver, byEarning, { id: 'b', fen: 0, burn: 500 })
    expect([balanceIn(burnt), burnt.account.tierId]).toEqual([0, 'silver'])
    const gifted = buy(correct(newMember(byEarning), byEarning, 5_000), byEarning, { fen: 100 })
    expect(gifted.account.tierId).toBe('regular')
  })

  it('is the tier of the amounts alone after any orders, refunds, corrections and burns', () => {
    const bySpend = programmeOf({
      tiers: [tierOf({ id: 'low' }), tierOf({ id: 'high', qualification: spendOf(30_000) })],
    })
    const step = fc.oneof(
      fc.record({ kind: fc.constant('buy' as const), n: fc.nat(20_000) }),
      fc.record({ kind: fc.constant('correct' as const), n: fc.integer({ min: 1, max: 900 }) }),
    )
    fc.assert(
      fc.property(fc.array(step, { maxLength: 8 }), (steps) => {
        const book = steps.reduce(
          (now, { kind, n }, index) =>
            kind === 'buy' ? buy(now, bySpend, { id: `o${index}`, fen: n }) : correct(now, bySpend, n),
          newMember(bySpend),
        )
        const spend = steps.reduce((sum, { kind, n }) => sum + (kind === 'buy' ? n : 0), 0)
        expect(book.account.tierId).toBe(spend >= 30_000 ? 'high' : 'low')
      }),
    )
  })
})
