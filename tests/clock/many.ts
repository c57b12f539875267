import { tick } from '../../cloudfunctions/_areas/clock/tick'
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

/** So many members among whom a thousand are due, spread evenly; what the clock spends on them, and on a minute in which none is. */
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
  await cloud.control('statistics', undefined, 'DELETE')
  // In this process, for a busy machine cuts the function off at its minute, and the next one looks at some of it again.
  await cloud.run(() => tick({ ...wxEffects(), now: () => cameAt }), { function: 'clock' })
  const { databaseCalls, documentsRead } = await cloud.operation('clock', null)
  const expired = await cloud.run(() => wxEffects().store.count('entries', { recordedAt: { gte: overAt } }))
  const idle = await idleMinute(cloud)
  const spent = { members, due: expired, calls: databaseCalls.total, documentsRead: documentsRead.last, idle }
  process.stdout.write(`\n${JSON.stringify(spent)}\n`)
  return spent
}

async function idleMinute(cloud: Shop['cloud']): Promise<Spent['idle']> {
  await cloud.advance(60_000)
  await cloud.control('statistics', undefined, 'DELETE')
  await wakeClock(cloud)
  const { invocations } = await cloud.statistics()
  const { databaseCalls, documentsRead, documentsWritten } = await cloud.operation('clock', null)
  const [calls, reads, writes] = [databaseCalls.total, documentsRead.last, documentsWritten.last]
  return { invocations, calls, documentsRead: reads, documentsWritten: writes }
}

/** As many within a page, whatever others there are. */
export function readsAlike(all: Spent[]): void {
  const lines = all.map(({ members, calls, documentsRead, idle }) =>
    [members, calls, documentsRead, idle.invocations, idle.calls, idle.documentsRead].join('\t'),
  )
  const heads = 'members\tdatabase calls\tdocuments read\tan idle minute: invocations\treads\tdocuments'
  process.stdout.write(`\n${due} due among: ${heads}\n${lines.join('\n')}\n`)
  expect(all.length).toBeGreaterThan(1)
  for (const one of all) {
    expect(one.due).toBe(due)
    expect(Math.abs(one.documentsRead - due)).toBeLessThan(100)
    expect(one.idle).toMatchObject({ invocations: 1, calls: 1, documentsRead: 1, documentsWritten: 0 })
  }
}
