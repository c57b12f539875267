import fc from 'fast-check'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Value } from '../../../localcloud/engine/ejson'
import { keyOf } from '../../../localcloud/engine/keys'
import { compareValues, sameValue } from '../../../localcloud/engine/order'
import { openSqlite, type Sqlite } from '../../../localcloud/engine/sqlite'
import { values } from './generate'

describe('the order of a typed column', () => {
  const folder = mkdtempSync(join(tmpdir(), 'order-'))
  let sqlite: Sqlite
  beforeAll(() => {
    sqlite = openSqlite(join(folder, 'order.db'))
    sqlite.exec('CREATE TABLE keys (position INTEGER, key)')
  })
  afterAll(() => {
    sqlite.close()
    rmSync(folder, { recursive: true })
  })

  function bySqlite(list: Value[]): Value[] {
    sqlite.exec('DELETE FROM keys')
    const insert = sqlite.prepare('INSERT INTO keys VALUES (?, ?)')
    list.forEach((value, position) => insert.run(position, keyOf(value)))
    const positions = sqlite.prepare('SELECT position FROM keys ORDER BY key, position').pluck().all() as number[]
    return positions.map((position) => list[position] as Value)
  }

  it('is the cloud’s order, for any values of any types', () => {
    fc.assert(
      fc.property(fc.array(values, { maxLength: 12 }), (list) => {
        expect(bySqlite(list)).toEqual([...list].sort(compareValues))
      }),
    )
  })

  it('puts null before numbers before strings before the rest, booleans before dates', () => {
    const ordered: Value[] = [
      null,
      -1e308,
      -1,
      0,
      0.5,
      10,
      '',
      '10',
      '9',
      'a',
      { a: 1 },
      [0],
      false,
      true,
      new Date(-5),
      new Date(5),
    ]
    expect(bySqlite([...ordered].reverse())).toEqual(ordered)
  })

  it('gives equal values one key and different values different keys', () => {
    const text = (value: Value) =>
      JSON.stringify([keyOf(value)], (_, part) =>
        typeof part === 'number' && !Number.isFinite(part) ? String(part) : part,
      )
    fc.assert(
      fc.property(values, values, (a, b) => {
        expect(text(a) === text(b)).toBe(sameValue(a, b))
      }),
    )
  })
})
