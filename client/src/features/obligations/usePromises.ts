import type { InputOf, OutputOf } from '@shared/kit/contract'
import { obligationsOverview } from '@shared/obligations/contract'
import { useAskPages } from '@/kit/ask-pages'

export type Overview = OutputOf<typeof obligationsOverview>
export type PromiseRow = Overview['rows'][number]
export type Listed = NonNullable<Asked['list']>
type Asked = InputOf<typeof obligationsOverview>

/** The promises of one kind that stand one way, page by page. */
export function usePromises(place: { month: string; storeId?: string }, list: Omit<Listed, 'after'> | null) {
  return useAskPages(obligationsOverview, list && { ...place, list }, pages)
}

const pages = {
  rowsOf: ({ rows }: Overview) => rows,
  nextAfter: ({ nextAfter }: Overview) => nextAfter,
  onFrom: (asked: Asked, after: string): Asked => (asked.list ? { ...asked, list: { ...asked.list, after } } : asked),
}
