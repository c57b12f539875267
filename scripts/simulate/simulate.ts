import { access, constants, stat, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { compare } from '../../shared/insights/compare'
import { VisitLog } from '../../shared/insights/breakage'
import { AskedWrongly, readArguments, usage, type SimulateArguments } from './arguments'
import { forecast } from './forecast'
import { liveThrough, type Lived } from './live'
import { writeMembers } from './members-file'
import { programmeNamed } from './programme-named'
import { breakageText, comparisonText, refusedText, reportText } from './report'

/** Where the command says what it found, and what went wrong. */
export type Said = { out: (text: string) => void; error: (text: string) => void }

/**
 * npm run simulate: a programme tried on a history, by the rules of production; with a draft, both side by side. Gives the
 * code to end with: 0, or 1 when nothing could be simulated, with a sentence that says why.
 */
export async function simulate(
  argv: string[],
  said: Said = { out: console.log, error: console.error },
): Promise<0 | 1> {
  try {
    const asked = readArguments(argv)
    if (asked === 'help') said.out(usage)
    else await simulateAsked(asked, said)
    return 0
  } catch (error) {
    said.error(error instanceof Error ? error.message : String(error))
    if (error instanceof AskedWrongly) said.error(`\n${usage}`)
    return 1
  }
}

async function simulateAsked(asked: SimulateArguments, said: Said): Promise<void> {
  const programme = await programmeNamed(asked.programme)
  const draft = asked.compare === null ? null : await programmeNamed(asked.compare)
  for (const file of [asked.members, asked.json]) if (file !== null) await expectWritable(file)
  const visits = new VisitLog()
  const watched = asked.forecast ? { asOf: asked.asOf, visits } : { asOf: asked.asOf }
  const lived = await liveThrough(asked.orders, draft ? [programme, draft] : [programme], watched)
  const names = [asked.programme, asked.compare ?? '']
  lived.sides.forEach((side, index) => said.out(reportText(names[index] ?? '', side.outcome, lived)))
  const [live, other] = lived.sides
  if (!live) throw new Error('nothing was simulated')
  const comparison = other ? compare(live, other) : null
  if (comparison) said.out(comparisonText(comparison))
  const breakage = asked.forecast ? await forecast(asked.orders, programme, { lived, visits }) : null
  if (asked.forecast) said.out(breakageText(breakage))
  const refused = refusedText(lived)
  if (refused !== '') said.error(refused)
  if (asked.members) await writeMembers(asked.members, live.simulation.replay.accounts)
  if (asked.json)
    await writeFile(asked.json, `${JSON.stringify({ ...factsOf(asked, lived), comparison, breakage }, null, 2)}\n`)
}

/** Throws a sentence, before hours of history are lived, when a file could not be written afterwards. */
async function expectWritable(file: string): Promise<void> {
  const folder = path.dirname(path.resolve(file))
  const known = await stat(file).catch(() => null)
  const mayWrite = await access(known ? file : folder, constants.W_OK).then(
    () => true,
    () => false,
  )
  if (!mayWrite || known?.isDirectory())
    throw new Error(`${file} cannot be written. Choose a file in a folder of yours.`)
}

function factsOf(asked: SimulateArguments, lived: Lived) {
  const [live, draft] = lived.sides
  const refused = Object.fromEntries(live?.simulation.refused ?? [])
  return {
    programme: asked.programme,
    asOf: lived.asOf,
    ...live?.outcome,
    refused,
    brokenLines: lived.brokenCount,
    laterLines: lived.later,
    draft: draft ? { programme: asked.compare, ...draft.outcome } : null,
  }
}
