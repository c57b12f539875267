import * as z from 'zod/mini'
import type { DoorRefusal, Operation } from '../../shared/kit/contract'
import { allow, refuse, type Ruling } from '../../shared/kit/ruling'
import type { RequestMark } from './unit-of-work'
import { lookupHash } from './vault'

/** What a phone sends. `hint` is the last account id it knew: it saves a trip and decides nothing. */
const envelope = z.strictObject({
  operation: z.string().check(z.maxLength(64)),
  input: z.optional(z.unknown()),
  requestId: z.optional(z.string().check(z.regex(/^[A-Za-z0-9_-]{8,64}$/))),
  language: z.optional(z.enum(['zh-CN', 'en'])),
  hint: z.optional(z.string().check(z.regex(/^account-[a-f0-9]{8,64}$/))),
  /** Put in by the platform; identity is never taken from here. */
  userInfo: z.optional(z.unknown()),
  tcbContext: z.optional(z.unknown()),
})
export type Envelope = z.output<typeof envelope>

export function readEnvelope(event: unknown): Ruling<Envelope, DoorRefusal> {
  const parsed = envelope.safeParse(event)
  return parsed.success ? allow(parsed.data) : refuse('request_malformed', { field: fieldOf(parsed.error) })
}

/** The input as the contract knows it; the refusal names the field, never its value. */
export function readInput(operation: Operation, input: unknown): Ruling<unknown, DoorRefusal> {
  const parsed = operation.input.safeParse(input ?? {})
  return parsed.success ? allow(parsed.data) : refuse('input_invalid', { field: fieldOf(parsed.error) })
}

/** Commands carry an id that the phone stored before sending; queries need none. */
export function markOf(
  operation: Operation,
  envelope: Envelope,
  { input, identityKey }: { input: unknown; identityKey: string },
): Ruling<RequestMark | null, DoorRefusal> {
  if (operation.kind === 'query') return allow(null)
  if (!envelope.requestId) return refuse('request_id_missing')
  return allow({ id: envelope.requestId, inputHash: inputHash(identityKey, operation.name, input) })
}

/** Path of the first thing that is wrong, with the keys that nobody knows. */
export function fieldOf(error: z.core.$ZodError): string {
  const [issue] = error.issues
  if (!issue) return '?'
  const path = issue.path.map(String).join('.')
  if (issue.code === 'unrecognized_keys') return [path, issue.keys.join(', ')].filter(Boolean).join('.').slice(0, 80)
  return (path || '?').slice(0, 80)
}

/** Keyed, since an input may hold a phone number, and without a key all numbers there are could be tried out. */
function inputHash(identityKey: string, operation: string, input: unknown): string {
  return lookupHash(identityKey, `input:${operation}\n${JSON.stringify(input)}`).slice(0, 32)
}
