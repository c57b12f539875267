import { readFileSync, readdirSync } from 'node:fs'
import path from 'node:path'
import ts from 'typescript'

export type Violation = { file: string; line: number; law: Law; message: string }
export type Law = 'banned-word' | 'zod-namespace' | 'shared-clock' | 'unfinished'

/** Words that stand for a concept which has another name here; see the vocabulary in the contracts. */
export const bannedWords = ['integral', 'jifen', 'lottery', 'grade', 'signup', 'voucher'] as const

const folders = ['shared', 'cloudfunctions', 'client', 'localcloud', 'scripts', 'tests']
const banned = new Set<string>(bannedWords)

/**
 * The laws about words and calls that no import graph can see, over every source file below `root`. Identifiers are judged
 * whole: `gradeable` is a word of its own.
 */
export function sourceViolations(root: string): Violation[] {
  return folders.flatMap((folder) => sourceFiles(path.join(root, folder))).flatMap((file) => violationsOf(root, file))
}

function sourceFiles(folder: string): string[] {
  let entries
  try {
    entries = readdirSync(folder, { withFileTypes: true })
  } catch {
    return []
  }
  return entries.flatMap((entry) => {
    const place = path.join(folder, entry.name)
    if (entry.isDirectory()) return entry.name === 'node_modules' || entry.name === 'dist' ? [] : sourceFiles(place)
    return /\.([cm]?[jt]s|[jt]sx)$/.test(entry.name) ? [place] : []
  })
}

function violationsOf(root: string, place: string): Violation[] {
  const file = path.relative(root, place).replaceAll('\\', '/')
  const text = readFileSync(place, 'utf8')
  const source = ts.createSourceFile(place, text, ts.ScriptTarget.Latest, true)
  const found: Violation[] = unfinishedWork(file, text)
  const visit = (node: ts.Node): void => {
    for (const { law, message } of judge(node, file)) {
      found.push({ file, line: source.getLineAndCharacterOfPosition(node.getStart()).line + 1, law, message })
    }
    ts.forEachChild(node, visit)
  }
  visit(source)
  return found
}

type Judgement = { law: Law; message: string }

function judge(node: ts.Node, file: string): Judgement[] {
  if (ts.isIdentifier(node) && banned.has(node.text))
    return [{ law: 'banned-word', message: `the word \`${node.text}\`` }]
  if (ts.isImportDeclaration(node)) return zodImport(node)
  return file.startsWith('shared/') ? clock(node) : []
}

/** `import { z } from 'zod'` carries the whole library into a bundle; the namespace of zod/mini is cut to what is used. */
function zodImport({ moduleSpecifier, importClause }: ts.ImportDeclaration): Judgement[] {
  if (!ts.isStringLiteral(moduleSpecifier)) return []
  const { text } = moduleSpecifier
  const message = "write: import * as z from 'zod/mini'"
  if (text === 'zod') return [{ law: 'zod-namespace', message }]
  const bindings = importClause?.namedBindings
  const whole = bindings !== undefined && ts.isNamespaceImport(bindings) && importClause?.name === undefined
  return text === 'zod/mini' && !whole ? [{ law: 'zod-namespace', message }] : []
}

const hidden = new Set(['Date.now', 'Math.random', 'performance.now', 'crypto.randomUUID', 'crypto.getRandomValues'])

/** A rule is handed the instant and the random draw; it never fetches them. */
function clock(node: ts.Node): Judgement[] {
  const message = 'rules are handed the instant and randomness'
  const bare = (one: ts.Node) => ts.isIdentifier(one) && one.text === 'Date'
  if (ts.isNewExpression(node) && bare(node.expression) && !node.arguments?.length)
    return [{ law: 'shared-clock', message }]
  if (ts.isCallExpression(node) && bare(node.expression)) return [{ law: 'shared-clock', message }]
  if (ts.isPropertyAccessExpression(node) && hidden.has(node.getText())) return [{ law: 'shared-clock', message }]
  return []
}

const unfinished = new RegExp(['TO' + 'DO', 'FIX' + 'ME', 'X' + 'XX'].map((word) => `\\b${word}\\b`).join('|'))

function unfinishedWork(file: string, text: string): Violation[] {
  return text.split('\n').flatMap((line, index) => {
    return unfinished.test(line)
      ? [{ file, line: index + 1, law: 'unfinished' as const, message: 'work left in the source' }]
      : []
  })
}
