import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { drawShop, publishedRound, rulesOn } from '../support/draws'

const root = path.resolve(__dirname, '../..')
const folder = mkdtempSync(path.join(tmpdir(), 'changlai-draw-'))
afterAll(() => rmSync(folder, { recursive: true }))

const plays = Array.from({ length: 30 }, (_, n) => ({ member: `m${n % 7}`, salt: n.toString(16).padStart(32, '0') }))
const file = publishedRound(rulesOn(drawShop()), '5e'.repeat(32), plays)

/** The command as anybody runs it: what it says, and how it ends. */
function verify(content: string): { says: string; ends: number | null } {
  const name = path.join(folder, 'draw.json')
  writeFileSync(name, content)
  const run = spawnSync('npm', ['run', '-s', 'verify-draw', '--', name], { cwd: root, encoding: 'utf8' })
  return { says: run.stdout.trim(), ends: run.status }
}

describe('npm run -s verify-draw', () => {
  it('says of a whole list that it holds', () => {
    expect(verify(JSON.stringify(file))).toEqual({
      says: 'Holds: the commitment, 30 numbers and 30 results.',
      ends: 0,
    })
  })

  it('names the first row that does not hold', () => {
    const results = file.results.map((row) => (row.place < 12 ? row : { ...row, prize: 'tin' }))
    expect(verify(JSON.stringify({ ...file, results }))).toEqual({
      says: 'Does not hold: result 12 is not what seed, number and salt give at its place.',
      ends: 1,
    })
  })

  it('says of something else that it is no draw', () => {
    expect(verify('{}')).toEqual({ says: 'Does not hold: this is no published file of a draw.', ends: 1 })
    expect(verify('no json')).toMatchObject({ ends: 1 })
  })
})
