import type { DatabaseSchema } from '../../cloudfunctions/database'
import type { Json } from './values'

/** One database request of the SDK, as it comes over the wire: `database.getDocument`, `database.modifyDocument` … */
export type WireRequest = { action: string; [field: string]: unknown }

/** What goes back: the wire's own shape, or the platform's error code and message. */
export type WireAnswer = Record<string, unknown> | { code: string; message: string }

/** Who asks. The invocation id is the session token that the platform gave the function process. */
export type Invocation = { id: string }

/** What one request cost, for the statistics: documents that left and documents that changed. */
export type Cost = { documentsRead: number; documentsWritten: number }

/** An answer and what it cost. */
export type Answered = { answer: WireAnswer; cost: Cost }

/**
 * The embedded database of the local cloud: documents in SQLite, the platform's query language above it.
 * `execute` never rejects: what the platform would answer as an error comes back as `{ code, message }`.
 * An answer is given only after the change is on disk.
 */
export interface Engine {
  execute(request: WireRequest, invocation: Invocation): Promise<Answered>
  /** Rolls back every open transaction of an invocation whose process ended. */
  abortInvocation(invocationId: string): void
  /** Removes every document; collections and indexes stay. */
  reset(): void
  /** Writes a consistent copy of the whole database to a file, and takes one back. */
  snapshot(file: string): Promise<void>
  restore(file: string): Promise<void>
  /** Every document of every collection, in collection and id order, as plain JSON (dates as ISO strings). */
  dump(): Iterable<{ collection: string; document: Json }>
  close(): void
}

export type StrictMode = 'refuse' | 'warn'

export interface EngineOptions {
  /** The database file; `:memory:` is not offered, since durability is part of the promise. */
  file: string
  /** Collections and indexes: the same list that production deploys (cloudfunctions/database.ts). */
  schema: DatabaseSchema
  strict: StrictMode
  /** The clock of the environment, in milliseconds: drives `serverDate()` and the 30 s limit of transactions. */
  now: () => number
  /** Milliseconds that only go on, whatever the environment's clock does; ends forgotten transactions. Absent: the machine's. */
  elapsed?: () => number
  /** A readable warning in `warn` mode. */
  onWarning?: (warning: string) => void
}
