import { createHash, createHmac } from 'node:crypto'
import { readFileSync } from 'node:fs'
import type { Hashing } from '../shared/draws/hashing'
import { verifyDraw, type Flaw, type Verdict } from '../shared/draws/verify'

// npm run -s verify-draw -- FILE.json: draws a closed round once more from its published file, on nobody's word.
// Needs nothing of a shop: no key, no network. Ends with 0 when every figure holds, with 1 and the first that does not otherwise.
const hashing: Hashing = {
  sha256: (text) => createHash('sha256').update(text, 'utf8').digest('hex'),
  hmacSha256: (keyHex, text) => createHmac('sha256', Buffer.from(keyHex, 'hex')).update(text, 'utf8').digest('hex'),
}

const [file] = process.argv.slice(2)
if (!file) {
  console.error('Usage: npm run -s verify-draw -- FILE.json')
  process.exit(2)
}
const verdict = verdictOn(file)
console.log(verdict.ok ? holds(verdict) : `Does not hold: ${wordsOf(verdict.flaw)}.`)
process.exit(verdict.ok ? 0 : 1)

function verdictOn(path: string): Verdict {
  let text: string
  try {
    text = readFileSync(path, 'utf8')
  } catch {
    console.error(`Cannot read ${path}.`)
    process.exit(2)
  }
  try {
    return verifyDraw(hashing, JSON.parse(text))
  } catch {
    return { ok: false, flaw: { where: 'file' } }
  }
}

function holds({ numbers, results }: Extract<Verdict, { ok: true }>): string {
  const open = numbers - results
  const never = open > 0 ? `; ${open} ${open === 1 ? 'number was' : 'numbers were'} never drawn` : ''
  return `Holds: the commitment, ${numbers} numbers and ${results} results${never}.`
}

function wordsOf(flaw: Flaw): string {
  switch (flaw.where) {
    case 'file':
      return 'this is no published file of a draw'
    case 'rules':
      return 'the rules are not in their one form'
    case 'commitment':
      return 'seed and rules are not those that were committed to'
    case 'number':
      return `number ${flaw.number} is not what follows the one before it`
    case 'result':
      return `result ${flaw.place} is not what seed, number and salt give at its place`
    case 'ends':
      return 'the list ends elsewhere than is said'
  }
}
