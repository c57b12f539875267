import { addressOf, decide, readPreferences, type Decision } from '../../cloudfunctions/_areas/messages/preferences'
import type { Effects } from '../../cloudfunctions/_runtime/effects'
import { wxEffects } from '../../cloudfunctions/_runtime/wx'
import { wordsNow } from '../../shared/messages/preferences'
import { useCloud } from '../support/cloud'

const cloud = useCloud()
const member = 'account-1'
const mail = { kind: 'mail' as const, on: true as const, words: wordsNow.version }
let count = 0

beforeEach(() => cloud.reset({ keepProcesses: true }))

/** Decides one after the other, and tells how many rows each of them writes beside its own. */
async function decided(changes: readonly Partial<Decision>[], accountId = member): Promise<number[]> {
  return cloud.run(async () => {
    const rows: number[] = []
    for (const change of changes) {
      const own = wxEffects()
      let named = 0
      const store: Effects['store'] = {
        ...own.store,
        change: async (collection, where, change) => {
          // As many as it names, for a row that it leaves as it was may not count.
          named += await own.store.count(collection, where)
          return own.store.change(collection, where, change)
        },
      }
      const decision = {
        id: `request-${(count += 1)}`,
        inputHash: '',
        by: 'member',
        change: mail,
        ...change,
      } as Decision
      const kept = await decide({ ...own, store }, accountId, decision)
      if (typeof kept === 'string') throw new Error(kept)
      rows.push(named)
    }
    return rows
  })
}
const rows = async () => (await cloud.dump('preferences')).map(({ document }: any) => document)
const withAddress = async () =>
  (await rows())
    .filter(({ sealedAddress }) => sealedAddress !== undefined)
    .map(({ accountId, seq }) => [accountId, seq])
const writtenTo = () =>
  cloud.run(async () => {
    const effects = wxEffects()
    const kept = await readPreferences(effects, member)
    return kept && addressOf(effects, kept)
  })
const topic = (on: boolean): Partial<Decision> => ({ change: { kind: 'topic', topic: 'check-in', on } })

it('writes one row for a decision and leaves the thirty before it as they are', async () => {
  const before = Array.from({ length: 30 }, (_, n) => topic(n % 2 === 1))
  expect(await decided(before)).toEqual(before.map(() => 0))
  expect(await rows()).toHaveLength(30)
})

it('keeps the address on the last row alone, also where it is another by now, and on none once mail is turned off', async () => {
  await decided([{ address: 'other@example.com' }], 'account-2')
  expect(await decided([{ address: 'first@example.com' }, topic(false), topic(true)])).toEqual([0, 1, 1])
  expect([await withAddress(), await writtenTo()]).toEqual([
    expect.arrayContaining([
      [member, 3],
      ['account-2', 1],
    ]),
    'first@example.com',
  ])
  expect(await decided([{ address: 'second@example.com' }])).toEqual([1])
  expect([(await withAddress()).filter(([of]) => of === member), await writtenTo()]).toEqual([
    [[member, 4]],
    'second@example.com',
  ])
  expect(await decided([{ change: { kind: 'mail', on: false } }, topic(false)])).toEqual([1, 0])
  expect([await withAddress(), await writtenTo()]).toEqual([[['account-2', 1]], null])
})

it('takes an address away that a function left behind which was cut off before it had', async () => {
  await decided([{ address: 'first@example.com' }, topic(false)])
  await cloud.run(async () => {
    const { store } = wxEffects()
    await store.change('preferences', { accountId: member, seq: 1 }, { set: { sealedAddress: 'left behind' } })
  })
  expect(await decided([{ change: { kind: 'mail', on: false } }])).toEqual([2])
  expect(await withAddress()).toEqual([])
})
