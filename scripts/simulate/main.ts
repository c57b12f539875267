import { writeFile } from 'node:fs/promises'
import { compare } from '../../shared/insights/compare'
import { readArguments, usage, type SimulateArguments } from './arguments'
import { liveThrough, type Lived } from './live'
import { writeMembers } from './members-file'
import { programmeNamed } from './programme-named'
import { VisitLog } from '../../shared/insights/breakage'
import { forecast } from './forecast'
import { breakageText, comparisonText, refusedText, reportText } from './report'

simulate(process.argv.slice(2)).catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error)
  console.error(`\n${usage}`)
  process.exitCode = 1
})

/** npm run simulate: a programme tried on a history, by the rules of production; with a draft, both side by side. */
async function simulate(argv: string[]): Promise<void> {
  const asked = readArguments(argv)
  const programme = await programmeNamed(asked.programme)
  const draft = asked.compare === null ? null : await programmeNamed(asked.compare)
  const visits = new VisitLog()
  const watched = asked.forecast ? { asOf: asked.asOf, visits } : { asOf: asked.asOf }
  const lived = await liveThrough(asked.orders, draft ? [programme, draft] : [programme], watched)
  for (const side of lived.sides) console.log(reportText(side.programme.id, side.outcome, lived))
  const [live, other] = lived.sides
  if (!live) throw new Error('nothing was simulated')
  const comparison = other ? compare(live, other) : null
  if (comparison) console.log(comparisonText(comparison))
  const breakage = asked.forecast ? await forecast(asked.orders, programme, { lived, visits }) : null
  if (breakage) console.log(breakageText(breakage))
  const refused = refusedText(lived)
  if (refused !== '') console.error(refused)
  if (asked.members) await writeMembers(asked.members, live.simulation.replay.accounts)
  if (asked.json)
    await writeFile(asked.json, `${JSON.stringify({ ...factsOf(asked, lived), comparison, breakage }, null, 2)}\n`)
}

function factsOf(asked: SimulateArguments, lived: Lived) {
  const [live, draft] = lived.sides
  const refused = Object.fromEntries(live?.simulation.refused ?? [])
  const refusedByRules = Object.values(refused).reduce((sum, number) => sum + number, 0)
  return {
    programme: asked.programme,
    asOf: lived.asOf,
    ...live?.outcome,
    refused,
    brokenLines: lived.refusedCount - refusedByRules,
    laterLines: lived.later,
    draft: draft ? { programme: asked.compare, ...draft.outcome } : null,
  }
}
