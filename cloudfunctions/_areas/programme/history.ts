import { historyKinds, type HistoryEntry } from '../../../shared/insights/try-out'
import { addMilliseconds } from '../../../shared/kit/time'
import type { Effects } from '../../_runtime/effects'

/** How much of a history is read at most: twenty thousand entries take two seconds or three, and a function has twenty. */
export type HistoryLimits = { entries: number; forMs: number; aPage: number }
export const historyLimits: HistoryLimits = { entries: 20_000, forMs: 8_000, aPage: 1_000 }

export type ReadHistory = {
  entries: number
  /** Whether nothing is left; otherwise it is all of some members. */
  whole: boolean
}

/**
 * The history of one member after another, each in the order in which it was written, by the index of entries. A member is
 * handed on whole or not at all, so that a history that was not read to its end is that of fewer members.
 */
export async function readHistory(
  effects: Effects,
  take: (member: readonly HistoryEntry[]) => void,
  limits: HistoryLimits = historyLimits,
): Promise<ReadHistory> {
  const until = addMilliseconds(effects.now(), limits.forMs)
  let [after, entries] = ['', 0]
  for (;;) {
    const page = await readPage(effects, { accountId: { gt: after } }, limits.aPage)
    const members = byMember(page)
    const isLast = page.length < limits.aPage
    const cut = isLast ? undefined : members.pop()
    if (cut && members.length === 0) members.push(await readRest(effects, cut, limits.aPage))
    for (const member of members) {
      if (entries + member.length > limits.entries) return { entries, whole: false }
      take([...member].reverse())
      entries += member.length
      after = member[0]?.accountId ?? after
    }
    if (isLast) return { entries, whole: true }
    if (effects.now() >= until) return { entries, whole: false }
  }
}

/** The rest of a member whose entries fill more than a page. */
async function readRest(effects: Effects, begun: HistoryEntry[], aPage: number): Promise<HistoryEntry[]> {
  const member = [...begun]
  for (;;) {
    const { accountId, seq } = member.at(-1) as HistoryEntry
    const page = await readPage(effects, { accountId, seq: { lt: seq } }, aPage)
    member.push(...page)
    if (page.length < aPage) return member
  }
}

const fields = [
  ...['accountId', 'seq', 'kind', 'at', 'storeId', 'orderId', 'amountFen', 'lines', 'leftOutFen', 'earnsNothingFen'],
  ...['burned', 'burnedWorthFen', 'source', 'memberNo'],
]

function readPage(effects: Effects, where: object, limit: number): Promise<HistoryEntry[]> {
  return effects.store.find<HistoryEntry & { [field: string]: unknown }>('entries', {
    where: { ...where, kind: { in: historyKinds } },
    orderBy: [
      ['accountId', 'asc'],
      ['seq', 'desc'],
    ],
    limit,
    fields,
  })
}

/** The entries of a page by member, each newest first as they were read. */
function byMember(page: readonly HistoryEntry[]): HistoryEntry[][] {
  const members: HistoryEntry[][] = []
  for (const entry of page) {
    const last = members.at(-1)
    if (last?.[0]?.accountId === entry.accountId) last.push(entry)
    else members.push([entry])
  }
  return members
}
