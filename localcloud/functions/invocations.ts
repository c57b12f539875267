import { randomBytes } from 'node:crypto'
import type { Caller } from './identity'

/** One run of a function, from its start until its last request; its id is the session token of its requests. */
export type Invocation = {
  id: string
  function: string
  operation: string | null
  caller: Caller
  replied: boolean
  databaseCalls: number
  /** Round trips in sequence that the reply waited for; known from the reply on. */
  sequential: number
  platformCalls: number
  documentsRead: number
  documentsWritten: number
  /** Ends the process that runs it; null when it runs in the test's own process. */
  kill: (() => void) | null
  /** Whether its process still lives. */
  alive: () => boolean
  /** The data that it worked on is replaced: what it still asks for is not done. */
  over: boolean
}

export interface Invocations {
  begin(run: { function: string; operation: string | null; caller: Caller }): Invocation
  /** Also finds one that has replied, because its work may go on. */
  find(id: string): Invocation | null
  /** All that are remembered. */
  all(): Invocation[]
}

/** Remembers the invocations that may still send requests: the running ones and the latest thousands that replied. */
export function invocationRegistry(rememberMax = 5_000): Invocations {
  const known = new Map<string, Invocation>()
  return {
    begin(run) {
      const invocation: Invocation = { ...run, id: `inv_${randomBytes(12).toString('hex')}`, ...nothingDone() }
      known.set(invocation.id, invocation)
      if (known.size > rememberMax) forgetOldest(known)
      return invocation
    },
    find: (id) => known.get(id) ?? null,
    all: () => [...known.values()],
  }
}

/** The operation of our own envelope, when the event carries one; HTTP events carry it in the body. */
export function operationOf(event: unknown): string | null {
  if (typeof event !== 'object' || event === null) return null
  const { operation, body } = event as { operation?: unknown; body?: unknown }
  if (typeof operation === 'string') return operation.slice(0, 100)
  if (typeof body !== 'string') return null
  try {
    return operationOf({ operation: (JSON.parse(body) as { operation?: unknown } | null)?.operation })
  } catch {
    return null
  }
}

function nothingDone() {
  return {
    replied: false,
    databaseCalls: 0,
    sequential: 0,
    platformCalls: 0,
    documentsRead: 0,
    documentsWritten: 0,
    kill: null,
    alive: () => true,
    over: false,
  }
}

function forgetOldest(known: Map<string, Invocation>): void {
  for (const [id, invocation] of known) {
    if (!invocation.replied) continue
    known.delete(id)
    return
  }
}
