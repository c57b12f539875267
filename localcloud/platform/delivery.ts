import type { Json } from '../engine/values'
import type { Records } from './records'
import type { PlatformParts } from './services'

/** What the platform hands to functions: how one record of a kind is handed over. True when the function has taken it. */
export type Post = { kind: string; hand: (parts: PlatformParts, value: Json) => Promise<boolean> }

/** Real pauses between tries, in milliseconds; the last one repeats. The platform's own are longer. */
const PAUSES = [1_000, 5_000, 15_000, 60_000]

/** Tries now and again until the function has taken the record; it then is removed. */
export async function keepDelivering(parts: PlatformParts, post: Post, id: string, tries = 0): Promise<void> {
  if (await deliver(parts, post, id)) return
  if (!parts.records.get(post.kind, id)) return
  const again = () => void keepDelivering(parts, post, id, tries + 1)
  setTimeout(again, PAUSES[Math.min(tries, PAUSES.length - 1)]).unref()
}

/** Takes up again what a restart interrupted. */
export function resumeDelivery(parts: PlatformParts, post: Post): void {
  for (const { id } of parts.records.list(post.kind)) void keepDelivering(parts, post, id)
}

/** Tries everything that is waiting once more, now. Answers how many were taken. */
export async function deliverWaiting(parts: PlatformParts, post: Post): Promise<number> {
  const taken = await Promise.all(parts.records.list(post.kind).map(({ id }) => deliver(parts, post, id)))
  return taken.filter(Boolean).length
}

/** Tries that run: whoever wants the same record handed over waits for the same try, so that none is handed over twice. */
const running = new WeakMap<Records, Map<string, Promise<boolean>>>()

function deliver(parts: PlatformParts, post: Post, id: string): Promise<boolean> {
  const tries = running.get(parts.records) ?? new Map<string, Promise<boolean>>()
  running.set(parts.records, tries)
  const attempt = tries.get(id) ?? tryOnce(parts, post, id).finally(() => tries.delete(id))
  tries.set(id, attempt)
  return attempt
}

async function tryOnce(parts: PlatformParts, { kind, hand }: Post, id: string): Promise<boolean> {
  const value = parts.records.get(kind, id)
  if (!value) return false
  const done = parts.activity.begin()
  try {
    const taken = await hand(parts, value)
    if (taken) await parts.records.remove(kind, id)
    return taken
  } finally {
    done()
  }
}
