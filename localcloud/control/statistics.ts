import type { JobOutcome } from '../functions/instance'
import type { Invocation } from '../functions/invocations'

/** Counts what operations cost, against their call budgets. */
export interface Statistics {
  started(invocation: Invocation, start: 'cold' | 'warm'): void
  ended(invocation: Invocation, outcome: JobOutcome): void
  report(): StatisticsReport
  clear(): void
}

export type Spread = { min: number; max: number; last: number }

export type OperationReport = {
  function: string
  /** Null for events without one: timers, foreign events. Beyond 500 names, `(other)` stands for the rest. */
  operation: string | null
  calls: number
  refused: number
  failed: number
  /** Every database request, also those after the reply. */
  databaseCalls: Spread & { total: number }
  /** Longest chain of requests that the reply had to wait for. */
  sequential: Spread
  platformCalls: Spread
  documentsRead: Spread
  documentsWritten: Spread
}

export type StatisticsReport = {
  invocations: number
  coldStarts: number
  warmStarts: number
  operations: OperationReport[]
}

type Tally = { invocations: Invocation[]; folded: Folded; calls: number; refused: number; failed: number }
type Measure = 'databaseCalls' | 'sequential' | 'platformCalls' | 'documentsRead' | 'documentsWritten'
type Folded = Record<Measure, { min: number; max: number; total: number } | null>

const MEASURES: Measure[] = ['databaseCalls', 'sequential', 'platformCalls', 'documentsRead', 'documentsWritten']
/** The latest invocations stay open to requests after their reply; older ones are folded into minimum and maximum. */
const OPEN_MAX = 200
/** Far more than the product has; clients may invent names, and what exceeds this is counted together. */
const OPERATIONS_MAX = 500
export const OTHER_OPERATIONS = '(other)'

export function statistics(): Statistics {
  let tallies = new Map<string, Tally>()
  let starts = { cold: 0, warm: 0 }
  const tallyOf = (invocation: Invocation): Tally => {
    const own = JSON.stringify([invocation.function, invocation.operation])
    const hasPlace = tallies.has(own) || tallies.size < OPERATIONS_MAX
    const key = hasPlace ? own : JSON.stringify([invocation.function, OTHER_OPERATIONS])
    const tally = tallies.get(key) ?? { invocations: [], folded: nothingFolded(), calls: 0, refused: 0, failed: 0 }
    tallies.set(key, tally)
    return tally
  }
  return {
    started(invocation, start) {
      starts[start] += 1
      const tally = tallyOf(invocation)
      tally.calls += 1
      tally.invocations.push(invocation)
      const closed = tally.invocations.splice(0, Math.max(0, tally.invocations.length - OPEN_MAX))
      for (const one of closed) fold(tally.folded, one)
    },
    ended(invocation, outcome) {
      const tally = tallyOf(invocation)
      if (outcome.ended !== 'replied') tally.failed += 1
      else if (isRefusal(outcome.result)) tally.refused += 1
    },
    report: () => ({
      invocations: starts.cold + starts.warm,
      coldStarts: starts.cold,
      warmStarts: starts.warm,
      operations: [...tallies].map(([key, tally]) => operationReport(key, tally)),
    }),
    clear() {
      tallies = new Map()
      starts = { cold: 0, warm: 0 }
    },
  }
}

/** A reply of our own envelope says so itself; the HTTP form carries it in its body. */
function isRefusal(result: string): boolean {
  return result.startsWith('{"ok":false') || result.includes('"body":"{\\"ok\\":false')
}

function operationReport(key: string, tally: Tally): OperationReport {
  const [name, operation] = JSON.parse(key) as [string, string | null]
  const folded = structuredClone(tally.folded)
  for (const invocation of tally.invocations) fold(folded, invocation)
  const last = tally.invocations.at(-1)
  const spread = (measure: Measure): Spread => ({
    min: folded[measure]?.min ?? 0,
    max: folded[measure]?.max ?? 0,
    last: last?.[measure] ?? 0,
  })
  return {
    function: name,
    operation,
    calls: tally.calls,
    refused: tally.refused,
    failed: tally.failed,
    databaseCalls: { ...spread('databaseCalls'), total: folded.databaseCalls?.total ?? 0 },
    sequential: spread('sequential'),
    platformCalls: spread('platformCalls'),
    documentsRead: spread('documentsRead'),
    documentsWritten: spread('documentsWritten'),
  }
}

function fold(folded: Folded, invocation: Invocation): void {
  for (const measure of MEASURES) {
    const value = invocation[measure]
    const sofar = folded[measure] ?? { min: value, max: value, total: 0 }
    folded[measure] = { min: Math.min(sofar.min, value), max: Math.max(sofar.max, value), total: sofar.total + value }
  }
}

function nothingFolded(): Folded {
  return { databaseCalls: null, sequential: null, platformCalls: null, documentsRead: null, documentsWritten: null }
}
