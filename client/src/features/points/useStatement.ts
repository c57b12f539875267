import { useState } from 'react'
import type { OutputOf } from '@shared/kit/contract'
import { pointsStatement, type StatementEntry } from '@shared/points/contract'
import { dayOf, monthOf } from '@shared/kit/time'
import { useReadPages } from '@/kit/read-pages'

export type Filter = 'all' | 'earned' | 'used' | 'expiring'
export type StatementPage = OutputOf<typeof pointsStatement>

/** The statement as the page shows it: one filter at a time, pages joined, newest first. */
export function useStatement() {
  const [filter, setFilter] = useState<Filter>('all')
  // What is about to expire rides on every page of the statement, so that filter asks for nothing of its own.
  const asked = filter === 'expiring' ? 'all' : filter
  const read = useReadPages(pointsStatement, { filter: asked }, ({ nextBefore }) =>
    nextBefore === null ? null : { filter: asked, before: nextBefore },
  )
  const [first] = read.pages
  const entries = read.pages.flatMap((page) => page.entries)
  const tierNames: StatementPage['tierNames'] = Object.assign({}, ...read.pages.map((page) => page.tierNames))
  return { ...read, filter, setFilter, head: first ?? null, months: monthsOf(entries, !read.hasMore), tierNames }
}

export type Month = { month: string; entries: StatementEntry[]; sums: { earned: number; used: number } | null }

/** Entries by month in Asia/Shanghai. A month is summed only once all of it is here: half a sum would be a wrong one. */
export function monthsOf(entries: readonly StatementEntry[], complete: boolean): Month[] {
  const months: Month[] = []
  for (const entry of entries) {
    const month = monthOf(dayOf(entry.at))
    const last = months[months.length - 1]
    if (last?.month === month) last.entries.push(entry)
    else months.push({ month, entries: [entry], sums: null })
  }
  return months.map((month, index) => ({
    ...month,
    sums: complete || index < months.length - 1 ? sumsOf(month.entries) : null,
  }))
}

function sumsOf(entries: readonly StatementEntry[]): { earned: number; used: number } {
  const sum = (keep: (points: number) => boolean) => entries.reduce((total, { points }) => total + (keep(points) ? points : 0), 0)
  return { earned: sum((points) => points > 0), used: -sum((points) => points < 0) || 0 }
}
