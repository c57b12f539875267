import { useCallback, useEffect, useRef, useState } from 'react'
import { useDidShow } from '@tarojs/taro'
import type { InputOf, Operation, OutputOf, RefusalOf } from '@shared/kit/contract'
import { call, type Refusal } from './call'

export type Asked<O extends Operation> = {
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
  const [value, setValue] = useState<OutputOf<O> | null>(null)
  const [refusal, setRefusal] = useState<Refusal<RefusalOf<O>> | null>(null)
  const [loading, setLoading] = useState(false)
  const last = useRef(0)
  const key = JSON.stringify(input)
  const ask = useCallback(async () => {
    const mine = (last.current += 1)
    setLoading(true)
    const answer = await call(operation, JSON.parse(key) as InputOf<O>)
    // An answer to what was asked before is not shown in place of the newest.
    if (mine !== last.current) return
    setLoading(false)
    setRefusal(answer.ok ? null : answer.refusal)
    if (answer.ok) setValue(answer.value)
  }, [operation, key])
  useEffect(() => void ask(), [ask])
  const shown = useRef(false)
  useDidShow(() => {
    if (shown.current) void ask()
    shown.current = true
  })
  return { value, refusal, loading, again: ask }
}
