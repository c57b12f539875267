import { cellOf, counted, forgetTaken, kindCounts, noCounts } from '../../shared/obligations/counts'
import type { Obligation } from '../../shared/obligations/obligation'

const promise = (id: string, more: Partial<Obligation> = {}) =>
  ({ _id: id, storeId: 'S1', staffId: null, standing: 'gift open', ...more }) as Obligation
const gifts = (counts: Parameters<typeof kindCounts>[0], place: Parameters<typeof kindCounts>[1] = {}) =>
  kindCounts(counts, place).find(({ kind }) => kind === 'gift')

describe('the counts of a month', () => {
  const once = counted(noCounts('2026-06'), [promise('a'), promise('b', { storeId: 'S2' })])

  it('take a promise out of where it was and count it where it stands', () => {
    const kept = { standing: 'gift kept', staffId: 'staff-1', counted: cellOf(promise('a')) }
    const after = counted(forgetTaken(once, ['a', 'b']), [promise('a', kept)])
    expect(gifts(after)).toEqual({ kind: 'gift', promised: 2, kept: 1, keptLate: 0, late: 0, open: 1, dropped: 0 })
    expect(gifts(after, { storeId: 'S1' })).toMatchObject({ promised: 1, kept: 1, open: 0 })
    expect(gifts(after, { staffId: 'staff-1' })).toMatchObject({ promised: 1, kept: 1 })
    expect(gifts(after, { staffId: 'staff-1', storeId: 'S2' })).toMatchObject({ promised: 0 })
    expect(after.cells).toHaveLength(2)
  })

  it('count what they have taken once, though the promise does not say so yet', () => {
    expect(counted(once, [promise('a'), promise('b', { storeId: 'S2' })])).toEqual(once)
    const moved = counted(once, [promise('a', { storeId: 'S2' })])
    expect(gifts(moved, { storeId: 'S1' })).toMatchObject({ promised: 0 })
    expect(gifts(moved, { storeId: 'S2' })).toMatchObject({ promised: 2 })
  })

  it('do not count what was dropped as promised', () => {
    const dropped = counted(once, [promise('a', { standing: 'gift dropped' })])
    expect(gifts(dropped)).toMatchObject({ promised: 1, dropped: 1 })
  })
})
