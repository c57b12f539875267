import path from 'node:path'
import { ensureInstalled } from './bootstrap/ensure-installed.mjs'
import { runTypeScript } from './bootstrap/run.mjs'

// node scripts/run.mjs FILE.ts [arguments …]: runs a TypeScript file of this project on a clone that may still be bare.
const [file, ...args] = process.argv.slice(2)
if (!file) {
  console.error('Usage: node scripts/run.mjs FILE.ts [arguments …]')
  process.exit(2)
}
await ensureInstalled()
process.exit(await runTypeScript(path.resolve(file), args))
