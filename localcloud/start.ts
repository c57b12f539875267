import { resolve } from 'node:path'
import type { DatabaseSchema } from '../cloudfunctions/database'
import type { EnvironmentClock } from './control/clock'
import type { FaultPlan } from './control/faults'
import type { Statistics } from './control/statistics'
import type { Engine, StrictMode } from './engine/engine'
import { openEnvironment } from './environment'
import type { Caller } from './functions/identity'
import type { Invocation } from './functions/invocations'
import type { FunctionPool } from './functions/pool'
import { routes } from './gateway/routes'
import { startServer } from './gateway/server'
import { resumeDelivery } from './platform/delivery'
import { startMailServer } from './platform/mails'
import { mediaPost } from './platform/media-check'
import { noticePost } from './platform/pay-notice'

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

/** Starts one environment of the local cloud: one merchant's database, functions and platform services on one loopback port. */
export async function startLocalCloud(options: LocalCloudOptions): Promise<LocalCloud> {
  let url = ''
  let mailPort = 0
  const environment = openEnvironment(options, { url: () => url, mailPort: () => mailPort })
  const { parts } = environment
  const production = options.production ?? process.env.NODE_ENV === 'production'
  const staticDir = options.staticDir === undefined ? null : resolve(options.staticDir)
  const table = routes({ ...parts, production, staticDir })
  const gateway = await startServer(options.port ?? 0, table).catch(async (error: unknown) => {
    await environment.close()
    throw error
  })
  url = gateway.url
  const mails = await startMailServer(parts)
  mailPort = mails.port
  // What a restart interrupted is handed over now.
  resumeDelivery(parts, noticePost)
  resumeDelivery(parts, mediaPost)
  const { engine, pool, clock, faults, statistics, drain } = parts
  return {
    ...parts.environment,
    ...{ url, port: gateway.port, engine, pool, clock, faults, statistics, drain },
    beginInvocation(run) {
      const invocation = parts.invocations.begin(run)
      statistics.started(invocation, 'warm')
      return invocation
    },
    async close() {
      await pool.close()
      await gateway.close()
      await mails.close()
      await environment.close()
    },
  }
}
