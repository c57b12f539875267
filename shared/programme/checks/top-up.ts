import { pathText, type Fault } from '../fault'
import type { Programme } from '../schema'

/** A band of the points top-up begins before it ends, fills up and never takes away, and overlaps no other. */
export function topUpBands({ pointsTopUp }: Programme): Fault[] {
  const bands = pointsTopUp?.bands ?? []
  return bands.flatMap(({ from, to, becomes }, index) => {
    const path = pathText(['pointsTopUp', 'bands', index])
    if (to < from) return [{ path, zh: `到 ${to} 小于从 ${from}`, en: `It ends at ${to} before it begins at ${from}` }]
    if (becomes <= to) return [{ path, zh: `补到 ${becomes} 反而不多于 ${to}`, en: `${becomes} is no more than ${to}` }]
    const before = bands[index - 1]
    return before && from <= before.to
      ? [{ path, zh: `与上一档重叠（${from} 到 ${before.to}）`, en: `It overlaps the band before at ${from}` }]
      : []
  })
}
