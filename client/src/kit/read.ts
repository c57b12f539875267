import { useEffect, useState } from 'react'
import Taro, { useDidShow } from '@tarojs/taro'
import { useQuery } from '@tanstack/react-query'
import type { InputOf, Operation, OutputOf, RefusalOf } from '@shared/kit/contract'
import { call, type Refusal } from './call'
import { dropReply, keepReply, keptReply } from './kept'
import { freshFor, queryClient } from './query'

export type Read<O extends Operation> = {
  /** The newest reply known: fresh, or the phone's own copy from an earlier visit. */
  value: OutputOf<O> | null
  /** When the value came from the cloud, in milliseconds; 0 when there is none. */
  at: number
  refusal: Refusal<RefusalOf<O>> | null
  loading: boolean
  /** True once a first load has taken long enough for a skeleton not to flash. */
  slow: boolean
  again(): Promise<void>
}

/**
 * Reads a query operation for a page: first from the phone's own copy, so that something stands there at once, then from
 * the cloud, and again whenever the page is shown and the copy has aged.
 */
export function useRead<O extends Operation>(operation: O, input: InputOf<O>): Read<O> {
  const key = [operation.name, input]
  const kept = keptReply(operation, input)
  const query = useQuery<OutputOf<O>, Refusal<RefusalOf<O>>>({
    queryKey: key,
    queryFn: () => fetchKept(operation, input),
    ...(kept ? { initialData: kept.value, initialDataUpdatedAt: kept.at } : {}),
  })
  const refetch = query.refetch
  useDidShow(() => {
    if (queryClient.getQueryState(key)?.status !== 'pending' && isStale(key)) void refetch()
  })
  return {
    value: query.error && rightless(query.error.code) ? null : (query.data ?? null),
    at: query.dataUpdatedAt,
    refusal: query.error,
    loading: query.isFetching,
    slow: useSlow(query.isPending),
    again: async () => {
      await refetch()
    },
  }
}

/** What another page has read, as it stands and as it changes; asks the cloud for nothing. */
export function useHeard<O extends Operation>(operation: O, input: InputOf<O>): OutputOf<O> | null {
  const kept = keptReply(operation, input)
  const query = useQuery<OutputOf<O>, Refusal<RefusalOf<O>>>({
    queryKey: [operation.name, input],
    queryFn: () => fetchKept(operation, input),
    enabled: false,
    ...(kept ? { initialData: kept.value, initialDataUpdatedAt: kept.at } : {}),
  })
  return query.data ?? null
}

/** What was read of an operation has changed by something done here: it is read again when its page is shown next. */
export function outdated(operation: Operation): void {
  void queryClient.invalidateQueries({ queryKey: [operation.name], refetchType: 'none' })
}

/** Ends the pull-down's own spinner with the read that it asked for. */
export async function afterPull(read: { again(): Promise<void> }): Promise<void> {
  await read.again()
  Taro.stopPullDownRefresh()
}

/** Refusals after which an older copy must not be shown: the person is no member, or no longer staff. */
function rightless(code: string): boolean {
  return code === 'not_enrolled' || code === 'not_allowed'
}

/** Asks the cloud and keeps the reply on the phone; a refusal is thrown, as the memory of replies wants it. */
export async function fetchKept<O extends Operation>(operation: O, input: InputOf<O>): Promise<OutputOf<O>> {
  const answer = await call(operation, input)
  if (answer.ok) {
    keepReply(operation, input, answer.value)
    return answer.value
  }
  if (rightless(answer.refusal.code)) dropReply(operation, input)
  throw answer.refusal
}

function isStale(key: readonly unknown[]): boolean {
  const state = queryClient.getQueryState(key)
  return !state || state.isInvalidated || Date.now() - state.dataUpdatedAt > freshFor
}

/** Whether something has been awaited long enough for a skeleton not to flash. */
export function useSlow(pending: boolean): boolean {
  const [slow, setSlow] = useState(false)
  useEffect(() => {
    if (!pending) return setSlow(false)
    const timer = setTimeout(() => setSlow(true), 200)
    return () => clearTimeout(timer)
  }, [pending])
  return pending && slow
}
