import type { Operation } from '../../shared/kit/contract'
import { allow, refuse, type Ruling } from '../../shared/kit/ruling'
import type { Effects } from './effects'
import type { Store } from './store'

/**
 * Whether this person may make this call now: a bucket of `limits.perMinute` tokens for each person and operation,
 * filled steadily. It lives in the instance's memory, so it dams floods without costing a trip and is no exact quota.
 */
export function allowedNow(
  call: { effects: Effects; operation: Operation; now: string },
  person: string,
): Ruling<null, 'rate_limited'> {
  const buckets = bucketsOf(call.effects.store)
  const key = `${call.operation.name}\n${person}`
  const taken = takeToken(buckets.get(key), { nowMs: Date.parse(call.now), perMinute: call.operation.limits.perMinute })
  keep(buckets, key, taken.bucket)
  return taken.waitMs === 0 ? allow(null) : refuse('rate_limited', { seconds: Math.ceil(taken.waitMs / 1_000) })
}

export type Bucket = { tokens: number; atMs: number }

/**
 * Takes one token from a bucket that holds at most `perMinute` and gains as many in a minute; a person without a
 * bucket has a full one. `waitMs` is 0 when the token was there, otherwise the time until there is one. A clock that
 * went back fills nothing.
 */
export function takeToken(
  bucket: Bucket | undefined,
  terms: { nowMs: number; perMinute: number },
): { bucket: Bucket; waitMs: number } {
  const { nowMs, perMinute } = terms
  const passedMs = Math.max(0, nowMs - (bucket?.atMs ?? nowMs))
  const tokens = Math.min(perMinute, (bucket?.tokens ?? perMinute) + (passedMs * perMinute) / 60_000)
  if (tokens >= 1) return { bucket: { tokens: tokens - 1, atMs: nowMs }, waitMs: 0 }
  return { bucket: { tokens, atMs: nowMs }, waitMs: Math.ceil(((1 - tokens) * 60_000) / perMinute) }
}

/** The most buckets that an instance remembers; beyond them the one unused longest is forgotten. */
export const bucketsMax = 10_000

/** Puts a bucket last in line and forgets the first when there are too many. */
export function keep(buckets: Map<string, Bucket>, key: string, bucket: Bucket): void {
  buckets.delete(key)
  buckets.set(key, bucket)
  if (buckets.size <= bucketsMax) return
  const [oldest] = buckets.keys()
  if (oldest !== undefined) buckets.delete(oldest)
}

/** One per database that this instance talks to. */
const instances = new WeakMap<Store, Map<string, Bucket>>()

function bucketsOf(store: Store): Map<string, Bucket> {
  const known = instances.get(store) ?? new Map<string, Bucket>()
  instances.set(store, known)
  return known
}
