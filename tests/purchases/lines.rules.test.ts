import { pharmacy } from '../../shared/programme/presets/pharmacy'
import { earnsNothingFen, linesTotal, mergedLines, undiscountedFen } from '../../shared/purchases/lines'

const lines = [
  { kind: 'prescription', amountFen: 200 },
  { kind: 'otc', amountFen: 300 },
  { kind: 'prescription', amountFen: 50 },
]

it('P3.2 only the kinds that the programme names are left out, and never more than the order', () => {
  expect(earnsNothingFen(pharmacy, { amountFen: 1_000, lines })).toBe(250)
  expect(undiscountedFen(pharmacy, { amountFen: 1_000, lines })).toBe(250)
  expect(earnsNothingFen(pharmacy, { amountFen: 100, leftOutFen: 250 })).toBe(100)
  expect(earnsNothingFen({ ...pharmacy, earning: {} }, { amountFen: 1_000, lines })).toBe(0)
})

it('lines of one kind are made one, in the order of their kinds, and come to as much as before', () => {
  const merged = mergedLines([...lines, { kind: 'empty', amountFen: 0 }])
  expect(merged.map(({ kind, amountFen }) => [kind, amountFen])).toEqual([
    ['otc', 300],
    ['prescription', 250],
  ])
  expect(linesTotal(merged)).toBe(linesTotal(lines))
})
