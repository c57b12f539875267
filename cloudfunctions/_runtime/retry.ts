/**
 * Runs `work` again while it fails in a way that `again` accepts, at most `tries` times in all, and then throws its
 * last error. Between tries it waits a random while between `fromMs` and `upToMs · 2ⁿ` (full jitter), so that callers
 * who collided once spread out. Randomness (0 ≤ r < 1) and sleep are passed in.
 */
export async function retry<T>(work: (attempt: number) => Promise<T>, terms: RetryTerms): Promise<T> {
  for (let attempt = 0; ; attempt += 1) {
    try {
      return await work(attempt)
    } catch (error) {
      if (attempt + 1 >= terms.tries || !terms.again(error)) throw error
    }
    await terms.sleep(waitMs(attempt, terms))
  }
}

export type RetryTerms = {
  tries: number
  fromMs: number
  upToMs: number
  again: (error: unknown) => boolean
  random: () => number
  sleep: (ms: number) => Promise<void>
}

/** The wait after the attempt number `attempt` (from 0), in whole milliseconds. */
export function waitMs(attempt: number, terms: Pick<RetryTerms, 'fromMs' | 'upToMs' | 'random'>): number {
  const most = terms.upToMs * 2 ** attempt
  return Math.floor(terms.fromMs + terms.random() * (most - terms.fromMs))
}
