import { useState } from 'react'
import type { OutputOf } from '@shared/kit/contract'
import { membersSendCode } from '@shared/members/contract'
import { useCommand } from '@/kit/command'
import { useTicking } from '@/kit/ticking'

/** For how long a code that was sent is good, as the contract says. */
const goodForMs = 5 * 60_000

/** A code by text message, and the seconds until another one may be asked for. */
export function useTextCode() {
  const command = useCommand(membersSendCode)
  const [againAt, setAgainAt] = useState(0)
  const now = useTicking()

  async function send(number: string): Promise<void> {
    const answer = await command.run({ number })
    if (answer?.ok) setAgainAt(Date.now() + waitMs(answer.value))
  }

  const secondsLeft = Math.max(0, Math.ceil((againAt - now) / 1000))
  return { send, sent: againAt > 0, secondsLeft, busy: command.busy, refusal: command.refusal }
}

/** Told by the two instants of the cloud alone, since the phone's own clock may be wrong. */
function waitMs({ goodUntil, againAt }: OutputOf<typeof membersSendCode>): number {
  return Date.parse(againAt) - Date.parse(goodUntil) + goodForMs
}
