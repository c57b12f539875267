import { useRef } from 'react'
import { useDidShow } from '@tarojs/taro'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { InputOf, Operation, OutputOf, RefusalOf } from '@shared/kit/contract'
import { call, type Refusal } from './call'

export type Asked<O extends Operation> = {
  /** The newest answer; that to what was asked before stays until then. */
  value: OutputOf<O> | null
  refusal: Refusal<RefusalOf<O>> | null
  loading: boolean
  again(): Promise<void>
}

/**
 * Asks a query for a page each time it is shown and whenever what is asked changes. Nothing is kept on the phone: for what
 * is other people's.
 */
export function useAsk<O extends Operation>(operation: O, input: InputOf<O>): Asked<O> {
  const query = useQuery<OutputOf<O>, Refusal<RefusalOf<O>>>({
    queryKey: ['asked', operation.name, input],
    queryFn: async () => {
      const answer = await call(operation, input)
      if (!answer.ok) throw answer.refusal
      return answer.value
    },
    placeholderData: keepPreviousData,
    staleTime: 0,
    gcTime: 0,
  })
  const { refetch } = query
  const shown = useRef(false)
  useDidShow(() => {
    if (shown.current) void refetch()
    shown.current = true
  })
  return {
    value: query.data ?? null,
    refusal: query.error,
    loading: query.isFetching,
    again: async () => {
      await refetch()
    },
  }
}
