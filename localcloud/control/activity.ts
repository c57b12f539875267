/** Knows whether anything is under way: invocations and requests of functions. */
export interface Activity {
  /** Counts one piece of work from now until the function it returns is called. */
  begin(): () => void
  /** How much has begun so far; two equal readings mean that nothing began between them. */
  begun(): number
  /** Resolves at the first moment when nothing is under way. */
  quiet(): Promise<void>
}

export function activity(): Activity {
  let running = 0
  let begun = 0
  const waiting: (() => void)[] = []
  return {
    begin() {
      running += 1
      begun += 1
      let ended = false
      return () => {
        if (ended) return
        ended = true
        running -= 1
        if (running > 0) return
        for (const wake of waiting.splice(0)) wake()
      }
    },
    begun: () => begun,
    async quiet() {
      if (running > 0) await new Promise<void>((resolve) => waiting.push(resolve))
    },
  }
}

/**
 * Resolves when the environment has come to rest: nothing is under way and the processes, asked after it, begin nothing
 * more. Work that a function left waiting on a timer of its own is not waited for.
 */
export async function rest(work: Activity, settleProcesses: () => Promise<void>): Promise<void> {
  for (;;) {
    await work.quiet()
    const before = work.begun()
    await settleProcesses()
    await work.quiet()
    if (work.begun() === before) return
  }
}
