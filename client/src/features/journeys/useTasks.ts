import { useCallback, useEffect, useRef, useState } from 'react'
import { useDidShow } from '@tarojs/taro'
import type { OutputOf } from '@shared/kit/contract'
import { tasksMine } from '@shared/journeys/tasks-contract'
import { call, type Refusal } from '@/kit/call'

type Answer = OutputOf<typeof tasksMine>
export type List = 'mine' | 'head'
export type Part = 'now' | 'coming'

/** Tasks of one list, page by page. Whom they are about is asked for each time and never kept on the phone. */
export function useTasks(storeId: string, list: List, part: Part) {
  const [answer, setAnswer] = useState<Answer | null>(null)
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  const [loading, setLoading] = useState(false)
  const asked = useRef(0)
  const ask = useCallback(
    async (after: string | null) => {
      asked.current += 1
      const own = asked.current
      setLoading(true)
      const heard = await call(tasksMine, { storeId, list, part, ...(after === null ? {} : { after }) })
      if (own !== asked.current) return
      setLoading(false)
      if (!heard.ok) return setRefusal(heard.refusal)
      setRefusal(null)
      setAnswer((before) => ({
        ...heard.value,
        tasks: [...(after === null ? [] : (before?.tasks ?? [])), ...heard.value.tasks],
      }))
    },
    [storeId, list, part],
  )
  useEffect(() => void ask(null), [ask])
  useDidShow(() => void ask(null))
  const more = () => {
    if (answer?.nextAfter && !loading) void ask(answer.nextAfter)
  }
  return { answer, refusal, loading, again: () => ask(null), more }
}
