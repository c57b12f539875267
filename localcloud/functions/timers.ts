import { Cron } from 'croner'
import type { EnvironmentClock } from '../control/clock'
import type { FunctionOutcome, FunctionPool } from './pool'

/** Fires the timer triggers of `config.json` by the environment's clock, in Shanghai time. */
export interface Timers {
  list(): { function: string; name: string; schedule: string; next: string | null }[]
  /**
   * Fires every trigger that has become due since the last look, each once however often it was due in between: after a jump
   * of a month the function wakes once and catches up, as it must after days of absence.
   */
  fireDue(): Promise<void>
  /** Runs the timers of one function now. */
  fire(name: string): Promise<FunctionOutcome[]>
  close(): void
}

type Trigger = { function: string; name: string; schedule: string }
const LOOK_EVERY_MS = 500

export function timers(parts: {
  pool: FunctionPool
  clock: EnvironmentClock
  appId: string
  run: boolean
  onWarning: (text: string) => void
}): Timers {
  const { pool, clock } = parts
  const looked = new Map<string, number>()
  const started = clock.now()
  const triggersOf = (name: string): Trigger[] => {
    try {
      return (pool.definition(name)?.timers ?? []).map((timer) => ({ function: name, ...timer }))
    } catch (error) {
      parts.onWarning(String(error))
      return []
    }
  }
  const all = () => pool.names().flatMap(triggersOf)
  const nextAfter = (schedule: string, at: number) => nextRun(schedule, at, parts.onWarning)
  const wake = (trigger: Trigger, at: number) =>
    pool.invoke({
      function: trigger.function,
      event: {
        Type: 'Timer',
        TriggerName: trigger.name,
        Time: new Date(at).toISOString(),
        Message: '',
        userInfo: { appId: parts.appId },
      },
      caller: { source: 'timer' },
    })
  const fireDue = async () => {
    const now = clock.now()
    const due = all().filter((trigger) => {
      const key = JSON.stringify(trigger)
      // A clock that was set back begins anew from there.
      const from = Math.min(looked.get(key) ?? started, now)
      looked.set(key, now)
      const next = nextAfter(trigger.schedule, from)
      return next !== null && next <= now
    })
    await Promise.all(due.map((trigger) => wake(trigger, now)))
  }
  const look = parts.run ? setInterval(() => void fireDue(), LOOK_EVERY_MS).unref() : null
  return {
    list: () =>
      all().map((trigger) => {
        const next = nextAfter(trigger.schedule, clock.now())
        return { ...trigger, next: next === null ? null : new Date(next).toISOString() }
      }),
    fireDue,
    fire: async (name) => {
      const own = all().filter((trigger) => trigger.function === name)
      return Promise.all(own.map((trigger) => wake(trigger, clock.now())))
    },
    close: () => void (look && clearInterval(look)),
  }
}

/** Seven fields: second minute hour day month weekday year, UTC+8. Null when it never runs again or cannot be read. */
function nextRun(schedule: string, at: number, onWarning: (text: string) => void): number | null {
  try {
    return (
      new Cron(schedule, { timezone: 'Asia/Shanghai', paused: true, mode: '7-part' })
        .nextRun(new Date(at))
        ?.getTime() ?? null
    )
  } catch (error) {
    onWarning(`the timer ${schedule} cannot be read: ${error instanceof Error ? error.message : String(error)}`)
    return null
  }
}
