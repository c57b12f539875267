import type { ItemResult } from '../../shared/purchases/contract'

/** Outcomes of many orders. `refused` keeps each line with its reason. */
export type Tally = { accepted: number; known: number; refused: { line: number; code: string; message: string }[] }

export function emptyTally(): Tally {
  return { accepted: 0, known: 0, refused: [] }
}

export function tallyOf(lines: readonly number[], results: readonly ItemResult[]): Tally {
  const tally = emptyTally()
  results.forEach((result, index) => {
    if (!result.ok) tally.refused.push({ line: lines[index] ?? 0, ...pick(result.refusal) })
    else if (result.duplicate) tally.known += 1
    else tally.accepted += 1
  })
  return tally
}

export function addTally(total: Tally, more: Tally): void {
  total.accepted += more.accepted
  total.known += more.known
  total.refused.push(...more.refused)
}

/** The last words of the command, for a person. */
export function summary(tally: Tally, broken: readonly { line: number; broken: string }[], skipped: number): string[] {
  const resumed = skipped > 0 ? [`Confirmed in an earlier, interrupted run: ${skipped} orders of these.`] : []
  return [
    `Accepted ${tally.accepted} orders, already known ${tally.known}, refused ${tally.refused.length}, broken lines ${broken.length}.`,
    ...resumed,
    ...listed(tally.refused.map(({ line, code, message }) => `  line ${line} refused: ${code}: ${message}`)),
    ...listed(broken.map(({ line, broken: reason }) => `  line ${line} broken: ${reason}`)),
  ]
}

const shownMax = 50

function listed(sentences: string[]): string[] {
  const rest = sentences.length - shownMax
  return rest > 0 ? [...sentences.slice(0, shownMax), `  … and ${rest} more`] : sentences
}

function pick({ code, message }: { code: string; message: string }): { code: string; message: string } {
  return { code, message }
}
