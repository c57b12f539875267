import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { programmeLines, type ProgrammeLine } from '../../tests/fixtures/programme-lines'

/** A line of the programme list with the tests that name it, and how often each does. */
export type Covered = ProgrammeLine & { tests: { file: string; rows: number }[] }

/** Which tests prove which line: a test names the line that it proves, as `P3.4`, in its title or in a row of a table. */
export function coverage(root: string): Covered[] {
  const named = namedIn(root)
  return programmeLines.map((line) => ({
    ...line,
    tests: named.flatMap(({ file, ids }) => {
      const rows = ids.filter((id) => id === line.id).length
      return rows > 0 ? [{ file, rows }] : []
    }),
  }))
}

/** The lines that each test file names, whether or not the list has them. */
export function namedIn(root: string): { file: string; ids: string[] }[] {
  return testFiles(path.join(root, 'tests')).map((file) => ({
    file: path.relative(root, file),
    ids: idsIn(readFileSync(file, 'utf8')),
  }))
}

/** The lines that a test file proves. A comment, a constant or a string that is neither title nor row proves nothing. */
export function idsIn(source: string): string[] {
  const code = source.replace(/^\s*(?:\/\/|\/?\*).*$/gm, '')
  return [...code.matchAll(titles), ...code.matchAll(rows)].flatMap(([text]) => text.match(lineId) ?? [])
}

const lineId = /\bP\d{1,2}\.\d{1,2}\b/g
const titles = /\b(?:it|test|describe)(?:\.each\([^;]*?\))?\(\s*(?:'[^'\n]*'|"[^"\n]*"|`[^`]*`)/g
const rows = /\bline: '[^'\n]*'/g

/** A line as it is printed: its tests, then what it still waits for. */
export function words({ id, text, tests, waitsFor }: Covered): string {
  const proven = tests.map(({ file, rows }) => `${rows} × ${file}`)
  const rest =
    waitsFor.length === 0
      ? []
      : [`${tests.length === 0 ? 'data only' : 'data only for the rest'}: ${waitsFor.join(', ')}`]
  return [`${id.padEnd(7)}${text}`, ...[...proven, ...rest].map((one) => `         ${one}`)].join('\n')
}

function testFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.test\.tsx?$/.test(file) && !file.endsWith('coverage.architecture.test.ts'))
    .map((file) => path.join(folder, file))
    .sort()
}
