import { filledUp } from '../../shared/points/top-up'
import { pharmacy } from '../../shared/programme/presets/pharmacy'

describe('P3.4: a balance on member day', () => {
  it.each([
    [0, null],
    [1_399, null],
    [1_400, 1_500],
    [1_499, 1_500],
    [1_500, null],
    [1_799, null],
    [1_800, 2_000],
    [1_999, 2_000],
    [2_000, null],
    [2_699, null],
    [2_700, 3_000],
    [2_999, 3_000],
    [3_000, null],
    [3_599, null],
    [3_600, 4_000],
    [3_999, 4_000],
    [4_000, null],
    [4_499, null],
    [4_500, 5_000],
    [4_999, 5_000],
    [5_000, null],
    [5_499, null],
    [5_500, 6_000],
    [9_499, null],
    [9_500, 10_000],
    [9_999, 10_000],
    [10_000, null],
    [10_499, null],
    [10_500, 11_000],
    [-1, null],
    [-500, null],
  ])('of %d becomes %p', (balance, full) => {
    expect(filledUp(pharmacy.pointsTopUp!, balance)).toBe(full)
  })
})
