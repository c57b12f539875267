import { bannedWords, sourceViolations, type Law } from '../../scripts/laws/source'
import { plantTree, projectRoot } from './planted-tree'

function lawsBrokenBy(file: string, text: string): Law[] {
  const tree = plantTree({ [file]: text })
  const found = sourceViolations(tree.root)
  tree.remove()
  return found.map(({ law }) => law)
}

test.each(bannedWords)('no identifier is called %s: the concept has another word', (word) => {
  expect(lawsBrokenBy('shared/points/a.ts', `export const ${word} = 1\n`)).toEqual(['banned-word'])
  expect(lawsBrokenBy('client/src/a.tsx', `export const a = { ${word}: 1 }\n`)).toEqual(['banned-word'])
  expect(lawsBrokenBy('tests/a.test.ts', `export const a = b.${word}\n`)).toEqual(['banned-word'])
})

test('whole identifiers are judged, and neither texts nor comments', () => {
  const text = '// the grade of a tea\nexport const gradeable = "voucher"\nexport const teaGrade = 1\n'
  expect(lawsBrokenBy('shared/points/a.ts', text)).toEqual([])
})

test.each([
  ["import { z } from 'zod'", ['zod-namespace']],
  ["import * as z from 'zod'", ['zod-namespace']],
  ["import { string } from 'zod/mini'", ['zod-namespace']],
  ["import z from 'zod/mini'", ['zod-namespace']],
  ["import * as z from 'zod/mini'", []],
  ["import type * as z from 'zod/mini'", []],
])('the validator is imported as a namespace of zod/mini: %s', (line, laws) => {
  expect(lawsBrokenBy('cloudfunctions/_runtime/a.ts', `${line}\nexport const own = 1\n`)).toEqual(laws)
})

test.each([
  ['Date.now()', ['shared-clock']],
  ['new Date()', ['shared-clock']],
  ['Date()', ['shared-clock']],
  ['Math.random()', ['shared-clock']],
  ['performance.now()', ['shared-clock']],
  ['crypto.randomUUID()', ['shared-clock']],
  ['new Date(instant)', []],
  ['Math.floor(1.5)', []],
])('rules are handed the instant and randomness: %s', (expression, laws) => {
  expect(lawsBrokenBy('shared/points/a.ts', `export const own = ${expression}\n`)).toEqual(laws)
})

test('outside of shared the clock may be read', () => {
  expect(lawsBrokenBy('localcloud/a.ts', 'export const own = Date.now()\n')).toEqual([])
})

test('work that is left to do is done or is an issue, not a comment', () => {
  expect(lawsBrokenBy('shared/points/a.ts', `// ${'TO'}${'DO'} later\n`)).toEqual(['unfinished'])
})

test('the project keeps these laws', () => {
  expect(sourceViolations(projectRoot)).toEqual([])
})
