import { fork, type ChildProcess } from 'node:child_process'
import { join } from 'node:path'
import type { ClockReading } from '../control/clock'
import type { FunctionDefinition } from './definition'
import { peakMemoryMb, RUNTIME_MB } from './memory'

/** One function process. It runs one job at a time; a job that ends badly ends the process. */
export interface Instance {
  definition: FunctionDefinition
  run(job: Job): Promise<JobOutcome>
  tellClock(reading: ClockReading): void
  /** Resolves when work that was ready to go on has gone on, or when the process is gone. */
  settle(): Promise<void>
  kill(): void
  alive(): boolean
  exited: Promise<void>
}

export type Job = {
  id: string
  environment: Record<string, string>
  event: unknown
  context: Record<string, unknown>
  /** Read when the job is handed over: the clock may move while the process loads. */
  clock: () => ClockReading
}

export type JobOutcome =
  | { ended: 'replied'; result: string; sequential: number }
  | { ended: 'threw'; error: { message: string; stack: string } }
  | { ended: 'timed-out' }
  | { ended: 'crashed'; why: string }

type ChildMessage =
  | { type: 'ready' }
  | { type: 'load-failed'; error: { message: string; stack: string } }
  | { type: 'reply'; id: string; result: string; sequential: number }
  | { type: 'threw'; id: string; error: { message: string; stack: string } }
  | { type: 'pong'; ping: number }

const BOOTSTRAP = join(__dirname, 'child.cjs')
const LOAD_LIMIT_MS = 20_000
const MEMORY_LOOK_MS = 100

export function startInstance(
  definition: FunctionDefinition,
  environment: Record<string, string>,
  onLine: (line: string) => void,
): Instance {
  const child = fork(BOOTSTRAP, [definition.bundle], {
    env: environment,
    execArgv: [`--max-old-space-size=${definition.memoryMb}`],
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  })
  forwardLines(child, onLine)
  const pings = new Map<number, () => void>()
  let pingCount = 0
  let loaded: { error: string } | 'ready' | null = null
  const awaitingLoad: (() => void)[] = []
  let finish: ((outcome: JobOutcome) => void) | null = null
  let jobId = ''

  const end = (outcome: JobOutcome) => {
    const done = finish
    finish = null
    done?.(outcome)
  }
  const load = (state: { error: string } | 'ready') => {
    loaded ??= state
    for (const wake of awaitingLoad.splice(0)) wake()
  }
  const keepMemoryLimit = (): boolean => {
    if (!alive() || (peakMemoryMb(child.pid ?? 0) ?? 0) <= definition.memoryMb + RUNTIME_MB) return true
    end({ ended: 'crashed', why: `MemoryLimitReached: the function used more than ${definition.memoryMb} MB` })
    kill()
    return false
  }
  const memoryLook = setInterval(keepMemoryLimit, MEMORY_LOOK_MS).unref()
  child.on('message', (message: ChildMessage) => {
    if (message.type === 'ready') load('ready')
    else if (message.type === 'load-failed') load({ error: message.error.stack || message.error.message })
    else if (message.type === 'pong') pings.get(message.ping)?.()
    else if (message.id === jobId) {
      // What was more than allowed between two looks is seen here.
      if (!keepMemoryLimit()) return
      end(
        message.type === 'reply'
          ? { ended: 'replied', result: message.result, sequential: message.sequential }
          : { ended: 'threw', error: message.error },
      )
    }
  })
  const exited = new Promise<void>((resolve) => {
    const gone = (why: string) => {
      clearInterval(memoryLook)
      load({ error: `the process ended before it was loaded: ${why}` })
      end({ ended: 'crashed', why })
      for (const wake of pings.values()) wake()
      resolve()
    }
    child.once('exit', (code, signal) => gone(`Process exited with ${signal ?? `code ${code}`}`))
    // It could not be started at all; a process that has a pid tells its end by `exit`.
    child.on('error', (error) => void (child.pid === undefined && gone(error.message)))
  })
  let killed = false
  const alive = () => !killed && child.exitCode === null && child.signalCode === null && child.connected
  // What `send` answers is no sign of failure: it is false for a large message that is merely on its way.
  const send = (message: object) => void (alive() && child.send(message, () => undefined))
  const kill = () => {
    killed = true
    child.kill('SIGKILL')
  }

  return {
    definition,
    exited,
    alive,
    kill,
    tellClock: (reading) => send({ type: 'clock', clock: reading }),
    async settle() {
      if (!alive() || loaded !== 'ready') return
      const ping = ++pingCount
      await new Promise<void>((resolve) => {
        pings.set(ping, resolve)
        send({ type: 'ping', ping })
      })
      pings.delete(ping)
    },
    async run(job) {
      if (loaded === null) await limited(new Promise<void>((resolve) => awaitingLoad.push(resolve)), LOAD_LIMIT_MS)
      if (loaded !== 'ready') {
        kill()
        return {
          ended: 'crashed',
          why: loaded === null ? 'the bundle took too long to load' : (loaded as { error: string }).error,
        }
      }
      jobId = job.id
      const outcome = new Promise<JobOutcome>((resolve) => (finish = resolve))
      if (!alive()) end({ ended: 'crashed', why: 'the process had ended' })
      send({ type: 'invoke', ...job, clock: job.clock() })
      const timer = setTimeout(() => {
        end({ ended: 'timed-out' })
        kill()
      }, definition.timeoutSeconds * 1000)
      return outcome.finally(() => clearTimeout(timer))
    },
  }
}

async function limited(work: Promise<void>, milliseconds: number): Promise<void> {
  let timer: NodeJS.Timeout | undefined
  await Promise.race([work, new Promise<void>((resolve) => (timer = setTimeout(resolve, milliseconds)))])
  clearTimeout(timer)
}

function forwardLines(child: ChildProcess, onLine: (line: string) => void): void {
  for (const stream of [child.stdout, child.stderr]) {
    let rest = ''
    stream?.setEncoding('utf8').on('data', (chunk: string) => {
      const lines = (rest + chunk).split('\n')
      rest = lines.pop() ?? ''
      for (const line of lines) onLine(line)
    })
  }
}
