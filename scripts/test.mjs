import { ensureInstalled } from './bootstrap/ensure-installed.mjs'
import { openSlices } from './testing/slices.mjs'
import { fullStages, stages } from './testing/stages.mjs'

// npm test: everything that proves the product. --full adds the long forms in slices that resume; --from-start forgets what
// passed before; --only TEXT runs the stages whose name has the text. The last line alone is `N passed, N failed`.
const argv = process.argv.slice(2)
const full = argv.includes('--full')
const only = argv.includes('--only') ? (argv[argv.indexOf('--only') + 1] ?? '') : ''

const total = { passed: 0, failed: 0 }
try {
  await ensureInstalled()
  await runAll((full ? fullStages() : stages).filter(({ name }) => name.includes(only)))
} catch (error) {
  console.error(error)
  total.failed += 1
}
console.log(`\n${total.passed} passed, ${total.failed} failed`)
process.exit(total.failed === 0 ? 0 : 1)

async function runAll(chosen) {
  const slices = full ? openSlices({ fromStart: argv.includes('--from-start') }) : null
  for (const [index, stage] of chosen.entries()) {
    console.log(`\n━━ ${index + 1}/${chosen.length} ${stage.name}`)
    const before = slices?.result(stage.name)
    const result = before ?? (await runStage(stage))
    if (before) console.log('passed before, on these sources')
    else if (result.failed === 0) slices?.keep(stage.name, result)
    total.passed += result.passed
    total.failed += result.failed
  }
}

async function runStage({ run }) {
  const began = Date.now()
  let result
  try {
    result = await run()
  } catch (error) {
    console.error(error instanceof Error ? error.message : error)
    result = { passed: 0, failed: 1 }
  }
  console.log(`${result.passed} passed, ${result.failed} failed · ${Math.round((Date.now() - began) / 1000)} s`)
  return result
}
