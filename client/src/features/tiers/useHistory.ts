import { useEffect } from 'react'
import type { OutputOf } from '@shared/kit/contract'
import { tiersHistory } from '@shared/tiers/contract'
import { useReadPages } from '@/kit/read-pages'

export type History = OutputOf<typeof tiersHistory>
export type HistoryEvent = History['events'][number]

/** How the member came to their tier, page by page; what heads the page comes from the newest one. */
export function useHistory() {
  const read = useReadPages(tiersHistory, {}, ({ nextCursor }) => (nextCursor ? { cursor: nextCursor } : null))
  const { pages, hasMore, loading, loadingMore, moreFailed, more } = read
  const events = pages.flatMap((page) => page.events)
  // A page may hold nothing that moved the tier; then the one behind it is asked for at once.
  const empty = pages.at(-1)?.events.length === 0
  useEffect(() => {
    if (empty && hasMore && !loading && !loadingMore && !moreFailed) more()
  }, [empty, hasMore, loading, loadingMore, moreFailed, more])
  return { ...read, head: pages[0] ?? null, events }
}
