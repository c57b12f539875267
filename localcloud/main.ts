import { parseArgs } from 'node:util'
import { startLocalCloud } from './start'

const USAGE =
  'localcloud/main.ts [--port 8787] [--data .data/local] [--static dist/h5] [--functions dist/cloudfunctions] [--env NAME=VALUE …] [--json]'

// The command line of the local cloud: starts it, says so in one line, and closes it on SIGTERM or Ctrl-C.
run().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exitCode = 1
})

async function run(): Promise<void> {
  const flags = readFlags()
  const cloud = await startLocalCloud({
    dataDir: flags.data,
    port: Number(flags.port),
    staticDir: flags.static,
    functionsDir: flags.functions,
    strict: flags.strict ? 'refuse' : 'warn',
    environment: environmentOf(flags.env),
    onWarning: (warning) => process.stderr.write(`warning: ${warning}\n`),
  })
  const ready = { url: cloud.url, port: cloud.port, pid: process.pid }
  process.stdout.write(flags.json ? `${JSON.stringify(ready)}\n` : `local cloud ready at ${cloud.url}\n`)
  let closing = false
  const close = () => {
    if (closing) return
    closing = true
    void cloud.close().then(() => process.exit(0))
  }
  process.once('SIGTERM', close)
  process.once('SIGINT', close)
}

function readFlags() {
  const text = (fallback: string) => ({ type: 'string', default: fallback }) as const
  try {
    const { values } = parseArgs({
      options: {
        port: text('8787'),
        data: text('.data/local'),
        static: text('dist/h5'),
        functions: text('dist/cloudfunctions'),
        env: { type: 'string', multiple: true, default: [] },
        strict: { type: 'boolean', default: false },
        json: { type: 'boolean', default: false },
      },
    })
    return values
  } catch (error) {
    throw new Error(`${error instanceof Error ? error.message : String(error)}\n${USAGE}`)
  }
}

/** Secrets of the shop: those named CHANGLAI_… in the own environment, and what `--env` adds. */
function environmentOf(pairs: string[]): Record<string, string> {
  const inherited = Object.entries(process.env).filter(([name]) => name.startsWith('CHANGLAI_'))
  const given = pairs.map((pair) => [pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1)])
  return Object.fromEntries([...inherited, ...given]) as Record<string, string>
}
