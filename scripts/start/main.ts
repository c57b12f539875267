import { existsSync } from 'node:fs'
import path from 'node:path'
import { announce } from './announce'
import { openShop } from './open-shop'

export type StartFlags = {
  empty: boolean
  programme: string
  port: number | null
  data: string
  fresh: boolean
  client: boolean
  /** The moment at which a shop founded now believes to be; null for the present. */
  at: string | null
}

const root = path.resolve(__dirname, '../..')

// Builds, starts the local cloud, founds the shop on the first run and says where everything is.
start(JSON.parse(process.argv[2] ?? '{}') as StartFlags).catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error)
  process.exit(1)
})

async function start({ programme: preset, empty, ...flags }: StartFlags): Promise<void> {
  const plan = { ...flags, root, preset, demonstration: !empty, onOpen: closeOnSignal }
  const { cloud, founded } = await openShop(plan)
  await announce(cloud.url, founded, clientState(flags.client))
}

function clientState(built: boolean): 'built' | 'left out' {
  return built || existsSync(path.join(root, 'dist/h5/index.html')) ? 'built' : 'left out'
}

/** The terminal sends Ctrl-C to every process of the command, and the parent passes it on: once is enough. */
function closeOnSignal(close: () => Promise<void>): void {
  let closing = false
  const once = (): void => {
    if (closing) return
    closing = true
    void close().then(() => process.exit(0))
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, once)
}
