import { useRef, useState } from 'react'
import type { OutputOf } from '@shared/kit/contract'
import { dayOf, monthOf } from '@shared/kit/time'
import { pointsStatement, type StatementEntry } from '@shared/points/contract'
import { useReadPages } from '@/kit/read-pages'

export type Filter = 'all' | 'earned' | 'used' | 'expiring'
export type StatementPage = OutputOf<typeof pointsStatement>

/** The statement as the page shows it: one filter at a time, pages joined, newest first. */
export function useStatement() {
  const [filter, setFilter] = useState<Filter>('all')
  // What is about to expire rides on every first page of the statement, so that filter asks for nothing of its own.
  const asked = filter === 'expiring' ? 'all' : filter
  const read = useReadPages(pointsStatement, { filter: asked }, ({ nextBefore }) =>
    nextBefore === null ? null : { filter: asked, before: nextBefore },
  )
  const head = useLast(read.pages[0])
  const entries = read.pages.flatMap((page) => page.entries)
  const tierNames: StatementPage['tierNames'] = Object.assign({}, ...read.pages.map((page) => page.tierNames))
  return { ...read, filter, setFilter, head, months: monthsOf(entries, head?.months ?? []), tierNames }
}

/** `key` tells apart two runs of one month, which an order that reached the cloud late can cause. */
export type Month = {
  key: string
  month: string
  entries: StatementEntry[]
  sums: { earned: number; used: number } | null
}

/** Entries under their months in Asia/Shanghai, with the sums that the cloud counted over the whole month. */
export function monthsOf(entries: readonly StatementEntry[], sums: StatementPage['months']): Month[] {
  const months: Month[] = []
  for (const entry of entries) {
    const month = monthOf(dayOf(entry.at))
    const last = months[months.length - 1]
    if (last?.month === month) last.entries.push(entry)
    else months.push({ key: entry.id, month, entries: [entry], sums: firstOf(month, months, sums) })
  }
  return months
}

/** A month's sums stand over its first run only: twice they would read as two months. */
function firstOf(month: string, before: readonly Month[], sums: StatementPage['months']): Month['sums'] {
  return before.some((one) => one.month === month) ? null : (sums.find((sum) => sum.month === month) ?? null)
}

/** The balance at the top stays while another filter loads. */
function useLast(page: StatementPage | undefined): StatementPage | null {
  const last = useRef<StatementPage | null>(null)
  if (page) last.current = page
  return last.current
}
