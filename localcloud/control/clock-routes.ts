import type { ControlParts, Handlers } from './parts'
import { ControlRefusal, fieldsOf } from './refusal'

type ClockDemand = { set: unknown; advanceMs: unknown; frozen: unknown }

/**
 * `GET clock` reads the environment's time. `POST clock` moves it: `set` to an instant, `advanceMs` by so many milliseconds;
 * `frozen: true` stops it there, `false` lets it run on. What became due is fired before the answer. `POST timers` runs the
 * timers of one function at once. The clock outlives a restart.
 */
export function clockRoutes(parts: ControlParts): Handlers {
  const { clock, records, timers } = parts
  const tell = () => ({ now: new Date(clock.now()).toISOString(), frozen: clock.reading().frozenAt !== null })
  return {
    'GET clock': tell,
    async 'POST clock'({ input }) {
      const demand = fieldsOf<ClockDemand>(input)
      const frozen = typeof demand.frozen === 'boolean' ? demand.frozen : clock.reading().frozenAt !== null
      clock.set({ at: instantOf(demand, clock.now()), frozen })
      await records.put('settings', 'clock', clock.reading())
      if (parts.firesTimers) await timers.fireDue()
      return tell()
    },
    'GET timers': () => timers.list(),
    async 'POST timers'({ input }) {
      const name = fieldsOf<{ function: unknown }>(input).function
      const outcomes = await timers.fire(String(name))
      if (outcomes.length === 0) throw new ControlRefusal(`${String(name)} has no timer`)
      return { outcomes }
    },
  }
}

function instantOf({ set, advanceMs }: Partial<ClockDemand>, now: number): number {
  if (set !== undefined) {
    const at = typeof set === 'number' ? set : Date.parse(String(set))
    if (!Number.isFinite(at)) throw new ControlRefusal('set must be an instant')
    return at
  }
  if (advanceMs === undefined) return now
  if (typeof advanceMs !== 'number' || !Number.isFinite(advanceMs))
    throw new ControlRefusal('advanceMs must be a number')
  return now + advanceMs
}
