/** How a process tells the environment's time from its own: an offset in milliseconds, or an instant that stands still. */
export type ClockReading = { offsetMs: number; frozenAt: number | null }

/** The one clock of the environment: the database, the functions and the timers live by it. */
export interface EnvironmentClock {
  /** Milliseconds since 1970. */
  now(): number
  reading(): ClockReading
  /** Moves to an instant. A frozen clock stands still until it is moved or released. */
  set(change: { at: number; frozen: boolean }): void
  onChange(listener: () => void): void
}

export function environmentClock(start: ClockReading = { offsetMs: 0, frozenAt: null }): EnvironmentClock {
  let reading = start
  const listeners: (() => void)[] = []
  return {
    now: () => reading.frozenAt ?? Date.now() + reading.offsetMs,
    reading: () => reading,
    set({ at, frozen }) {
      reading = { offsetMs: at - Date.now(), frozenAt: frozen ? at : null }
      for (const listener of listeners) listener()
    },
    onChange: (listener) => void listeners.push(listener),
  }
}
