import { retry } from './retry'
import { StoreBusy } from './store'

/** Another transaction was first. Only the stores know it: callers see the retry, or `StoreBusy`. */
export class TransactionConflict extends Error {
  override name = 'TransactionConflict'
}

export type Luck = { random: () => number; sleep: (ms: number) => Promise<void> }

/**
 * Tries a transaction until it is committed, at most six times, 10 to 80·2ⁿ ms apart; then throws `StoreBusy`. An own
 * loop, because the SDK retries conflicts raised inside a transaction never, and others without a pause.
 */
export async function untilCommitted<T>(attempt: () => Promise<T>, luck: Luck): Promise<T> {
  const again = (error: unknown) => error instanceof TransactionConflict
  try {
    return await retry(attempt, { tries: 6, fromMs: 10, upToMs: 80, again, ...luck })
  } catch (error) {
    if (again(error)) throw new StoreBusy('the transaction met a conflict in every try', { cause: error })
    throw error
  }
}
