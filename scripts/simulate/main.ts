import { writeFile } from 'node:fs/promises'
import { readArguments, usage } from './arguments'
import { liveThrough } from './live'
import { writeMembers } from './members-file'
import { programmeNamed } from './programme-named'
import { refusedText, reportText } from './report'

simulate(process.argv.slice(2)).catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error)
  console.error(`\n${usage}`)
  process.exitCode = 1
})

/** npm run simulate: a programme tried on a history, by the rules of production. */
async function simulate(argv: string[]): Promise<void> {
  const asked = readArguments(argv)
  const programme = await programmeNamed(asked.programme)
  const draft = asked.compare === null ? null : await programmeNamed(asked.compare)
  const lived = await liveThrough(asked.orders, draft ? [programme, draft] : [programme], { asOf: asked.asOf })
  const outcomes = lived.simulations.map((simulation) => simulation.finish(lived.asOf))
  const [outcome] = outcomes
  const [simulation] = lived.simulations
  if (!outcome || !simulation) throw new Error('nothing was simulated')
  console.log(reportText(programme.id, outcome, lived))
  const refused = refusedText(lived)
  if (refused !== '') console.error(refused)
  if (asked.members) await writeMembers(asked.members, simulation.replay.accounts)
  if (asked.json) {
    const whole = {
      programme: programme.id,
      asOf: lived.asOf,
      ...outcome,
      refused: Object.fromEntries(simulation.refused),
      brokenLines: lived.refusedCount - [...simulation.refused.values()].reduce((sum, n) => sum + n, 0),
    }
    await writeFile(asked.json, `${JSON.stringify(whole, null, 2)}\n`)
  }
}
