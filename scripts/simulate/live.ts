import { open, stat } from 'node:fs/promises'
import { createReadStream } from 'node:fs'
import { createGunzip } from 'node:zlib'
import { SingleBar } from 'cli-progress'
import type { Day } from '../../shared/kit/time'
import type { VisitLog } from '../../shared/insights/breakage'
import { Given, type Side } from '../../shared/insights/compare'
import { Simulation, type LineRefusal } from '../../shared/insights/simulation'
import type { Programme } from '../../shared/programme/schema'
import { hasRefunds, readHistory, type HistoryLine } from './history-file'

export type Lived = {
  /** One for each programme. */
  sides: Side[]
  firstDay: Day
  /** The day as of which everything stands. */
  asOf: Day
  /** Lines that could not be read, or that the rules refused, by number. */
  refusedLines: { line: number; why: string }[]
  refusedCount: number
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
  const refunds = hasRefunds(await firstLine(file))
  const opened = programmes.map((programme) => openSide(programme, { refunds, several: programmes.length > 1 }))
  const simulations = opened.map(({ simulation }) => simulation)
  const refusedLines: Lived['refusedLines'] = []
  let [refusedCount, later] = [0, 0]
  const days: { first: Day | null; last: Day | null } = { first: null, last: null }
  const bar = await progressBar(file)
  for await (const { lines, bytesRead } of readHistory(file)) {
    for (const line of lines) {
      if (line.kind !== 'broken' && asOf !== null && line.day > asOf) {
        later += 1
        continue
      }
      if (line.kind !== 'broken') {
        if (days.first === null || line.day < days.first) days.first = line.day
        if (days.last === null || line.day > days.last) days.last = line.day
      }
      const why = line.kind === 'broken' ? line.why : takeLine(simulations, line)
      if (why === null && line.kind === 'order') visits?.note(line.customerId, line.day)
      if (why === null) continue
      refusedCount += 1
      if (refusedLines.length < toldMax) refusedLines.push({ line: line.line, why })
    }
    bar?.update(bytesRead)
  }
  bar?.stop()
  const day = asOf ?? days.last
  if (day === null || days.first === null) throw new Error('The file holds no order.')
  const sides = opened.map((side) => ({ ...side, outcome: side.simulation.finish(day) }))
  return { sides, firstDay: days.first, asOf: day, refusedLines, refusedCount, later }
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

function takeLine(
  simulations: readonly Simulation[],
  line: Exclude<HistoryLine, { kind: 'broken' }>,
): LineRefusal | null {
  let why: LineRefusal | null = null
  for (const simulation of simulations) {
    const refused = line.kind === 'order' ? simulation.order(line, line.day) : simulation.refund(line, line.day)
    why ??= refused
  }
  return why
}

async function firstLine(file: string): Promise<string> {
  const raw = createReadStream(file)
  const input = file.endsWith('.gz') ? raw.pipe(createGunzip()) : raw
  raw.on('error', (error) => input.destroy(error))
  input.setEncoding('utf8')
  let text = ''
  for await (const chunk of input) {
    text += String(chunk)
    if (text.includes('\n')) break
  }
  raw.destroy()
  return text.split('\n')[0] ?? ''
}

async function progressBar(file: string): Promise<SingleBar | null> {
  const size = await sizeOf(file)
  if (!process.stderr.isTTY) return null
  const bar = new SingleBar({
    format: '{bar} {percentage}% · {eta_formatted} left',
    stream: process.stderr,
    etaBuffer: 50,
  })
  bar.start(size, 0)
  return bar
}

/** Throws a sentence when the file cannot be read. */
async function sizeOf(file: string): Promise<number> {
  try {
    await (await open(file)).close()
    return (await stat(file)).size
  } catch {
    throw new Error(`There is no file ${file} that can be read.`)
  }
}
