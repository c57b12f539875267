import { useCallback, useEffect, useRef, useState } from 'react'
import { useDidShow } from '@tarojs/taro'
import type { InputOf, Operation, OutputOf, RefusalOf } from '@shared/kit/contract'
import { call, type Refusal } from './call'

export type Pages<O extends Operation, Row> = {
  /** The newest answer; null before the first. */
  value: OutputOf<O> | null
  /** Every row so far. */
  rows: Row[] | null
  /** Why the newest page did not come. */
  refusal: Refusal<RefusalOf<O>> | null
  loading: boolean
  again(): Promise<void>
  /** Asks for the next page, where there is one. */
  more(): void
}

/**
 * Asks a query page by page, from the first one whenever the page is shown or something else is asked. Nothing is kept on
 * the phone: for what is other people's. `asked`: null asks nothing.
 */
export function useAskPages<O extends Operation, Row>(
  operation: O,
  asked: InputOf<O> | null,
  { rowsOf, nextAfter, onFrom }: Paging<O, Row>,
): Pages<O, Row> {
  const [found, setFound] = useState<{ value: OutputOf<O>; rows: Row[] } | null>(null)
  const [refusal, setRefusal] = useState<Refusal<RefusalOf<O>> | null>(null)
  const [loading, setLoading] = useState(false)
  const last = useRef(0)
  const paging = useRef({ rowsOf, nextAfter, onFrom })
  const key = JSON.stringify(asked)
  const ask = useCallback(
    async (after: string | null) => {
      const mine = (last.current += 1)
      const input = JSON.parse(key) as InputOf<O> | null
      if (input === null) return setFound(null)
      setLoading(true)
      const answer = await call(operation, after === null ? input : paging.current.onFrom(input, after))
      // Something else was asked meanwhile.
      if (mine !== last.current) return
      setLoading(false)
      setRefusal(answer.ok ? null : answer.refusal)
      if (!answer.ok) return
      const { value } = answer
      const page = paging.current.rowsOf(value)
      setFound((before) => ({ value, rows: [...(after === null ? [] : (before?.rows ?? [])), ...page] }))
    },
    [operation, key],
  )
  useEffect(() => void ask(null), [ask])
  const shown = useRef(false)
  useDidShow(() => {
    if (shown.current) void ask(null)
    shown.current = true
  })
  const next = found && nextAfter(found.value)
  return {
    value: found?.value ?? null,
    rows: found?.rows ?? null,
    refusal,
    loading,
    again: () => ask(null),
    more: () => {
      if (next && !loading) void ask(next)
    },
  }
}

type Paging<O extends Operation, Row> = {
  rowsOf: (value: OutputOf<O>) => readonly Row[]
  nextAfter: (value: OutputOf<O>) => string | null
  /** The same question, from after a row on. */
  onFrom: (asked: InputOf<O>, after: string) => InputOf<O>
}
