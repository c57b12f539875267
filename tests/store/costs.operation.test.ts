import type { Store } from '../../cloudfunctions/_runtime/store'
import { StoreUnavailable } from '../../cloudfunctions/_runtime/store'
import { wxEffects } from '../../cloudfunctions/_runtime/wx'
import { loseCall } from '../../localcloud/model/calls'
import { memoryStore } from '../../localcloud/model/store'
import { useCloud } from '../support/cloud'
import { schema } from './support/places'

const cloud = useCloud({ schema })

const handlers: { [name: string]: (store: Store) => Promise<unknown> } = {
  get: (store) => store.get('plain', 'a'),
  getMany: (store) => store.getMany('plain', ['a', 'b', 'c']),
  'getMany of nothing': (store) => store.getMany('plain', []),
  find: (store) => store.find('plain', { where: { _id: { gte: 'a' } }, limit: 10 }),
  findTogether: (store) =>
    store.findTogether({ collection: 'plain', id: 'a' }, [
      { collection: 'plain', where: { _id: 'a' }, limit: 1 },
      { collection: 'things', where: { shelf: 'x' }, limit: 1 },
    ]),
  countDistinct: (store) => store.countDistinct('plain', { _id: 'a' }, 'n'),
  count: (store) => store.count('plain', { _id: 'a' }),
  tally: (store) => store.tally('plain', { where: { _id: 'a' }, sums: { n: 'n' } }),
  'insert of three': (store) =>
    store.insert(
      'plain',
      ['x', 'y', 'z'].map((_id) => ({ _id, n: 1 })),
    ),
  put: (store) => store.put('plain', { _id: 'a', n: 1 }),
  replaceIf: (store) => store.replaceIf('plain', { _id: 'a', version: 2 }, 1),
  change: (store) => store.change('plain', { _id: 'a' }, { increase: { n: 1 } }),
  remove: (store) => store.remove('plain', { _id: 'a' }),
  'three reads side by side, then a write': async (store) => {
    await Promise.all(['a', 'b', 'c'].map((id) => store.get('plain', id)))
    await store.put('plain', { _id: 'a', n: 1 })
  },
  'a transaction over two documents': (store) =>
    store.transact(async (transaction) => {
      await Promise.all([transaction.get('plain', 'a'), transaction.get('plain', 'b')])
      await transaction.put('plain', { _id: 'a', n: 1 })
      await transaction.put('plain', { _id: 'b', n: 1 })
    }),
  'a transaction that its work gives up': (store) =>
    store.transact(() => Promise.reject(new Error('no'))).catch(() => undefined),
}

describe('what a handler costs', () => {
  it.each(Object.keys(handlers))('%s: the same calls and trips in the model as through the SDK', async (name) => {
    const model = memoryStore(schema).view()
    await handlers[name]!(model)
    await cloud.reset()
    await cloud.run(() => handlers[name]!(wxEffects().store), { operation: name })
    const { databaseCalls, sequential } = await cloud.operation('test', name)
    expect({ calls: databaseCalls.last, trips: sequential.last }).toEqual(model.meter)
  })

  it('is one trip for each call of the store outside transactions', async () => {
    const single = [
      'get',
      'getMany',
      'find',
      'findTogether',
      'count',
      'tally',
      'countDistinct',
      'insert of three',
      'put',
      'replaceIf',
      'change',
      'remove',
    ]
    for (const name of single) {
      const model = memoryStore(schema).view()
      await handlers[name]!(model)
      expect({ name, ...model.meter }).toEqual({ name, calls: 1, trips: 1 })
    }
  })
})

describe('a call whose answer is lost', () => {
  const work = (store: Store) => store.transact((transaction) => transaction.put('plain', { _id: 'a', n: 1 }))

  it.each([1, 2, 3])(
    'number %s of a transaction: both stores throw StoreUnavailable and keep the same',
    async (number) => {
      const model = memoryStore(schema)
      await expect(work(model.view({ fault: loseCall(number, 'after') }))).rejects.toThrow(StoreUnavailable)
      await cloud.reset()
      await cloud.plant({ atCall: number, kind: 'commit-then-drop' })
      await expect(cloud.run(() => work(wxEffects().store))).rejects.toThrow(StoreUnavailable)
      expect([...cloud.cloud.engine.dump()]).toEqual(model.dump())
      expect(model.dump()).toHaveLength(number === 3 ? 1 : 0)
    },
  )
})
