import { hashing } from '../../cloudfunctions/_areas/draws/hashing'
import { pointOf, prizeAt } from '../../shared/draws/result'
import { verifyDraw } from '../../shared/draws/verify'
import { drawShop, publishedRound, rulesOn, wheel } from '../support/draws'

const seed = '07'.repeat(32)
const saltOf = (n: number) => n.toString(16).padStart(32, '0')

describe('lesson 7: a draw whose last number hits no prize, and that gives more than it has', () => {
  it('falls on a prize each time, as often as its weight says', () => {
    const weights = [1, 1, 8]
    const had = [0, 0, 0]
    for (let number = 1; number <= 5_000; number += 1) {
      const point = pointOf(hashing, { seed, outOf: 10 }, { roundId: 'r', number, salt: saltOf(number) })
      had[prizeAt(weights, point)]! += 1
    }
    // Four standard deviations: √(5000 · 0.1 · 0.9) = 21.
    expect(had.slice(0, 2).every((count) => Math.abs(count - 500) < 85)).toBe(true)
    expect(had.reduce((sum, count) => sum + count, 0)).toBe(5_000)
  })

  it('gives no more than it has, and anybody can work out what was drawn', () => {
    const prizes = [
      { ...wheel.prizes[0]!, weight: 9, stock: 3 },
      { ...wheel.prizes[2]!, weight: 1 },
    ]
    const plays = Array.from({ length: 40 }, (_, n) => ({ member: `m${n}`, salt: saltOf(n) }))
    const file = publishedRound(rulesOn(drawShop({ prizes })), seed, plays)
    expect(file.results.filter(({ prize }) => prize === 'tin')).toHaveLength(3)
    expect(verifyDraw(hashing, file)).toMatchObject({ ok: true })
  })
})
