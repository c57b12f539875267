import { StoreUnavailable } from '../../cloudfunctions/_runtime/store'

/** One trip to the database, as the hooks see it. Numbers count from 1 within one view of the store. */
export type StoreCall = { number: number; kind: CallKind; collection: string | null; transaction: number | null }
export type CallKind =
  | 'get'
  | 'getMany'
  | 'find'
  | 'findTogether'
  | 'count'
  | 'countDistinct'
  | 'tally'
  | 'insert'
  | 'put'
  | 'replaceIf'
  | 'change'
  | 'remove'
  | 'begin'
  | 'commit'
  | 'rollback'

export interface Hooks {
  /**
   * Awaited before each call is carried out: a scheduler decides here who goes on, or holds a call for ever to play a
   * crash.
   */
  yieldBefore?: (call: StoreCall) => Promise<void> | void
  /** Loses a call: `before` it was carried out, or `after`, when it is durable and only the answer is gone. */
  fault?: (call: StoreCall) => 'before' | 'after' | null | undefined
}

/** What was spent: all calls, and the longest chain of calls that each had to wait for the one before. */
export type Meter = { calls: number; trips: number }

/**
 * Carries out one call: hooks, fault, meter. `act` is synchronous, so a call is one indivisible step; it may ask to
 * wait and be called again.
 */
export function callsOf(hooks: Hooks) {
  const meter: Meter = { calls: 0, trips: 0 }

  async function call<T>(about: Omit<StoreCall, 'number'>, act: () => T | Wait): Promise<T> {
    meter.calls += 1
    const trip = meter.trips + 1
    const described: StoreCall = { number: meter.calls, ...about }
    await hooks.yieldBefore?.(described)
    const fault = hooks.fault?.(described)
    if (fault === 'before') throw lost(described, fault)
    const value = await carryOut(act)
    meter.trips = Math.max(meter.trips, trip)
    if (fault === 'after') throw lost(described, fault)
    return value
  }

  return { meter, call, resetMeter: () => void Object.assign(meter, { calls: 0, trips: 0 }) }
}

/** What an action gives back instead of a value when another transaction holds what it needs. */
export class Wait {
  constructor(readonly until: Promise<void>) {}
}

/** A fault hook that loses the call with this number, counted from 1. */
export function loseCall(number: number, when: 'before' | 'after'): NonNullable<Hooks['fault']> {
  return (call) => (call.number === number ? when : null)
}

async function carryOut<T>(act: () => T | Wait): Promise<T> {
  for (;;) {
    const outcome = act()
    if (!(outcome instanceof Wait)) return outcome
    await outcome.until
  }
}

function lost(call: StoreCall, when: 'before' | 'after'): StoreUnavailable {
  return new StoreUnavailable(`call ${call.number} (${call.kind}) was lost ${when} it was carried out`)
}
