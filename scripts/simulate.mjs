import path from 'node:path'
import { ensureInstalled } from './bootstrap/ensure-installed.mjs'
import { root } from './bootstrap/root.mjs'
import { exitCode } from './bootstrap/run.mjs'

// npm run simulate, and with `bench` as the first word its benchmark: bundled first, since a history of millions of orders is slowed by what a loader adds to every function.
await ensureInstalled()
const { build } = await import('esbuild')
const [word, ...rest] = process.argv.slice(2)
const bench = word === 'bench'
const outfile = path.join(root, '.cache', 'simulate', `${process.pid}.cjs`)
await build({
  entryPoints: [path.join(root, `scripts/simulate/${bench ? 'bench' : 'main'}.ts`)],
  bundle: true,
  platform: 'node',
  target: 'node20',
  outfile,
  logLevel: 'error',
})
const code = await exitCode(process.execPath, [outfile, ...(bench ? rest : process.argv.slice(2))])
await (await import('node:fs/promises')).rm(outfile, { force: true })
process.exit(code)
