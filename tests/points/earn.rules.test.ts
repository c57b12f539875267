import fc from 'fast-check'
import { amountMaxFen } from '../../shared/kit/money'
import { expiryOf, pointsOf, rateOf } from '../../shared/points/earn'
import type { Rounding } from '../../shared/programme/parts/earning'
import { worthFen } from '../../shared/points/redemption'
import { hundredths } from '../../shared/programme/schema'
import { programmeOf, tierOf } from '../support/builders'

const roundings: readonly Rounding[] = ['down', 'nearest', 'up']
const amounts = fc.integer({ min: 0, max: amountMaxFen })
const rates = fc.integer({ min: 0, max: 100_000 })

describe('points of an amount', () => {
  it.each([
    [10_000, 100, 100],
    [10_001, 100, 100],
    [10_099, 100, 100],
    [9_999, 100, 99],
    [10_001, 150, 150],
    [10_001, 200, 200],
    [10_001, 250, 250],
    [10_099, 250, 252],
    [99, 100, 0],
    [67, 150, 1],
    [66, 150, 0],
    [2_933, 100, 29],
    [0, 250, 0],
    [amountMaxFen, 100_000, 1_000_000_000],
  ])('%d fen at %d hundredths a yuan give %d', (fen, rate, points) => {
    expect(pointsOf(fen, rate)).toBe(points)
  })

  it('are whole, and never more than the exact product nor less by a whole point', () => {
    fc.assert(
      fc.property(amounts, rates, (fen, rate) => {
        const points = BigInt(pointsOf(fen, rate))
        const exact = BigInt(fen) * BigInt(rate)
        expect(points * 10_000n <= exact && exact < (points + 1n) * 10_000n).toBe(true)
      }),
    )
  })

  it.each([
    [0, 150, [0, 0, 0]],
    [1, 100, [0, 0, 1]],
    [49, 100, [0, 0, 1]],
    [50, 100, [0, 1, 1]],
    [99, 100, [0, 1, 1]],
    [100, 100, [1, 1, 1]],
    [101, 100, [1, 1, 2]],
    [67, 150, [1, 1, 2]],
    [100, 0, [0, 0, 0]],
    [amountMaxFen - 1, 99_999, [999_989_990, 999_989_990, 999_989_991]],
  ])('%d fen at %d hundredths a yuan are rounded down, to the nearest and up to %j', (fen, rate, points) => {
    expect(roundings.map((rounding) => pointsOf(fen, rate, 100, rounding))).toEqual(points)
  })

  it('are off the exact product by less than a point: by rounding down never above it, up never below it, else by half', () => {
    fc.assert(
      fc.property(amounts, rates, fc.integer({ min: 100, max: 1_000 }), (fen, rate, times) => {
        const exact = BigInt(fen) * BigInt(rate) * BigInt(times)
        const [down, nearest, up] = roundings.map(
          (rounding) => BigInt(pointsOf(fen, rate, times, rounding)) * 1_000_000n - exact,
        ) as [bigint, bigint, bigint]
        expect(down <= 0n && down > -1_000_000n && up >= 0n && up < 1_000_000n).toBe(true)
        expect(nearest > -500_000n && nearest <= 500_000n).toBe(true)
      }),
    )
  })

  it('are, rounded down, never more in parts than in one of the same sum at one rate, and rounded up never less', () => {
    const parts = fc.array(fc.integer({ min: 0, max: 1_000_000 }), { minLength: 1, maxLength: 9 })
    fc.assert(
      fc.property(parts, rates, (amounts, rate) => {
        const whole = amounts.reduce((sum, fen) => sum + fen, 0)
        const inParts = (rounding: Rounding) =>
          amounts.reduce((sum, fen) => sum + pointsOf(fen, rate, 100, rounding), 0)
        expect(inParts('down')).toBeLessThanOrEqual(pointsOf(whole, rate))
        expect(inParts('up')).toBeGreaterThanOrEqual(pointsOf(whole, rate, 100, 'up'))
      }),
    )
    const twice = (rounding: Rounding) => 2 * pointsOf(50, 100, 100, rounding) - pointsOf(100, 100, 100, rounding)
    expect(roundings.map(twice)).toEqual([-1, 1, 1])
  })

  it('follow the rate of the tier to its second decimal', () => {
    expect([1, 1.5, 2.5, 0.01, 1.1, 4.35].map((rate) => rateOf(tierOf({ id: 't', pointsPerYuan: rate })))).toEqual([
      100, 150, 250, 1, 110, 435,
    ])
    expect(hundredths(1.005)).toBeNull()
  })
})

describe('when points expire', () => {
  const until = (kind: 'day' | 'month-end', months: number) =>
    programmeOf({ expiry: { kind: 'months', months, until: kind } })

  it('is never in a programme without expiry', () => {
    expect(expiryOf(programmeOf({ expiry: { kind: 'never' } }), '2026-05-20T04:00:00.000Z')).toBeNull()
  })

  it.each([
    ['2026-05-20T04:00:00.000Z', 'month-end', 12, '2027-05-31T16:00:00.000Z'],
    ['2026-05-20T04:00:00.000Z', 'day', 12, '2027-05-20T16:00:00.000Z'],
    ['2026-05-31T16:00:00.000Z', 'month-end', 1, '2026-07-31T16:00:00.000Z'],
    ['2027-02-28T04:00:00.000Z', 'month-end', 12, '2028-02-29T16:00:00.000Z'],
    ['2028-02-29T04:00:00.000Z', 'day', 12, '2029-02-28T16:00:00.000Z'],
    ['2026-01-31T04:00:00.000Z', 'day', 1, '2026-02-28T16:00:00.000Z'],
  ] as const)('earned at %s with %s after %d months is %s', (at, kind, months, expiresAt) => {
    expect(expiryOf(until(kind, months), at)).toBe(expiresAt)
  })
})

describe('what points are worth', () => {
  it('is rounded down to the fen, nothing below zero, and unknown where points are no money', () => {
    const programme = programmeOf({ redemption: { pointsPerYuan: 30 } })
    expect([0, 1, 29, 30, 100, -5].map((points) => worthFen(programme, points, 'silver'))).toEqual([
      0, 3, 96, 100, 333, 0,
    ])
    expect(worthFen(programmeOf({ redemption: null }), 100, 'silver')).toBeNull()
  })

  it('is another number of fen at a tier that has a rate of its own', () => {
    const programme = programmeOf({ redemption: { pointsPerYuan: 100, perTier: { gold: 50 } } })
    expect(['regular', 'silver', 'gold'].map((tier) => worthFen(programme, 150, tier))).toEqual([150, 150, 300])
  })
})
