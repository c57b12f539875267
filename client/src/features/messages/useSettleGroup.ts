import { useRef, useState } from 'react'
import type { InputOf } from '@shared/kit/contract'
import { messagesHandleFailures, type FailureGroup } from '@shared/messages/failures-contract'
import type { Instant } from '@shared/kit/time'
import { useCommand } from '@/kit/command'

export type Act = InputOf<typeof messagesHandleFailures>['act']

/**
 * Settles a group slice after slice, each by a request of its own, until none is left, somebody stops it or it is refused;
 * what is done by then stays done.
 */
export function useSettleGroup(group: FailureGroup, until: Instant) {
  const { run, busy, refusal } = useCommand(messagesHandleFailures)
  /** Of the whole group, also before it was stopped. */
  const [done, setDone] = useState(0)
  const stopped = useRef(false)

  /** How many were settled this time; null where it was stopped or refused before all were. */
  async function settle(act: Act): Promise<number | null> {
    stopped.current = false
    let total = 0
    for (;;) {
      const answer = await run({ group, act, until })
      if (!answer?.ok) return null
      const { handled } = answer.value
      total += handled
      setDone((before) => before + handled)
      if (answer.value.left === 0 || answer.value.handled === 0) return total
      if (stopped.current) return null
    }
  }

  return { settle, stop: () => void (stopped.current = true), busy, done, refusal }
}
