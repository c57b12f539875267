import { mkdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { database } from '../cloudfunctions/database'
import { activity, rest, type Activity } from './control/activity'
import { environmentClock, type ClockReading } from './control/clock'
import { faultPlan } from './control/faults'
import { functionLog } from './control/function-log'
import type { ControlParts } from './control/parts'
import { statistics } from './control/statistics'
import { openEngine } from './engine/open'
import { processEnvironment } from './functions/identity'
import { invocationRegistry } from './functions/invocations'
import { functionPool, type PoolOptions } from './functions/pool'
import { timers } from './functions/timers'
import { rememberActive } from './platform/active'
import { openRecords } from './platform/records'
import { fileStorage } from './platform/storage'
import type { LocalCloudOptions } from './start'

export interface OpenEnvironment {
  parts: ControlParts
  /** Ends the timers and frees the files; the pool is closed before. */
  close(): Promise<void>
}

/** The names of the environment and of its mini-program; one gateway is one environment. */
const NAMES = { envId: 'local-1', appId: 'wx0123456789abcdef' }

/** Opens the data folder and puts together everything that stands behind the server. */
export function openEnvironment(
  options: LocalCloudOptions,
  { url, mailPort }: { url: () => string; mailPort: () => number },
): OpenEnvironment {
  const dataDir = resolve(options.dataDir)
  mkdirSync(dataDir, { recursive: true })
  const onWarning = options.onWarning ?? (() => undefined)
  const records = openRecords(join(dataDir, 'platform.jsonl'))
  const clock = environmentClock((records.get('settings', 'clock') as ClockReading | null) ?? undefined)
  const { schema = database, strict } = options
  const engine = openEngine({ file: join(dataDir, 'database.sqlite'), schema, strict, now: clock.now, onWarning })
  const watch = { faults: faultPlan(), statistics: statistics(), log: functionLog() }
  const invocations = invocationRegistry()
  const work = activity()
  const pool = functionPool({
    functionsDir: resolve(options.functionsDir ?? 'dist/cloudfunctions'),
    processEnvironment: () => ({
      ...ownEnvironment(),
      ...mailEnvironment(mailPort()),
      ...options.environment,
      ...processEnvironment(NAMES, url()),
    }),
    environment: NAMES,
    clock,
    invocations,
    instancesMax: options.instancesMax ?? 4,
    idleMs: options.idleMs ?? 60_000,
    onLine(name, line) {
      watch.log.add(name, line)
      options.onLine?.(name, line)
    },
    ...observe({ ...watch, records, clock }, work),
    onExit() {
      // Nobody can end the transactions that a process left open; a writer behind them would wait for their time limit.
      for (const { id, alive } of invocations.all()) if (!alive()) engine.abortInvocation(id)
    },
  })
  const platform = { records, now: clock.now, pool, activity: work, environment: NAMES, url }
  const storage = fileStorage(platform, join(dataDir, 'files'))
  const firesTimers = options.timers !== 'manual'
  const timetable = timers({ pool, clock, appId: NAMES.appId, run: firesTimers, onWarning })
  const drain = () => rest(work, pool.settle)
  return {
    parts: {
      ...platform,
      ...watch,
      invocations,
      dataDir,
      engine,
      clock,
      timers: timetable,
      firesTimers,
      storage,
      drain,
    },
    async close() {
      timetable.close()
      engine.close()
      await records.close()
    },
  }
}

type Observed = Pick<ControlParts, 'records' | 'clock' | 'statistics'>

/** What is noted of every invocation: that it is under way, what it costs, and that its person was here. */
function observe(parts: Observed, work: Activity): Pick<PoolOptions, 'onStart' | 'onEnd'> {
  const underWay = new Map<string, () => void>()
  return {
    onStart(invocation, start) {
      underWay.set(invocation.id, work.begin())
      parts.statistics.started(invocation, start)
      const { caller } = invocation
      if (caller.source === 'client' && caller.openid) rememberActive(parts.records, caller.openid, parts.clock.now())
    },
    onEnd(invocation, outcome) {
      parts.statistics.ended(invocation, outcome)
      underWay.get(invocation.id)?.()
      underWay.delete(invocation.id)
    },
  }
}

/** The functions see none of the machine's environment but where programs are; the platform's zone is UTC. */
function ownEnvironment(): Record<string, string> {
  return { PATH: process.env.PATH ?? '', TZ: 'UTC' }
}

/** Mail as a shop sets it up, with the local mail server; a shop's own settings go before it. */
function mailEnvironment(port: number): Record<string, string> {
  return {
    CHANGLAI_MAIL_HOST: '127.0.0.1',
    CHANGLAI_MAIL_PORT: String(port),
    CHANGLAI_MAIL_SECURE: 'no',
    CHANGLAI_MAIL_FROM: '本地邮件 <shop@changlai.local>',
  }
}
