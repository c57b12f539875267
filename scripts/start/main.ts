import { existsSync } from 'node:fs'
import path from 'node:path'
import { writeDatabaseList } from '../functions/database-list'
import { buildFunctions } from '../functions/build'
import { loadDemonstration } from '../demo/load'
import { announce } from './announce'
import { buildClient } from './client'
import { claimFolder, emptyFolder } from './folder'
import { foundShop } from './found'
import { readSecrets } from './secrets'
import { openCloud } from './open-cloud'

export type StartFlags = {
  empty: boolean
  programme: string
  port: number | null
  data: string
  fresh: boolean
  client: boolean
}

const root = path.resolve(__dirname, '../..')

// Builds, starts the local cloud, founds the shop on the first run and says where everything is.
start(JSON.parse(process.argv[2] ?? '{}') as StartFlags).catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error)
  process.exit(1)
})

async function start(flags: StartFlags): Promise<void> {
  const release = claimFolder(flags.data)
  if (flags.fresh) emptyFolder(flags.data)
  const secrets = readSecrets(flags.data)
  await buildFunctions({ root, target: path.join(root, 'dist/cloudfunctions') })
  writeDatabaseList(path.join(root, 'dist/cloudfunctions'))
  if (flags.client) await buildClient(root)
  const cloud = await openCloud({ root, data: flags.data, port: flags.port, secrets })
  closeOnSignal(async () => {
    await cloud.close()
    release()
  })
  const founded = await foundShop(cloud.url, secrets, { preset: flags.programme, demonstration: !flags.empty })
  if (founded.demonstration) await loadDemonstration(cloud.url, founded)
  await announce(cloud.url, founded, clientState(flags))
}

function clientState({ client }: StartFlags): 'built' | 'left out' {
  return client || existsSync(path.join(root, 'dist/h5/index.html')) ? 'built' : 'left out'
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
