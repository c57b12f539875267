import { useRef, useState } from 'react'
import type { InputOf, Operation, RefusalOf } from '@shared/kit/contract'
import { call, type Answer, type Refusal } from './call'

/** One command of a page: what it is doing, why it was refused, and a way to send it that a double tap cannot repeat. */
export function useCommand<O extends Operation>(operation: O) {
  const [refusal, setRefusal] = useState<Refusal<RefusalOf<O>> | null>(null)
  const [busy, setBusy] = useState(false)
  const sending = useRef(false)

  async function run(input: InputOf<O>): Promise<Answer<O> | null> {
    if (sending.current) return null
    sending.current = true
    setBusy(true)
    setRefusal(null)
    const answer = await call(operation, input)
    sending.current = false
    setBusy(false)
    if (!answer.ok) setRefusal(answer.refusal)
    return answer
  }

  return { run, busy, refusal }
}
