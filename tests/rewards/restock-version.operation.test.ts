import { tick } from '../../cloudfunctions/_areas/clock/tick'
import { waitingId } from '../../cloudfunctions/_areas/rewards/waiting'
import type { Effects } from '../../cloudfunctions/_runtime/effects'
import { modelMessages, programme } from '../messages/model-messages'

const noon = '2026-05-10T04:00:00.000Z'
const later = (minutes: number) => new Date(Date.parse(noon) + minutes * 60_000).toISOString()
const name = { zh: '茶杯', en: 'Cup' }
const cups = (stock: number) => [
  { id: 'cup', name, gives: { kind: 'gift' as const, name }, price: { points: 10 }, stock },
]

it('a new version that has more of a reward is told of, though the database gave no answer when the clock first looked', async () => {
  const model = modelMessages(noon, { programme: { rewards: cups(3) } })
  await model.found()
  await model.member('account-1')
  await model.store.insert('stocks', [{ _id: 'reward:cup', taken: 3, held: {}, dueAt: null }])
  const asked = { ask: 1, askedAt: noon, tellAt: noon, toldAt: null, requestId: 'request-1' }
  await model.store.insert('waiting', [
    { _id: waitingId('cup', 'account-1'), rewardId: 'cup', accountId: 'account-1', ...asked },
  ])
  let isAway = false
  const at = async (instant: string) => {
    model.setNow(instant)
    const { effects } = model.instance()
    const getMany: Effects['store']['getMany'] = async (collection, ids) => {
      if (isAway && collection === 'stocks') throw new Error('no answer')
      return effects.store.getMany(collection, ids)
    }
    return tick({ ...effects, store: { ...effects.store, getMany } })
  }
  const told = () => model.notices().filter(({ topic }) => topic === 'restock').length
  await at(later(1))
  await model.store.insert('programmes', [
    {
      _id: 'programme-2',
      version: 2,
      effectiveAt: later(2),
      programme: { ...programme, rewards: cups(5) },
      withdrawnAt: null,
      announcement: null,
    },
  ])
  isAway = true
  expect((await at(later(3))).failed).toEqual(['restock'])
  isAway = false
  await at(later(6))
  await at(later(7))
  expect(told()).toBe(1)
  expect((await at(later(8))).ran).toEqual([])
})
