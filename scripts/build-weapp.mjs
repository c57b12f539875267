import { existsSync } from 'node:fs'
import { ensureInstalled } from './bootstrap/ensure-installed.mjs'
import { buildClient } from './client/taro.mjs'
import { checkWeapp } from './check-weapp.mjs'
import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'

// npm run build:weapp: the mini-program into dist/client and its cloud functions into dist/cloudfunctions, as
// project.config.json names them, then the platform's own compilers over the result.
await ensureInstalled()
const client = await buildClient('weapp')
if (client !== 0) process.exit(client)
const functions = buildFunctions()
if (functions !== 0) process.exit(functions)
process.exit(checkWeapp() ? 0 : 1)

function buildFunctions() {
  const script = fileURLToPath(new URL('./build-functions.ts', import.meta.url))
  if (!existsSync(script)) return 0
  const runner = fileURLToPath(new URL('./run.mjs', import.meta.url))
  return spawnSync(process.execPath, [runner, script], { stdio: 'inherit' }).status ?? 1
}
