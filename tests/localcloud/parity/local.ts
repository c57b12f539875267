import { build } from 'esbuild'
import { cp, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { DatabaseSchema } from '../../../cloudfunctions/database'
import type { LocalCloud, LocalCloudOptions } from '../../../localcloud/start'
import { asInvocation, collections, connect, type Levers } from './connect'
import type { Runner } from './run'

/** A fresh local cloud with the suite's collections, and the SDK directed to it. */
export type LocalRunner = Runner & { url: string; close(): Promise<void> }

export type Start = (options: LocalCloudOptions) => Promise<LocalCloud>

/** Starts it in a temporary folder; with the function that the cases call unless told otherwise. */
export async function startLocal(start: Start, withFunctions = true): Promise<LocalRunner> {
  const folder = await mkdtemp(join(tmpdir(), 'parity-'))
  const functionsDir = join(folder, 'functions')
  if (withFunctions) await bundleFunction(join(functionsDir, 'parity'))
  const cloud = await start({ dataDir: join(folder, 'data'), functionsDir, strict: 'refuse', environment: {}, schema })
  return {
    url: cloud.url,
    sdk: await connect({ url: cloud.url }, leversOf(cloud)),
    offers: ['clock', 'conflicts', ...(withFunctions ? (['functions'] as const) : [])],
    empty: async () => cloud.engine.reset(),
    async close() {
      await cloud.close()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

function leversOf(cloud: LocalCloud): Levers {
  return {
    now: cloud.clock.now,
    advance: async (milliseconds) => cloud.clock.set({ at: cloud.clock.now() + milliseconds, frozen: false }),
    withConflictAt(request, act) {
      const run = { function: 'parity-case', operation: null, caller: { source: 'platform' as const } }
      cloud.faults.replace([{ function: run.function, atCall: request, kind: 'conflict' }])
      return asInvocation(cloud.beginInvocation(run).id, act)
    },
  }
}

/** What a real environment must have as well: four collections, a unique index and a geographic one on `at`. */
export const schema: DatabaseSchema = {
  collections: [
    { name: collections.docs, indexes: [] },
    { name: collections.others, indexes: [] },
    {
      name: collections.uniques,
      indexes: [{ name: 'code', fields: [{ field: 'code', direction: 'asc' }], unique: true }],
    },
    { name: collections.places, indexes: [] },
  ],
}

async function bundleFunction(target: string): Promise<void> {
  const source = join(__dirname, 'functions', 'parity')
  await build({
    entryPoints: [join(source, 'index.ts')],
    outfile: join(target, 'index.js'),
    bundle: true,
    platform: 'node',
    target: 'node18',
    format: 'cjs',
    logLevel: 'error',
  })
  await cp(join(source, 'config.json'), join(target, 'config.json'))
}
