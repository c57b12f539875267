import fc from 'fast-check'
import { drawFromLots, expiredLots, lotsTotal, putIntoLot, takeDraws, type Lot } from '../../shared/books/lots'

const may = '2026-05-31T16:00:00.000Z'
const june = '2026-06-30T16:00:00.000Z'

const lot = fc.record({
  expiresAt: fc.constantFrom(null, may, june, '2026-07-31T16:00:00.000Z'),
  points: fc.integer({ min: 0, max: 500 }),
})
const lots = fc.array(lot, { maxLength: 12 }).map((added) => added.reduce<Lot[]>(putIntoLot, []))

describe('lots', () => {
  it('takes the lot that expires first, and what never expires last', () => {
    const open = [
      { expiresAt: null, points: 50 },
      { expiresAt: june, points: 30 },
      { expiresAt: may, points: 20 },
    ]
    const kept = open.reduce<Lot[]>(putIntoLot, [])
    expect(kept.map((one) => one.expiresAt)).toEqual([may, june, null])
    expect(drawFromLots(kept, 60)).toEqual([
      { expiresAt: may, points: 20 },
      { expiresAt: june, points: 30 },
      { expiresAt: null, points: 10 },
    ])
  })

  it('keeps points that expire together as one lot, and no lot of nothing', () => {
    const kept = putIntoLot(putIntoLot([{ expiresAt: may, points: 5 }], { expiresAt: may, points: 7 }), {
      expiresAt: june,
      points: 0,
    })
    expect(kept).toEqual([{ expiresAt: may, points: 12 }])
  })

  it('draws nothing at all when there are too few points', () => {
    expect(drawFromLots([{ expiresAt: may, points: 9 }], 10)).toBeNull()
    expect(drawFromLots([], 1)).toBeNull()
    expect(drawFromLots([], 0)).toEqual([])
  })

  it('lets a lot go at its instant of expiry, which is exclusive, and one that never expires never', () => {
    const open = [
      { expiresAt: may, points: 1 },
      { expiresAt: null, points: 2 },
    ]
    expect(expiredLots(open, '2026-05-31T15:59:59.999Z')).toEqual([])
    expect(expiredLots(open, may)).toEqual([{ expiresAt: may, points: 1 }])
  })

  it('adds up, is ordered, and holds one lot for each expiry, however points came', () => {
    fc.assert(
      fc.property(fc.array(lot, { maxLength: 12 }), (added) => {
        const kept = added.reduce<Lot[]>(putIntoLot, [])
        expect(lotsTotal(kept)).toBe(lotsTotal(added))
        const times = kept.map((one) => one.expiresAt ?? '9')
        expect(times).toEqual([...new Set(times)].sort())
        expect(kept.every((one) => one.points > 0)).toBe(true)
      }),
    )
  })

  it('draws exactly what is asked, never empties a later lot before an earlier one, and never goes below zero', () => {
    fc.assert(
      fc.property(lots, fc.nat(3000), (open, points) => {
        const draws = drawFromLots(open, points)
        expect(draws === null).toBe(points > lotsTotal(open))
        if (!draws) return
        const left = takeDraws(open, draws)
        expect(lotsTotal(draws)).toBe(points)
        expect(lotsTotal(left)).toBe(lotsTotal(open) - points)
        expect(left.every((one) => one.points > 0)).toBe(true)
        const untouched = open.slice(draws.length)
        expect(left.slice(left.length - untouched.length)).toEqual(untouched)
      }),
    )
  })

  it('leaves the lots that it was given as they were', () => {
    fc.assert(
      fc.property(lots, lot, (open, added) => {
        const before = structuredClone(open)
        putIntoLot(open, added)
        takeDraws(open, drawFromLots(open, Math.min(7, lotsTotal(open))) ?? [])
        expect(open).toEqual(before)
      }),
    )
  })
})
