import type { EnvironmentClock } from '../control/clock'
import { listFunctions, readDefinition, type FunctionDefinition } from './definition'
import { invocationEnvironment, type Caller, type Environment } from './identity'
import { startInstance, type Instance, type JobOutcome } from './instance'
import { operationOf, type Invocation, type Invocations } from './invocations'

/** Runs functions in child processes as the platform does: one invocation at a time each, more processes on demand. */
export interface FunctionPool {
  definition(name: string): FunctionDefinition | null
  names(): string[]
  invoke(call: FunctionCall): Promise<FunctionOutcome>
  /** Resolves when every process has finished the work that was ready to go on. */
  settle(): Promise<void>
  /** Ends every process, the running ones too, turns away the calls that wait for one, and resolves when they are gone. */
  endAll(): Promise<void>
  close(): Promise<void>
  processes(): number
}

export type FunctionCall = { function: string; event: unknown; caller: Caller }

export type FunctionOutcome =
  | { ok: true; invocationId: string; result: unknown }
  | { ok: false; invocationId: string | null; failure: FunctionFailure }

/** Code and message as the platform gives them to the SDK. */
export type FunctionFailure = {
  kind: 'unknown_function' | 'function_failed' | 'function_timed_out'
  code: string
  message: string
}

export interface PoolOptions {
  functionsDir: string
  processEnvironment: () => Record<string, string>
  environment: Environment
  clock: EnvironmentClock
  invocations: Invocations
  /** Processes at most for one function; further calls wait for one. */
  instancesMax: number
  /** A process without work ends after this time. */
  idleMs: number
  onLine: (name: string, line: string) => void
  onStart: (invocation: Invocation, start: 'cold' | 'warm') => void
  onEnd: (invocation: Invocation, outcome: JobOutcome) => void
  /** A process is gone. */
  onExit: () => void
}

type Worker = { instance: Instance; busy: boolean; idleTimer: NodeJS.Timeout | null }
/** A call in the queue, with the bundle as it was when it came; it is given a process, or null when it is turned away. */
type Waiting = { definition: FunctionDefinition; take: (worker: Worker | null) => void }
type Bench = { workers: Set<Worker>; waiting: Waiting[] }

export function functionPool(options: PoolOptions): FunctionPool {
  const benches = new Map<string, Bench>()
  let closed = false
  const allWorkers = () => [...benches.values()].flatMap((bench) => [...bench.workers])
  options.clock.onChange(() => {
    for (const { instance } of allWorkers()) instance.tellClock(options.clock.reading())
  })

  const definitionOf = (name: string) => readDefinition(options.functionsDir, name)
  const findDefinition = (name: string): { definition: FunctionDefinition } | { failure: FunctionFailure } => {
    try {
      const definition = definitionOf(name)
      return definition ? { definition } : { failure: unknownFunction(name) }
    } catch (error) {
      return { failure: { kind: 'function_failed', code: 'SYS_ERR', message: String(error) } }
    }
  }
  const benchOf = (name: string): Bench => {
    const bench = benches.get(name) ?? { workers: new Set(), waiting: [] }
    benches.set(name, bench)
    return bench
  }

  const startWorker = (definition: FunctionDefinition, bench: Bench): Worker => {
    const line = (text: string) => options.onLine(definition.name, text)
    const instance = startInstance(definition, options.processEnvironment(), line)
    const worker: Worker = { instance, busy: true, idleTimer: null }
    bench.workers.add(worker)
    void instance.exited.then(() => {
      bench.workers.delete(worker)
      options.onExit()
      // Its place is free: the next one in the queue may start a process of its own.
      const next = closed ? undefined : bench.waiting.shift()
      next?.take(startWorker(next.definition, bench))
    })
    return worker
  }

  /** Null when the call was turned away while it waited. */
  const acquire = async (
    definition: FunctionDefinition,
  ): Promise<{ worker: Worker; start: 'cold' | 'warm' } | null> => {
    const bench = benchOf(definition.name)
    for (const worker of bench.workers) {
      if (worker.busy || !worker.instance.alive()) continue
      if (worker.instance.definition.version !== definition.version) {
        worker.instance.kill()
        continue
      }
      occupy(worker)
      return { worker, start: 'warm' }
    }
    const living = [...bench.workers].filter((worker) => worker.instance.alive())
    if (living.length < options.instancesMax) return { worker: startWorker(definition, bench), start: 'cold' }
    const worker = await new Promise<Worker | null>((take) => bench.waiting.push({ definition, take }))
    return worker && { worker, start: living.includes(worker) ? 'warm' : 'cold' }
  }

  const release = (worker: Worker, bench: Bench) => {
    if (!worker.instance.alive()) return
    const [next] = bench.waiting
    // It gives way to the new bundle; its end gives its place to the one that waits.
    if (next && next.definition.version !== worker.instance.definition.version) return worker.instance.kill()
    if (next) return bench.waiting.shift()?.take(worker)
    worker.busy = false
    worker.idleTimer = setTimeout(() => worker.instance.kill(), options.idleMs).unref()
  }

  const invoke = async (call: FunctionCall): Promise<FunctionOutcome> => {
    const found = findDefinition(call.function)
    if ('failure' in found) return { ok: false, invocationId: null, failure: found.failure }
    if (closed) return { ok: false, invocationId: null, failure: CLOSED }
    const { definition } = found
    const acquired = await acquire(definition)
    if (!acquired) return { ok: false, invocationId: null, failure: ENDED }
    const { worker, start } = acquired
    const invocation = options.invocations.begin({ ...call, operation: operationOf(call.event) })
    invocation.kill = worker.instance.kill
    invocation.alive = worker.instance.alive
    options.onStart(invocation, start)
    const outcome = await worker.instance.run({
      id: invocation.id,
      environment: invocationEnvironment(invocation, options.environment.appId),
      event: call.event,
      context: contextOf(invocation, definition, options.environment),
      clock: options.clock.reading,
    })
    invocation.replied = true
    if (outcome.ended === 'replied') invocation.sequential = outcome.sequential
    options.onEnd(invocation, outcome)
    release(worker, benchOf(call.function))
    return answerOf(invocation.id, outcome, definition)
  }

  const endAll = async () => {
    const workers = allWorkers()
    for (const { waiting } of benches.values()) for (const { take } of waiting.splice(0)) take(null)
    for (const { instance } of workers) instance.kill()
    await Promise.all(workers.map(({ instance }) => instance.exited))
  }

  return {
    definition: definitionOf,
    names: () => listFunctions(options.functionsDir),
    invoke,
    settle: async () => void (await Promise.all(allWorkers().map(({ instance }) => instance.settle()))),
    endAll,
    async close() {
      closed = true
      await endAll()
    },
    processes: () => allWorkers().filter(({ instance }) => instance.alive()).length,
  }
}

function occupy(worker: Worker): void {
  worker.busy = true
  if (worker.idleTimer) clearTimeout(worker.idleTimer)
  worker.idleTimer = null
}

function contextOf(invocation: Invocation, definition: FunctionDefinition, environment: Environment) {
  return {
    request_id: invocation.id,
    function_name: definition.name,
    function_version: '$LATEST',
    namespace: environment.envId,
    memory_limit_in_mb: definition.memoryMb,
    time_limit_in_ms: definition.timeoutSeconds * 1000,
  }
}

function answerOf(invocationId: string, outcome: JobOutcome, definition: FunctionDefinition): FunctionOutcome {
  if (outcome.ended === 'replied') return { ok: true, invocationId, result: JSON.parse(outcome.result) as unknown }
  return { ok: false, invocationId, failure: failureOf(outcome, definition) }
}

function failureOf(
  outcome: Exclude<JobOutcome, { ended: 'replied' }>,
  definition: FunctionDefinition,
): FunctionFailure {
  if (outcome.ended === 'timed-out') {
    const message = `Invoking task timed out after ${definition.timeoutSeconds} seconds`
    return { kind: 'function_timed_out', code: 'FUNCTIONS_TIME_LIMIT_EXCEEDED', message }
  }
  const message =
    outcome.ended === 'crashed'
      ? JSON.stringify({ errorCode: -1, errorMessage: outcome.why })
      : JSON.stringify({ errorCode: 1, errorMessage: outcome.error.message, stackTrace: outcome.error.stack })
  return { kind: 'function_failed', code: 'FUNCTIONS_EXECUTE_FAIL', message }
}

const CLOSED: FunctionFailure = { kind: 'function_failed', code: 'SYS_ERR', message: 'the local cloud is closing' }
const ENDED: FunctionFailure = { kind: 'function_failed', code: 'SYS_ERR', message: 'every process was ended' }

function unknownFunction(name: string): FunctionFailure {
  const message = `FunctionName parameter could not be found: ${name}`
  return { kind: 'unknown_function', code: 'FUNCTION_NOT_FOUND', message }
}
