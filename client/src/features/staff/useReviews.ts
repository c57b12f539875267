import { useCallback, useRef, useState } from 'react'
import { useDidShow } from '@tarojs/taro'
import type { OutputOf } from '@shared/kit/contract'
import { referralsReviews } from '@shared/referrals/contract'
import { call, type Refusal } from '@/kit/call'

export type Review = OutputOf<typeof referralsReviews>['reviews'][number]

/** Referrals that wait for a manager. They are other people's affairs: asked for each time and never kept on the phone. */
export function useReviews() {
  const [reviews, setReviews] = useState<Review[] | null>(null)
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  const [loading, setLoading] = useState(false)
  const next = useRef<string | null>(null)
  const ask = useCallback(async (after: string | null) => {
    setLoading(true)
    const answer = await call(referralsReviews, after === null ? {} : { after })
    setLoading(false)
    if (!answer.ok) return setRefusal(answer.refusal)
    setRefusal(null)
    next.current = answer.value.nextAfter
    setReviews((before) => [...(after === null ? [] : (before ?? [])), ...answer.value.reviews])
  }, [])
  useDidShow(() => void ask(null))
  const more = () => {
    if (next.current !== null && !loading) void ask(next.current)
  }
  return { reviews, refusal, loading, read: () => ask(null), more }
}
