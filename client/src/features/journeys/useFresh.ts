import { useCallback, useEffect, useState } from 'react'
import { useDidShow } from '@tarojs/taro'
import type { InputOf, Operation, OutputOf } from '@shared/kit/contract'
import { call, type Refusal } from '@/kit/call'

/** Reads what is about other people: asked for each time the page is shown, and never kept on the phone. */
export function useFresh<O extends Operation>(operation: O, input: InputOf<O>) {
  const [value, setValue] = useState<OutputOf<O> | null>(null)
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  const [loading, setLoading] = useState(false)
  const asked = JSON.stringify(input)
  const again = useCallback(async () => {
    setLoading(true)
    const answer = await call(operation, JSON.parse(asked) as InputOf<O>)
    setLoading(false)
    if (!answer.ok) return setRefusal(answer.refusal)
    setRefusal(null)
    setValue(answer.value)
  }, [operation, asked])
  useEffect(() => void again(), [again])
  useDidShow(() => void again())
  return { value, refusal, loading, again }
}
