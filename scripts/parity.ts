import { startLocalCloud } from '../localcloud/start'
import { topics } from '../tests/localcloud/parity/cases'
import { startLocal } from '../tests/localcloud/parity/local'
import { startReal } from '../tests/localcloud/parity/real'
import { runCase, type Runner, type Verdict } from '../tests/localcloud/parity/run'
import type { Case } from '../tests/localcloud/parity/sdk'

/*
 * npx tsx scripts/parity.ts [WORDS]
 *
 * Runs every promise of the platform's database against the local cloud; WORDS choose the cases whose names hold them.
 *
 * Against a real environment, by environment variables alone:
 *   CHANGLAI_PARITY_ENV        its id
 *   TENCENTCLOUD_SECRETID      a key pair with rights to it
 *   TENCENTCLOUD_SECRETKEY
 *   CHANGLAI_PARITY_FUNCTIONS  `yes` when the function `parity` (tests/localcloud/parity/functions) is deployed there
 * The collections parity_* are made and emptied; two indexes have to be made on the console before the first run: a unique
 * one on `parity_uniques.code` and a geographic one on `parity_places.at`. What the environment cannot be made to do (a
 * driven clock, a conflict on demand) is left out and said so.
 */
const tally = { passed: 0, failed: 0 }

async function main(words: string, env: string | undefined): Promise<void> {
  const runner: Runner & { close(): Promise<void> } = env ? await startReal(env) : await startLocal(startLocalCloud)
  for (const [topic, cases] of Object.entries(topics)) {
    const chosen = cases.filter(({ name }) => name.includes(words))
    if (chosen.length) console.log(`\n${topic}`)
    for (const parity of chosen) tell(parity, await runCase(runner, parity, 60_000))
  }
  await runner.close()
  console.log(`\n${tally.passed} passed, ${tally.failed} failed`)
  process.exit(tally.failed === 0 && tally.passed > 0 ? 0 : 1)
}

function tell({ name }: Case, verdict: Verdict): void {
  if (verdict.outcome === 'left out') return console.log(`  – ${name} (left out: needs ${verdict.needs.join(', ')})`)
  tally[verdict.outcome] += 1
  if (verdict.outcome === 'passed') return console.log(`  ✓ ${name}`)
  const why = verdict.why instanceof Error ? verdict.why.message : JSON.stringify(verdict.why)
  console.log(`  ✗ ${name}\n      ${why.replaceAll('\n', '\n      ')}`)
}

main(process.argv.slice(2).join(' '), process.env.CHANGLAI_PARITY_ENV).catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error)
  process.exit(2)
})
