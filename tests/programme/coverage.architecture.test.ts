import path from 'node:path'
import { coverage, idsIn, namedIn } from '../../scripts/programmes/coverage'
import { presets } from '../../shared/programme/presets/presets'

const root = path.join(__dirname, '../..')
const lines = coverage(root)
/** Lines of which nothing has effect yet. A line that has been proven once is not let go again. */
const dataOnly = [
  ['P1.5', 'P8.2', 'P9.2', 'P9.5', 'P13.1'],
  ['P14.4', 'P14.5', 'P15.4', 'P15.5'],
].flat()

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

  it('that was proven stays so: only those never proven have no test', () => {
    const untested = lines.filter(({ tests }) => tests.length === 0).map(({ id }) => id)
    expect(untested.filter((id) => !dataOnly.includes(id))).toEqual([])
    expect(untested).toContain('P14.5')
  })

  it('is in the list where a test names it', () => {
    const listed = new Set(lines.map(({ id }) => id))
    const unknown = namedIn(root).flatMap(({ file, ids }) =>
      ids.filter((id) => !listed.has(id)).map((id) => [file, id]),
    )
    expect(unknown).toEqual([])
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
