import { pointsOf } from '../../shared/points/earn'
import { balanceIn, buy, newMember, programmeOf } from '../support/builders'

// Elsewhere scale and rounding stood in each other's place, and ¥100.01 earned 101 points.
describe('lesson 14: points are whole fen times the rate, rounded down', () => {
  it('¥100.01 earns 100 points at one a yuan', () => {
    expect(balanceIn(buy(newMember(programmeOf()), programmeOf(), { fen: 10_001 }))).toBe(100)
  })

  it.each([
    [10_000, [100, 150, 200, 250]],
    [10_001, [100, 150, 200, 250]],
    [10_099, [100, 151, 201, 252]],
    [9_999, [99, 149, 199, 249]],
  ])('%d fen earn %j at 1, 1.5, 2 and 2.5 a yuan', (fen, points) => {
    expect([100, 150, 200, 250].map((rate) => pointsOf(fen, rate))).toEqual(points)
  })
})
