import path from 'node:path'
import { coverage, idsIn } from '../../scripts/programmes/coverage'
import { presets } from '../../shared/programme/presets/presets'

const lines = coverage(path.join(__dirname, '../..'))

describe('every line of the programme list', () => {
  it('stands in the list once, seventy in all, for sixteen programmes', () => {
    expect(new Set(lines.map(({ id }) => id)).size).toBe(70)
    expect(lines).toHaveLength(70)
    expect(new Set(lines.map(({ id }) => id.split('.')[0])).size).toBe(16)
  })

  it.each(lines.map((line) => [line.id, line] as const))(
    '%s is named by a test, or waits for a named part',
    (_, line) => {
      expect([...line.tests.map(({ file }) => file), ...line.waitsFor]).not.toEqual([])
    },
  )

  it('is proven by a title or a row, and by nothing that only mentions it', () => {
    const row = "  { on: '2026-05-01', act: joins(), expect: { points: 0 }, line: 'P9.1' },\n"
    const title = "describe('P3.2 an order with lines', () => {\n"
    expect(idsIn(row + title)).toEqual(['P3.2', 'P9.1'])
    expect(idsIn(`// ${row}// ${title} * P9.3\nconst about = 'P9.4'\nexpect(text).toBe('P2.1')\n`)).toEqual([])
  })

  it('knows a line that no test names', () => {
    const untested = lines.filter(({ tests }) => tests.length === 0)
    expect(untested.map(({ id }) => id)).toContain('P12.5')
  })
})

describe('the presets', () => {
  it('are the sixteen of the list and the demonstration shop', () => {
    expect(Object.keys(presets).sort()).toEqual(
      [
        'tea-house',
        'express-courier',
        'pharmacy',
        'bronze-to-diamond',
        'basic-to-prestige',
        'silver-to-diamond',
        'spend-and-tenure',
        'photo-studio',
        'restaurant',
        'online-shop',
        'car-service',
        'early-education',
        'club-butler',
        'annual-and-frequency',
        'new-store',
        'tea-merchant',
        'demo-tea',
      ].sort(),
    )
  })
})
