import type { Effects } from '../../_runtime/effects'
import { waitMs } from '../../_runtime/retry'

/** 2026-11: of sixty-four who come in the same instant one gets on at each try, so the last may need as many; and as many again. */
const triesMax = 120
const wait = { fromMs: 2, upToMs: 8 }
const waitMaxMs = 60

/**
 * Writes the next document of a list whose every document fixes the one before it: its id is its place, so of two
 * functions that come to the same place one is written and the other comes to the next. `next` reads where the list has
 * come to and gives what would stand there, or what stands for the same asking already. Null when others were faster each time.
 */
export async function append<D extends { _id: string; [field: string]: unknown }>(
  effects: Effects,
  collection: string,
  next: () => Promise<{ stands: D } | { write: D }>,
): Promise<D | null> {
  for (let attempt = 0; attempt < triesMax; attempt += 1) {
    const outcome = await next()
    if ('stands' in outcome) return outcome.stands
    if ((await effects.store.insert(collection, [outcome.write])) === 'inserted') return outcome.write
    const random = () => (effects.random(1)[0] ?? 0) / 256
    await effects.sleep(Math.min(waitMs(Math.min(attempt, 4), { ...wait, random }), waitMaxMs))
  }
  return null
}
