import { mkdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { database, type DatabaseSchema } from '../cloudfunctions/database'
import { activity, rest } from './control/activity'
import { environmentClock, type ClockReading, type EnvironmentClock } from './control/clock'
import { faultPlan, type FaultPlan } from './control/faults'
import { functionLog } from './control/function-log'
import { statistics, type Statistics } from './control/statistics'
import type { Engine, StrictMode } from './engine/engine'
import { openEngine } from './engine/open'
import { processEnvironment, type Caller } from './functions/identity'
import { invocationRegistry, type Invocation } from './functions/invocations'
import { functionPool, type FunctionPool } from './functions/pool'
import { timers } from './functions/timers'
import { routes } from './gateway/routes'
import { startServer } from './gateway/server'
import { rememberActive } from './platform/active'
import { deliverMediaEvents } from './platform/media-check'
import { deliverNotices } from './platform/pay-notice'
import { openRecords } from './platform/records'
import { fileStorage } from './platform/storage'

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
  /** Without the control interface. Absent: by NODE_ENV. */
  production?: boolean
  schema?: DatabaseSchema
  /** `run` (default) fires timers by themselves; `manual` only when asked. */
  timers?: 'run' | 'manual'
  /** Processes at most for one function; 4. */
  instancesMax?: number
  /** A function process without work ends after this time; a minute. */
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
  /** Ends the function processes and frees the port and the files. */
  close(): Promise<void>
}

const environment = { envId: 'local-1', appId: 'wx0123456789abcdef' }

/** Starts one environment of the local cloud: one merchant's database, functions and platform services on one loopback port. */
export async function startLocalCloud(options: LocalCloudOptions): Promise<LocalCloud> {
  const dataDir = resolve(options.dataDir)
  mkdirSync(dataDir, { recursive: true })
  const onWarning = options.onWarning ?? (() => undefined)
  const records = openRecords(join(dataDir, 'platform.jsonl'))
  const clock = environmentClock((records.get('settings', 'clock') as ClockReading | null) ?? undefined)
  const schema = options.schema ?? database
  const engine = openEngine({
    file: join(dataDir, 'database.sqlite'),
    schema,
    strict: options.strict,
    now: clock.now,
    onWarning,
  })
  const [invocations, stats, faults, work, log] = [
    invocationRegistry(),
    statistics(),
    faultPlan(),
    activity(),
    functionLog(),
  ]
  let url = ''
  const underWay = new Map<string, () => void>()
  const pool = functionPool({
    functionsDir: resolve(options.functionsDir ?? 'dist/cloudfunctions'),
    processEnvironment: () => ({
      ...ownEnvironment(),
      ...options.environment,
      ...processEnvironment(environment, url),
    }),
    environment,
    clock,
    invocations,
    instancesMax: options.instancesMax ?? 4,
    idleMs: options.idleMs ?? 60_000,
    onLine(name, line) {
      log.add(name, line)
      options.onLine?.(name, line)
    },
    onStart(invocation, start) {
      underWay.set(invocation.id, work.begin())
      stats.started(invocation, start)
      if (invocation.caller.source === 'client' && invocation.caller.openid)
        rememberActive(records, invocation.caller.openid, clock.now())
    },
    onEnd(invocation, outcome) {
      stats.ended(invocation, outcome)
      if (outcome.ended === 'crashed' || outcome.ended === 'timed-out') engine.abortInvocation(invocation.id)
      underWay.get(invocation.id)?.()
      underWay.delete(invocation.id)
    },
  })
  const platform = { records, now: clock.now, pool, activity: work, environment, url: () => url }
  const storage = fileStorage(platform, join(dataDir, 'files'))
  const firesTimers = options.timers !== 'manual'
  const timetable = timers({ pool, clock, appId: environment.appId, run: firesTimers, onWarning })
  const drain = () => rest(work, pool.settle)
  const control = {
    ...platform,
    dataDir,
    engine,
    clock,
    faults,
    statistics: stats,
    timers: timetable,
    firesTimers,
    storage,
    log,
    drain,
  }
  const production = options.production ?? process.env.NODE_ENV === 'production'
  const staticDir = options.staticDir === undefined ? null : resolve(options.staticDir)
  const table = routes({ ...control, invocations, production, staticDir })
  const gateway = await startServer(options.port ?? 0, () => table).catch(async (error: unknown) => {
    timetable.close()
    engine.close()
    await records.close()
    throw error
  })
  url = gateway.url
  // What a restart interrupted is handed over now.
  void deliverNotices(platform)
  void deliverMediaEvents(platform)

  return {
    ...environment,
    url,
    port: gateway.port,
    engine,
    pool,
    clock,
    faults,
    statistics: stats,
    drain,
    beginInvocation(run) {
      const invocation = invocations.begin(run)
      stats.started(invocation, 'warm')
      return invocation
    },
    async close() {
      timetable.close()
      await pool.close()
      await gateway.close()
      engine.close()
      await records.close()
    },
  }
}

/** The functions see none of the machine's environment but where programs are; the platform's zone is UTC. */
function ownEnvironment(): Record<string, string> {
  return { PATH: process.env.PATH ?? '', TZ: 'UTC' }
}
