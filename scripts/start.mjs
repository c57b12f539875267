import { ensureInstalled } from './bootstrap/ensure-installed.mjs'
import { runTypeScript } from './bootstrap/run.mjs'
import { readFlags } from './start/flags.mjs'

// npm start: from a bare clone to a running shop.
let flags
try {
  flags = readFlags(process.argv.slice(2))
} catch (error) {
  console.error(error.message)
  process.exit(2)
}
await ensureInstalled()
process.exit(await runTypeScript('scripts/start/main.ts', [JSON.stringify(flags)]))
