import { useCallback, useEffect, useRef, useState } from 'react'
import type { InputOf, OutputOf } from '@shared/kit/contract'
import { obligationsOverview } from '@shared/obligations/contract'
import { call } from '@/kit/call'

export type Overview = OutputOf<typeof obligationsOverview>
export type PromiseRow = Overview['rows'][number]
export type Listed = NonNullable<InputOf<typeof obligationsOverview>['list']>

/** The promises of one kind that stand one way, page by page; never kept on the phone. */
export function usePromises(place: { month: string; storeId?: string }, list: Omit<Listed, 'after'> | null) {
  const [rows, setRows] = useState<PromiseRow[] | null>(null)
  const next = useRef<string | null>(null)
  const last = useRef(0)
  const key = JSON.stringify({ place, list })
  const ask = useCallback(
    async (after: string | null) => {
      const mine = (last.current += 1)
      const asked = JSON.parse(key) as { place: typeof place; list: typeof list }
      if (!asked.list) return setRows(null)
      const answer = await call(obligationsOverview, {
        ...asked.place,
        list: { ...asked.list, ...(after === null ? {} : { after }) },
      })
      if (mine !== last.current || !answer.ok) return
      next.current = answer.value.nextAfter
      setRows((before) => [...(after === null ? [] : (before ?? [])), ...answer.value.rows])
    },
    [key],
  )
  useEffect(() => void ask(null), [ask])
  const more = () => {
    if (next.current !== null) void ask(next.current)
  }
  return { rows, more }
}
