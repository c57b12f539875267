import type { Invocation } from '../functions/invocations'

/** One planned fault: what happens at the n-th database call of an invocation. */
export type Fault = {
  /** Only invocations of this function, this operation; any when absent. */
  function?: string
  operation?: string
  /** Counted from 1 within one invocation. */
  atCall: number
  kind: 'kill' | 'commit-then-drop' | 'delay' | 'conflict'
  /** With `kill`: after the request was executed and before it is answered, instead of before it is executed. */
  after?: boolean
  /** With `delay`: how long, in milliseconds. */
  ms?: number
  /** How many invocations it strikes; 1 when absent. */
  times?: number
}

export interface FaultPlan {
  replace(faults: Fault[]): void
  /** The fault that strikes this call, used up by one; null when none does. */
  strike(invocation: Invocation, call: number): Fault | null
  /** What is left of the plan. */
  left(): Fault[]
}

export function faultPlan(): FaultPlan {
  let plan: Fault[] = []
  return {
    replace(faults) {
      plan = faults.map((fault) => ({ ...fault, times: fault.times ?? 1 }))
    },
    strike(invocation, call) {
      const fault = plan.find((candidate) => matches(candidate, invocation) && candidate.atCall === call)
      if (!fault) return null
      fault.times = (fault.times ?? 1) - 1
      if (fault.times <= 0) plan = plan.filter((other) => other !== fault)
      return fault
    },
    left: () => structuredClone(plan),
  }
}

function matches(fault: Fault, invocation: Invocation): boolean {
  if (fault.function !== undefined && fault.function !== invocation.function) return false
  return fault.operation === undefined || fault.operation === invocation.operation
}
