import type { Engine } from '../engine/engine'
import type { Invocations } from '../functions/invocations'
import type { Timers } from '../functions/timers'
import type { Exchange } from '../gateway/reply'
import type { PlatformParts } from '../platform/services'
import type { FileStorage } from '../platform/storage'
import type { EnvironmentClock } from './clock'
import type { FaultPlan } from './faults'
import type { FunctionLog } from './function-log'
import type { Statistics } from './statistics'

/** What the control interface steers. */
export interface ControlParts extends PlatformParts {
  dataDir: string
  engine: Engine
  invocations: Invocations
  clock: EnvironmentClock
  faults: FaultPlan
  statistics: Statistics
  timers: Timers
  /** Whether moving the clock fires what became due; tests fire timers by hand. */
  firesTimers: boolean
  storage: FileStorage
  log: FunctionLog
  drain: () => Promise<void>
}

/** By method and first path segment: `POST clock`. What it answers goes out as JSON, unless it answered by itself. */
export type Handlers = Record<string, (demand: Demand) => Promise<unknown> | unknown>
export type Demand = { input: unknown; path: string; exchange: Exchange }
