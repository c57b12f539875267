import { storedAccount } from '../../cloudfunctions/_runtime/stored-account'
import { wxEffects } from '../../cloudfunctions/_runtime/wx'
import { demoTea } from '../../shared/programme/presets/demo-tea'
import { buy, newMember } from '../support/builders'
import { wakeClock, type Shop } from '../support/shop'

export const due = 1_000
const atOnce = 1_000
/** When the points of those who are due are over, and when the clock comes. */
const overAt = '2026-06-30T16:00:00.000Z'
const cameAt = '2026-06-30T16:01:00.000Z'

export type Spent = { members: number; due: number; calls: number; documentsRead: number; ticks: number }

/** A member whose points are over at the end of June, or a year later. */
function memberOf(n: number, at: string) {
  const id = `account-${String(n).padStart(8, '0')}`
  const book = buy(newMember(demoTea, id, at), demoTea, { id, fen: 10_000, at })
  return {
    ...storedAccount({ ...book.account, memberNo: id, cardNo: id }, null, []),
    givingAt: null,
  }
}

/** So many members among whom a thousand are due, spread evenly; what the clock reads until none is left. */
export async function settlesAmong({ cloud }: Shop, members: number): Promise<Spent> {
  const every = members / due
  // What goes by the calendar has just run, and is not what is counted here.
  await cloud.setClock('2026-06-30T15:59:00.000Z')
  await wakeClock(cloud)
  for (let from = 0; from < members; from += atOnce) {
    const accounts = Array.from({ length: atOnce }, (_, index) =>
      memberOf(from + index, (from + index) % every === 0 ? '2025-06-15T04:00:00.000Z' : '2026-06-15T04:00:00.000Z'),
    )
    await cloud.run(() => wxEffects().store.insert('accounts', accounts))
  }
  await cloud.setClock(cameAt)
  const spent = { members, due: 0, calls: 0, documentsRead: 0, ticks: 0 }
  for (let left = true; left;) {
    await cloud.control('statistics', undefined, 'DELETE')
    await wakeClock(cloud)
    const { databaseCalls, documentsRead } = await cloud.operation('clock', null)
    left = documentsRead.last > 10
    if (!left) break
    spent.ticks += 1
    spent.calls += databaseCalls.total
    spent.documentsRead += documentsRead.last
    await cloud.advance(60_000)
  }
  const expired = await cloud.run(() => wxEffects().store.count('entries', { recordedAt: { gte: overAt } }))
  return { ...spent, due: expired }
}

/** Within a page: where a tick ends between pages, it looks once more. */
export function readsAlike(all: Spent[]): void {
  const lines = all.map(({ members, ticks, calls, documentsRead }) => [members, ticks, calls, documentsRead].join('\t'))
  process.stdout.write(`\n${due} due among: members\tticks\tdatabase calls\tdocuments read\n${lines.join('\n')}\n`)
  for (const one of all) {
    expect(one.due).toBe(due)
    expect(one.documentsRead).toBeLessThan(3 * due)
    expect(Math.abs(one.documentsRead - all[0]!.documentsRead)).toBeLessThan(100)
  }
}
