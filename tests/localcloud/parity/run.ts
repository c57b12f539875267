import type { Case, CloudUnderTest, Need } from './sdk'

/** How a case went; `left out` when the environment lacks what the case needs. */
export type Verdict =
  { outcome: 'passed' } | { outcome: 'left out'; needs: Need[] } | { outcome: 'failed'; why: unknown }

export type Runner = { sdk: CloudUnderTest; offers: Need[]; empty(): Promise<void> }

/** Runs one case on empty collections, as an invocation of its own. A case that never ends has failed. */
export async function runCase(runner: Runner, parity: Case, patienceMs = 20_000): Promise<Verdict> {
  const needs = (parity.needs ?? []).filter((need) => !runner.offers.includes(need))
  if (needs.length) return { outcome: 'left out', needs }
  try {
    await runner.empty()
    await within(
      patienceMs,
      runner.sdk.another(() => parity.run(runner.sdk)),
    )
    return { outcome: 'passed' }
  } catch (why) {
    return { outcome: 'failed', why }
  }
}

/** Empties the suite's collections through the SDK, the only way that a real environment knows. */
export async function emptyBySdk(sdk: CloudUnderTest): Promise<void> {
  await sdk.another(async () => {
    for (const name of [sdk.docs, sdk.others, sdk.uniques, sdk.places]) {
      await sdk.db
        .collection(name)
        .where({ _id: sdk._.exists(true) })
        .remove()
    }
  })
}

async function within<T>(milliseconds: number, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`no end after ${milliseconds} ms`)), milliseconds)
  })
  try {
    return await Promise.race([work, late])
  } finally {
    clearTimeout(timer)
  }
}
