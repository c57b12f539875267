import { useCallback, useEffect, useRef, useState } from 'react'
import { groupsCustomers } from '@shared/groups/contract'
import type { InputOf, OutputOf } from '@shared/kit/contract'
import { call, type Refusal } from '@/kit/call'

export type CustomerRow = OutputOf<typeof groupsCustomers>['customers'][number]
export type CustomersOf = InputOf<typeof groupsCustomers>['of']

/** A list of customers, page by page. They are other people's affairs: asked for each time and never kept on the phone. */
export function useCustomers(of: CustomersOf) {
  const [rows, setRows] = useState<CustomerRow[] | null>(null)
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  const [loading, setLoading] = useState(false)
  const next = useRef<string | null>(null)
  const last = useRef(0)
  const key = JSON.stringify(of)
  const ask = useCallback(
    async (after: string | null) => {
      const mine = (last.current += 1)
      setLoading(true)
      const asked = { of: JSON.parse(key) as CustomersOf }
      const answer = await call(groupsCustomers, after === null ? asked : { ...asked, after })
      if (mine !== last.current) return
      setLoading(false)
      setRefusal(answer.ok ? null : answer.refusal)
      if (!answer.ok) return
      next.current = answer.value.nextAfter
      setRows((before) => [...(after === null ? [] : (before ?? [])), ...answer.value.customers])
    },
    [key],
  )
  useEffect(() => void ask(null), [ask])
  const more = () => {
    if (next.current !== null && !loading) void ask(next.current)
  }
  return { rows, refusal, loading, again: () => ask(null), more }
}
