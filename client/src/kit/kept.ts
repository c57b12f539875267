import type { InputOf, Operation, OutputOf } from '@shared/kit/contract'
import { forget, recall, remember, type StorageKey } from './storage'

export type Kept<O extends Operation> = { at: number; value: OutputOf<O> }

/** The phone's own copy of a reply, so that a page stands before the cloud has answered, and without a network at all. */
export function keepReply<O extends Operation>(operation: O, input: InputOf<O>, value: OutputOf<O>): void {
  remember(keyOf(operation, input), { at: Date.now(), value })
}

/** The copy, if it still has the shape that this version of the app knows. */
export function keptReply<O extends Operation>(operation: O, input: InputOf<O>): Kept<O> | null {
  const kept = recall<{ at: number; value: unknown }>(keyOf(operation, input))
  const parsed = kept ? operation.output.safeParse(kept.value) : null
  return kept && parsed?.success ? { at: kept.at, value: parsed.data as OutputOf<O> } : null
}

export function dropReply<O extends Operation>(operation: O, input: InputOf<O>): void {
  forget(keyOf(operation, input))
}

function keyOf(operation: Operation, input: unknown): StorageKey {
  return `reply:${operation.name} ${JSON.stringify(input)}`
}
