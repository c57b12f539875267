import { useRef } from 'react'
import { useDidShow } from '@tarojs/taro'
import { useInfiniteQuery } from '@tanstack/react-query'
import type { InputOf, Operation, OutputOf, RefusalOf } from '@shared/kit/contract'
import { call, type Refusal } from './call'
import { keepReply, keptReply } from './kept'

export type ReadPages<O extends Operation> = {
  pages: readonly OutputOf<O>[]
  at: number
  refusal: Refusal<RefusalOf<O>> | null
  loading: boolean
  loadingMore: boolean
  /** There is more behind the last page. */
  hasMore: boolean
  /** The last try for more failed; what is loaded stays. */
  moreFailed: boolean
  more(): void
  again(): Promise<void>
}

/** Reads an operation page by page; `inputAfter` makes the input of the next page, or null at the end. */
export function useReadPages<O extends Operation>(
  operation: O,
  first: InputOf<O>,
  inputAfter: (page: OutputOf<O>) => InputOf<O> | null,
): ReadPages<O> {
  const kept = keptReply(operation, first)
  const query = useInfiniteQuery<OutputOf<O>, Refusal<RefusalOf<O>>, { pages: OutputOf<O>[] }, unknown[], InputOf<O>>({
    queryKey: [operation.name, 'pages', first],
    initialPageParam: first,
    queryFn: async (context) => {
      const pageParam = context.pageParam as InputOf<O>
      const answer = await call(operation, pageParam)
      if (!answer.ok) throw answer.refusal
      if (JSON.stringify(pageParam) === JSON.stringify(first)) keepReply(operation, first, answer.value)
      return answer.value
    },
    getNextPageParam: (page) => inputAfter(page),
    ...(kept ? { initialData: { pages: [kept.value], pageParams: [first] }, initialDataUpdatedAt: kept.at } : {}),
  })
  const shown = useRef(false)
  useDidShow(() => {
    if (shown.current && !query.isFetching && query.isStale) void query.refetch()
    shown.current = true
  })
  return {
    pages: query.data?.pages ?? [],
    at: query.dataUpdatedAt,
    refusal: query.error,
    loading: query.isFetching && !query.isFetchingNextPage,
    loadingMore: query.isFetchingNextPage,
    hasMore: query.hasNextPage,
    moreFailed: query.isFetchNextPageError,
    more: () => {
      if (query.hasNextPage && !query.isFetching) void query.fetchNextPage()
    },
    again: async () => {
      await query.refetch()
    },
  }
}
