import { storedAccount } from '../../cloudfunctions/_runtime/stored-account'
import { wxEffects } from '../../cloudfunctions/_runtime/wx'
import { demoTea } from '../../shared/programme/presets/demo-tea'
import { buy, newMember } from '../support/builders'
import { multiply } from '../support/many-rows'
import { wakeClock, type Shop } from '../support/shop'

export const due = 1_000
/** When the points of those who are due are over, and when the clock comes. */
const overAt = '2026-06-30T16:00:00.000Z'
const cameAt = '2026-07-01T04:00:00.000Z'

export type Spent = {
  members: number
  due: number
  calls: number
  documentsRead: number
  ticks: number
  /** What the next minute costs, in which nothing is due. */
  idle: { invocations: number; calls: number; documentsRead: number; documentsWritten: number }
}

/** A member whose points are over a year after an order. */
function memberOf(id: string, at: string) {
  const book = buy(newMember(demoTea, id, at), demoTea, { id, fen: 10_000, at })
  return {
    ...storedAccount({ ...book.account, memberNo: id, cardNo: id }, null, []),
    givingAt: null,
  }
}

/** So many members among whom a thousand are due, spread evenly; what the clock reads until none is left. */
export async function settlesAmong({ cloud }: Shop, members: number): Promise<Spent> {
  const every = members / due
  // What goes by the calendar has run for the day, and is not what is counted here.
  await cloud.setClock('2026-07-01T03:49:00.000Z')
  for (let minute = 0; minute < 10; minute += 1) {
    await wakeClock(cloud)
    await cloud.advance(60_000)
  }
  const both = [
    memberOf('the-due-one', '2025-06-15T04:00:00.000Z'),
    memberOf('the-other-one', '2026-06-15T04:00:00.000Z'),
  ]
  await cloud.run(() => wxEffects().store.insert('accounts', both))
  // Each that is due stands before the others of its part.
  const idOf = (part: string, within: string) => `printf('account-%06d-%06d', ${part}, ${within})`
  await multiply(cloud, [
    { collection: 'accounts', id: 'the-due-one', copies: due, idOf: idOf('i', '0') },
    {
      collection: 'accounts',
      id: 'the-other-one',
      copies: members - due,
      idOf: idOf(`i / ${every - 1}`, `1 + i % ${every - 1}`),
    },
  ])
  await cloud.setClock(cameAt)
  const spent = { members, due: 0, calls: 0, documentsRead: 0, ticks: 0 }
  for (let tick = 1; tick <= ticksMax; tick += 1) {
    await cloud.control('statistics', undefined, 'DELETE')
    await wakeClock(cloud)
    const { databaseCalls, documentsRead, documentsWritten } = await cloud.operation('clock', null)
    const [calls, reads, writes] = [databaseCalls.total, documentsRead.last, documentsWritten.last]
    const { invocations } = await cloud.statistics()
    const expired = await cloud.run(() => wxEffects().store.count('entries', { recordedAt: { gte: overAt } }))
    // A tick that a busy machine cut off leaves its lease behind, and the next one rests.
    if (reads <= 10 && expired >= due) {
      const idle = { invocations, calls, documentsRead: reads, documentsWritten: writes }
      process.stdout.write(`\n${JSON.stringify({ ...spent, due: expired, idle })}\n`)
      return { ...spent, due: expired, idle }
    }
    spent.ticks += 1
    spent.calls += calls
    spent.documentsRead += reads
    await cloud.advance(60_000)
  }
  throw new Error(`after ${ticksMax} minutes there is still something left of what was due`)
}

const ticksMax = 20

/**
 * Alike within a page. A tick that a busy machine cuts off at a minute is gone on with by the next, which looks again at what that one
 * had not ended and at members whose entries stand in the ledger by then: no more than that, whatever others there are.
 */
export function readsAlike(all: Spent[]): void {
  const lines = all.map(({ members, ticks, calls, documentsRead, idle }) =>
    [members, ticks, calls, documentsRead, idle.invocations, idle.calls, idle.documentsRead].join('\t'),
  )
  const heads = 'members\tticks\tdatabase calls\tdocuments read\tan idle minute: invocations\treads\tdocuments'
  process.stdout.write(`\n${due} due among: ${heads}\n${lines.join('\n')}\n`)
  expect(all.length).toBeGreaterThan(1)
  for (const one of all) {
    expect(one.due).toBe(due)
    expect(one.documentsRead).toBeLessThan(3 * due)
    if (one.ticks === 1) expect(Math.abs(one.documentsRead - due)).toBeLessThan(100)
    expect(one.idle).toMatchObject({ invocations: 1, calls: 1, documentsRead: 1, documentsWritten: 0 })
  }
}
