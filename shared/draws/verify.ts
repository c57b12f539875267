import { canonical } from './canonical'
import { drawFile, type DrawFile } from './contract'
import type { Hashing } from './hashing'
import { firstHead, nextNumber, nextResult, type GivenNumber, type Result } from './list'
import { commitmentOf, readRules, rulesText } from './rules'

/** What does not hold first, and where. */
export type Flaw =
  | { where: 'file' }
  | { where: 'rules' }
  | { where: 'commitment' }
  | { where: 'number'; number: number }
  | { where: 'result'; place: number }
  | { where: 'ends' }

export type Verdict = { ok: true; numbers: number; results: number } | { ok: false; flaw: Flaw }

/** Draws a closed round once more from its published file and compares every figure; the first that differs is named. */
export function verifyDraw(hashing: Hashing, input: unknown): Verdict {
  const read = drawFile.safeParse(input)
  if (!read.success) return { ok: false, flaw: { where: 'file' } }
  const flaw = firstFlaw(hashing, read.data)
  return flaw ? { ok: false, flaw } : { ok: true, numbers: read.data.numbers.length, results: read.data.results.length }
}

function firstFlaw(hashing: Hashing, file: DrawFile): Flaw | null {
  const rules = readRules(file.rules)
  if (!rules || rulesText(rules) !== file.rules) return { where: 'rules' }
  if (commitmentOf(hashing, file.seed, file.rules) !== file.commitment) return { where: 'commitment' }
  const numberFlaw = flawOfNumbers(hashing, file, rules)
  if (numberFlaw) return numberFlaw
  const drawn = new Set<number>()
  const won = new Map<string, { [prizeId: string]: number }>()
  let head = firstHead(rules, file.commitment)
  for (const [index, row] of file.results.entries()) {
    const flaw = { where: 'result' as const, place: index + 1 }
    const given = file.numbers[row.number - 1]
    if (!given || drawn.has(row.number) || hashing.sha256(row.salt) !== given.saltHash) return flaw
    if (row.at >= rules.until) return flaw
    const before = won.get(given.member) ?? {}
    const next = nextResult(hashing, { ...row, rules, seed: file.seed, head, given, won: before })
    if (!isSame(next.result, row)) return flaw
    drawn.add(row.number)
    won.set(given.member, { ...before, [row.prize]: (before[row.prize] ?? 0) + 1 })
    head = next.head
  }
  const { link, chain } = file.ends
  return link === (file.numbers.at(-1)?.link ?? file.commitment) && chain === head.chain ? null : { where: 'ends' }
}

function flawOfNumbers(
  hashing: Hashing,
  { numbers, commitment }: DrawFile,
  { from, until }: { from: string; until: string },
): Flaw | null {
  let before: Pick<GivenNumber, 'number' | 'link' | 'at'> = { number: 0, link: commitment, at: from }
  for (const row of numbers) {
    const expected = nextNumber(hashing, before, row)
    if (!isSame(expected, row) || row.at >= until) return { where: 'number', number: expected.number }
    before = row
  }
  return null
}

function isSame(one: Result | GivenNumber, other: Result | GivenNumber): boolean {
  return canonical(one) === canonical(other)
}
