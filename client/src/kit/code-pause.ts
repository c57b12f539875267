import { useState } from 'react'
import { useTicking } from './ticking'

/** For how long a code that was sent is good, as the contracts say. */
const goodForMs = 5 * 60_000

/** The seconds until another code may be asked for, once one was sent. */
export function useCodePause() {
  const [againAt, setAgainAt] = useState(0)
  const now = useTicking()
  const begin = (sent: Sent) => setAgainAt(Date.now() + waitMs(sent))
  return { begin, sent: againAt > 0, secondsLeft: Math.max(0, Math.ceil((againAt - now) / 1000)) }
}

type Sent = { goodUntil: string; againAt: string }

/** Told by the two instants of the cloud alone, since the phone's own clock may be wrong. */
function waitMs({ goodUntil, againAt }: Sent): number {
  return Date.parse(againAt) - Date.parse(goodUntil) + goodForMs
}
