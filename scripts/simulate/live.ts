import { stat } from 'node:fs/promises'
import { SingleBar } from 'cli-progress'
import type { Day } from '../../shared/kit/time'
import type { VisitLog } from '../../shared/insights/breakage'
import { Given, type Side } from '../../shared/insights/compare'
import { Simulation, type LineRefusal } from '../../shared/insights/simulation'
import type { Programme } from '../../shared/programme/schema'
import { hasRefunds, readHistory, type HistoryLine } from './history-file'
import { lineWords } from './line-words'

export type Lived = {
  /** One for each programme. */
  sides: Side[]
  firstDay: Day
  /** The day as of which everything stands. */
  asOf: Day
  /** Lines that could not be read, or that the rules refused, by number. */
  refusedLines: { line: number; why: string }[]
  refusedCount: number
  /** How many of them could not even be read. */
  brokenCount: number
  /** Lines after the day that was asked for. */
  later: number
}

/** How many refused lines are told one by one. */
const toldMax = 20

/** Lives a history under one programme or several side by side, streaming. A progress bar shows on a terminal. */
export async function liveThrough(
  file: string,
  programmes: readonly Programme[],
  { asOf, visits }: { asOf: Day | null; visits?: VisitLog },
): Promise<Lived> {
  const refunds = await hasRefunds(file)
  const opened = programmes.map((programme) => openSide(programme, { refunds, several: programmes.length > 1 }))
  const simulations = opened.map(({ simulation }) => simulation)
  const refusedLines: Lived['refusedLines'] = []
  let [refusedCount, brokenCount, later] = [0, 0, 0]
  const days: { first: Day | null; last: Day | null; firstLater: Day | null } = {
    first: null,
    last: null,
    firstLater: null,
  }
  const bar = await progressBar(file)
  for await (const { lines, bytesRead } of readHistory(file)) {
    for (const line of lines) {
      if (line.kind !== 'broken' && asOf !== null && line.day > asOf) {
        later += 1
        if (days.firstLater === null || line.day < days.firstLater) days.firstLater = line.day
        continue
      }
      const { taken, why } = line.kind === 'broken' ? { taken: false, why: line.why } : takeLine(simulations, line)
      if (line.kind === 'broken') brokenCount += 1
      else if (taken) {
        // A line that nobody took moves no day.
        if (days.first === null || line.day < days.first) days.first = line.day
        if (days.last === null || line.day > days.last) days.last = line.day
        if (line.kind === 'order') visits?.note(line.customerId, line.day)
      }
      if (why === null) continue
      refusedCount += 1
      if (refusedLines.length < toldMax) refusedLines.push({ line: line.line, why })
    }
    bar?.update(bytesRead)
  }
  bar?.stop()
  const day = asOf ?? days.last
  if (day === null || days.first === null) throw new Error(whyNothing(file, days.firstLater, refusedLines))
  const sides = opened.map((side) => ({ ...side, outcome: side.simulation.finish(day) }))
  return { sides, firstDay: days.first, asOf: day, refusedLines, refusedCount, brokenCount, later }
}

/** Who got what is noted only where two programmes are compared. */
function openSide(programme: Programme, { refunds, several }: { refunds: boolean; several: boolean }) {
  const given = new Given()
  const simulation: Simulation = new Simulation(
    several
      ? { programme, refunds, watch: (entry) => given.note(entry, (order) => simulation.tally.discountFen(order)) }
      : { programme, refunds },
  )
  return { programme, given, simulation }
}

/** Whether a side took a line, and why another, or none, did not. */
function takeLine(
  simulations: readonly Simulation[],
  line: Exclude<HistoryLine, { kind: 'broken' }>,
): { taken: boolean; why: LineRefusal | null } {
  let [taken, why]: [boolean, LineRefusal | null] = [false, null]
  for (const simulation of simulations) {
    const refused = line.kind === 'order' ? simulation.order(line, line.day) : simulation.refund(line, line.day)
    if (refused === null) taken = true
    why ??= refused
  }
  return { taken, why }
}

/** Why a history came to nothing. */
function whyNothing(file: string, firstLater: Day | null, refusedLines: Lived['refusedLines']): string {
  if (firstLater !== null) return `${file} begins on ${firstLater}: as of an earlier day there is nothing to tell.`
  const lines = refusedLines.map(({ line, why }) => `  line ${line}: ${lineWords(why)}`)
  return [`${file} holds no order that could be taken.`, ...lines].join('\n')
}

async function progressBar(file: string): Promise<SingleBar | null> {
  if (!process.stderr.isTTY) return null
  const bar = new SingleBar({
    format: '{bar} {percentage}% · {eta_formatted} left',
    stream: process.stderr,
    etaBuffer: 50,
  })
  bar.start((await stat(file)).size, 0)
  return bar
}
