import { useCallback, useRef, useState } from 'react'
import { useDidShow } from '@tarojs/taro'
import type { OutputOf } from '@shared/kit/contract'
import { rewardsToSend } from '@shared/rewards/contract'
import { call, type Refusal } from '@/kit/call'

type Parcels = OutputOf<typeof rewardsToSend>['parcels']

/** What is to be sent. Addresses are other people's: they are asked for each time and never kept on the phone. */
export function useParcels() {
  const [parcels, setParcels] = useState<Parcels | null>(null)
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  const [loading, setLoading] = useState(false)
  const next = useRef<string | null>(null)
  const ask = useCallback(async (after: string | null) => {
    setLoading(true)
    const answer = await call(rewardsToSend, after === null ? {} : { after })
    setLoading(false)
    if (!answer.ok) return setRefusal(answer.refusal)
    setRefusal(null)
    next.current = answer.value.nextAfter
    setParcels((before) => [...(after === null ? [] : (before ?? [])), ...answer.value.parcels])
  }, [])
  useDidShow(() => void ask(null))
  const more = () => {
    if (next.current !== null && !loading) void ask(next.current)
  }
  return { parcels, refusal, loading, read: () => ask(null), more }
}
