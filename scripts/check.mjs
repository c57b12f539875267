import { checks, runCheck } from './bootstrap/checks.mjs'
import { ensureInstalled } from './bootstrap/ensure-installed.mjs'

// npm run check: types, lint, format, import laws, banned words.
await ensureInstalled()
const failed = []
for (const check of checks) {
  console.log(`\n── ${check.name}`)
  if (await runCheck(check)) console.log('ok')
  else failed.push(check.name)
}
console.log(failed.length === 0 ? '\nAll checks pass.' : `\nFailed: ${failed.join(', ')}`)
process.exitCode = failed.length === 0 ? 0 : 1
