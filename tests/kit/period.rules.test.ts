import { isOn, type Period } from '../../shared/kit/period'

const on = (period: Period, ...days: string[]) => days.map((day) => isOn(period, day))

describe('a day lies in a period', () => {
  it('with both its ends', () => {
    const may = { kind: 'dates', from: '2026-05-01', to: '2026-05-31' } as const
    expect(on(may, '2026-04-30', '2026-05-01', '2026-05-31', '2026-06-01')).toEqual([false, true, true, false])
  })

  it('by weekday, Monday being 1 and Sunday 7', () => {
    expect(on({ kind: 'weekly', weekdays: [1, 7] }, '2026-11-22', '2026-11-23', '2026-11-24')).toEqual([
      true,
      true,
      false,
    ])
  })

  it('by the day of the month, which a short month may not have', () => {
    expect(on({ kind: 'monthly', days: [31] }, '2026-01-31', '2026-02-28', '2026-03-01')).toEqual([true, false, false])
  })

  it('each year, also over New Year', () => {
    expect(on({ kind: 'yearly', from: '05-01', to: '05-07' }, '2026-05-01', '2031-05-07', '2031-05-08')).toEqual([
      true,
      true,
      false,
    ])
    const winter = { kind: 'yearly', from: '12-24', to: '01-03' } as const
    expect(on(winter, '2026-12-23', '2026-12-24', '2027-01-03', '2027-01-04')).toEqual([false, true, true, false])
  })

  it('always', () => {
    expect(on({ kind: 'always' }, '1997-01-01')).toEqual([true])
  })
})
