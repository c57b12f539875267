import { hashing } from '../../cloudfunctions/_areas/draws/hashing'
import { roundOn } from '../../shared/chances/round'
import { pointOf, prizeAt } from '../../shared/draws/result'
import { rulesOf, weightsFor } from '../../shared/draws/rules'
import { presets } from '../../shared/programme/presets/presets'
import type { Programme } from '../../shared/programme/schema'

const draws = 1_000_000
/** The chance of a worse fit below which the odds would not be believed. */
const least = 0.001

/** Every table of every preset: what everybody draws from, and each tier's own. */
const tables = (Object.values(presets) as Programme[]).flatMap((programme) =>
  (programme.draws ?? []).flatMap((draw) => {
    const day = draw.when.kind === 'dates' ? draw.when.from : '2026-05-21'
    const round = roundOn(draw, day)
    if (!round) throw new Error(`${draw.id} has no round`)
    const rules = rulesOf(programme, draw, round, 'test')
    const whose = [null, ...rules.tables.slice(1).map(({ tiers }) => tiers[0] ?? null)]
    return whose.map((tierId) => [`${programme.id} ${draw.id} ${tierId ?? 'everybody'}`, rules, tierId] as const)
  }),
)

describe('a million draws from the table of a preset, with fixed seeds and stock without limit', () => {
  it('are of every preset that has a draw', () => {
    expect(tables.map(([name]) => name)).toEqual(
      expect.arrayContaining(['photo-studio online-draw everybody', 'demo-tea spring-tea everybody']),
    )
  })

  it.each(tables)('%s: fall as the odds say (chi-square, p > 0.001)', (name, rules, tierId) => {
    const seed = hashing.sha256(name)
    const weights = weightsFor(rules, tierId)
    const had = weights.map(() => 0)
    for (let number = 1; number <= draws; number += 1) {
      const point = pointOf(hashing, { seed, outOf: rules.outOf }, { roundId: rules.roundId, number, salt: 'a' })
      had[prizeAt(weights, point)]! += 1
    }
    const drawn = weights.flatMap((weight, index) =>
      weight > 0 ? [{ had: had[index]!, expected: (weight / rules.outOf) * draws }] : [],
    )
    expect(weights.flatMap((weight, index) => (weight === 0 ? [had[index]] : [])).every((none) => none === 0)).toBe(
      true,
    )
    const statistic = drawn.reduce((sum, one) => sum + (one.had - one.expected) ** 2 / one.expected, 0)
    expect(worseFit(statistic, drawn.length - 1)).toBeGreaterThan(least)
  })

  it('the test would see a prize that comes one time in fifty too often', () => {
    const [had, expected] = [
      [102_000, 898_000],
      [100_000, 900_000],
    ]
    const statistic = had.reduce((sum, one, index) => sum + (one - expected[index]!) ** 2 / expected[index]!, 0)
    expect(worseFit(statistic, 1)).toBeLessThan(least)
  })

  it.each([
    [3.841, 1, 0.05],
    [10.828, 1, 0.001],
    [18.467, 4, 0.001],
    [14.067, 7, 0.05],
  ])('knows the published critical value %d of %d degrees: p = %d', (statistic, degrees, p) => {
    expect(worseFit(statistic, degrees)).toBeCloseTo(p, 4)
  })
})

/**
 * The chance of a chi-square as great as this: the regularised upper incomplete gamma function Q(k/2, x/2), by its series
 * (DLMF 8.7.1 with 8.2.4), which converges for every argument that arises here.
 */
function worseFit(statistic: number, degrees: number): number {
  const [shape, x] = [degrees / 2, statistic / 2]
  let term = 1 / shape
  let sum = term
  for (let n = 1; term > sum * 1e-15; n += 1) {
    term *= x / (shape + n)
    sum += term
  }
  return 1 - sum * Math.exp(shape * Math.log(x) - x - logGammaOfHalves(degrees))
}

/** ln Γ(n/2), from Γ(1/2) = √π, Γ(1) = 1 and Γ(s + 1) = s Γ(s). */
function logGammaOfHalves(n: number): number {
  let [log, halves] = n % 2 === 0 ? [0, 2] : [Math.log(Math.PI) / 2, 1]
  for (; halves < n; halves += 2) log += Math.log(halves / 2)
  return log
}
