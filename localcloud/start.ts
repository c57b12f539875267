import { mkdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { database, type DatabaseSchema } from '../cloudfunctions/database'
import { activity, rest } from './control/activity'
import { environmentClock, type EnvironmentClock } from './control/clock'
import { faultPlan, type FaultPlan } from './control/faults'
import { statistics, type Statistics } from './control/statistics'
import type { Engine, StrictMode } from './engine/engine'
import { openEngine } from './engine/open'
import { processEnvironment, type Caller } from './functions/identity'
import { invocationRegistry, type Invocation } from './functions/invocations'
import { functionPool, type FunctionPool } from './functions/pool'
import { answerAdmin, notEmulated } from './gateway/admin'
import { answerCall } from './gateway/call'
import { startServer } from './gateway/server'
import { openRecords } from './platform/records'

export interface LocalCloudOptions {
  /** Everything the environment keeps; made when absent. */
  dataDir: string
  /** 0 or absent takes a free one. */
  port?: number
  /** Where the bundles are: `<functionsDir>/<name>/index.js`. */
  functionsDir?: string
  /** The built H5 client. */
  staticDir?: string
  strict: StrictMode
  /** What the functions find in their environment: secrets and settings of the shop. */
  environment: Record<string, string>
  /** Without the control interface. */
  production?: boolean
  schema?: DatabaseSchema
  /** `run` fires timers by themselves; `manual` only when asked. */
  timers?: 'run' | 'manual'
  instancesMax?: number
  idleMs?: number
  onWarning?: (warning: string) => void
  /** A line that a function wrote. */
  onLine?: (name: string, line: string) => void
}

export interface LocalCloud {
  url: string
  port: number
  envId: string
  appId: string
  engine: Engine
  pool: FunctionPool
  clock: EnvironmentClock
  faults: FaultPlan
  statistics: Statistics
  /** Resolves when nothing is under way any more. */
  drain(): Promise<void>
  /** Registers a run in the caller's own process, so that its requests are counted and struck like those of a function. */
  beginInvocation(run: { function: string; operation: string | null; caller: Caller }): Invocation
  close(): Promise<void>
}

const ENV_ID = 'local-1'
const APP_ID = 'wx0123456789abcdef'

/** Starts one environment of the local cloud: one merchant's database, functions and platform services on one loopback port. */
export async function startLocalCloud(options: LocalCloudOptions): Promise<LocalCloud> {
  const dataDir = resolve(options.dataDir)
  mkdirSync(dataDir, { recursive: true })
  const records = openRecords(join(dataDir, 'platform.jsonl'))
  const clock = environmentClock()
  const engine = openEngine({
    file: join(dataDir, 'database.sqlite'),
    schema: options.schema ?? database,
    strict: options.strict,
    now: clock.now,
    ...(options.onWarning ? { onWarning: options.onWarning } : {}),
  })
  const invocations = invocationRegistry()
  const stats = statistics()
  const faults = faultPlan()
  const work = activity()
  let url = ''
  const environment = { envId: ENV_ID, appId: APP_ID }
  const running = new Map<string, () => void>()
  const pool = functionPool({
    functionsDir: resolve(options.functionsDir ?? 'dist/cloudfunctions'),
    processEnvironment: () => ({ PATH: process.env.PATH ?? '', TZ: 'UTC', ...options.environment, ...processEnvironment(environment, url) }),
    environment,
    clock,
    invocations,
    instancesMax: options.instancesMax ?? 4,
    idleMs: options.idleMs ?? 60_000,
    onLine: options.onLine ?? (() => undefined),
    onStart(invocation, start) {
      running.set(invocation.id, work.begin())
      stats.started(invocation, start)
    },
    onEnd(invocation, outcome) {
      stats.ended(invocation, outcome)
      if (outcome.ended === 'crashed' || outcome.ended === 'timed-out') engine.abortInvocation(invocation.id)
      running.get(invocation.id)?.()
      running.delete(invocation.id)
    },
  })
  const openApi = async (call: { apiName: string }) => notEmulated(call.apiName)
  const admin = { engine, invocations, faults, activity: work, pool, openApi, payApi: openApi, storage: async () => null }
  const gateway = await startServer(options.port ?? 0, () => [
    { prefix: '/admin', answer: (exchange) => answerAdmin(admin, exchange) },
    { prefix: '/call', answer: (exchange, rest) => answerCall(pool, APP_ID, rest.slice(1), exchange) },
  ])
  url = gateway.url

  return {
    url,
    port: gateway.port,
    envId: ENV_ID,
    appId: APP_ID,
    engine,
    pool,
    clock,
    faults,
    statistics: stats,
    drain: () => rest(work, pool.settle),
    beginInvocation(run) {
      const invocation = invocations.begin(run)
      stats.started(invocation, 'warm')
      return invocation
    },
    async close() {
      await pool.close()
      await gateway.close()
      engine.close()
      await records.close()
    },
  }
}
