import { useEffect, useRef, useState } from 'react'

/** How long the wheel turns, and how long it stands before the result. */
export const turnMs = 4_200
export const pauseMs = 300

/** Whether the member has asked for less movement; WeChat does not tell, so there it moves. */
export function isStill(): boolean {
  return typeof matchMedia === 'function' && matchMedia('(prefers-reduced-motion: reduce)').matches
}

/** Runs from one place to another of so many, slower and slower, and ends on the one that is wanted. */
export function useRunner(places: number) {
  const [at, setAt] = useState<number | null>(null)
  const timers = useRef<ReturnType<typeof setTimeout>[]>([])
  useEffect(() => () => timers.current.forEach(clearTimeout), [])

  function runTo(place: number, done: () => void): void {
    if (isStill()) {
      setAt(place)
      return done()
    }
    const steps = places * 3 + place
    timers.current = Array.from({ length: steps + 1 }, (_, step) =>
      setTimeout(() => setAt(step % places), turnMs * (step / steps) ** 2),
    )
    timers.current.push(setTimeout(done, turnMs + pauseMs))
  }

  return { at, runTo }
}
