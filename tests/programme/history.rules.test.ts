import fc from 'fast-check'
import { readHistory, type HistoryLimits } from '../../cloudfunctions/_areas/programme/history'
import { database } from '../../cloudfunctions/database'
import { modelEffects } from '../../localcloud/model/effects'
import { memoryStore } from '../../localcloud/model/store'
import type { HistoryEntry } from '../../shared/insights/try-out'

const start = '2026-06-01T04:00:00.000Z'
const generous: HistoryLimits = { entries: 1_000, forMs: 8_000, aPage: 4 }

/** Members with so many orders each, besides what no history needs. */
async function shopOf(sizes: readonly number[]) {
  const store = memoryStore(database)
  const entries = sizes.flatMap((size, member) =>
    Array.from({ length: size }, (_, index) => ({
      _id: `entry-${member}-${index}`,
      accountId: `account-${String(member).padStart(3, '0')}`,
      seq: index + 1,
      kind: index === 0 ? 'enrol' : index % 3 === 2 ? 'tier' : 'purchase',
    })),
  )
  if (entries.length > 0) await store.insert('entries', entries)
  const model = modelEffects({ store, now: start })
  return { model, wanted: entries.filter(({ kind }) => kind !== 'tier').map(({ _id }) => _id) }
}

async function readAll(model: Awaited<ReturnType<typeof shopOf>>['model'], limits: HistoryLimits, waitMs = 0) {
  const members: HistoryEntry[][] = []
  const take = (member: readonly HistoryEntry[]) => {
    members.push([...member])
    model.advance(waitMs)
  }
  return { ...(await readHistory(model.effects, take, limits)), members, ids: members.flat().map(({ _id }) => _id) }
}

describe('a history', () => {
  it('is every order, refund and joining of every member once and in order, whatever a page holds', async () => {
    const shops = fc.array(fc.integer({ min: 1, max: 14 }), { maxLength: 8 })
    await fc.assert(
      fc.asyncProperty(shops, fc.integer({ min: 1, max: 9 }), async (sizes, aPage) => {
        const { model, wanted } = await shopOf(sizes)
        const { ids, entries, whole } = await readAll(model, { ...generous, aPage })
        expect([ids, entries, whole]).toEqual([wanted, wanted.length, true])
      }),
    )
  })

  it('that is longer than is read at most is the whole one of fewer members', async () => {
    const { model, wanted } = await shopOf([3, 3, 3, 3])
    const { ids, whole, members } = await readAll(model, { ...generous, entries: 5 })
    expect([ids, whole]).toEqual([wanted.slice(0, 4), false])
    expect(members.map((member) => member.length)).toEqual([2, 2])
    const exactly = await readAll(model, { ...generous, entries: 8 })
    expect([exactly.entries, exactly.whole]).toEqual([8, true])
  })

  it('that takes too long ends after the page that it is at', async () => {
    const { model } = await shopOf([3, 3, 3, 3, 3, 3])
    const { whole, members } = await readAll(model, generous, 8_000)
    expect([whole, members.length]).toEqual([false, 1])
  })
})
