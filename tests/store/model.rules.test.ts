import { database } from '../../cloudfunctions/database'
import { StoreUnavailable, type Store } from '../../cloudfunctions/_runtime/store'
import { loseCall, type StoreCall } from '../../localcloud/model/calls'
import { clientIdentity, modelEffects } from '../../localcloud/model/effects'
import { memoryStore } from '../../localcloud/model/store'
import { gate } from './support/gate'
import { schema } from './support/places'

const now = '2026-11-22T08:00:00.000Z'

describe('the meter of a view', () => {
  it('counts all calls, and side by side as one trip', async () => {
    const store = memoryStore(schema).view()
    await Promise.all([store.get('plain', 'a'), store.get('plain', 'b'), store.get('plain', 'c')])
    await store.put('plain', { _id: 'a', n: 1 })
    expect(store.meter).toEqual({ calls: 4, trips: 2 })
    store.resetMeter()
    expect(store.meter).toEqual({ calls: 0, trips: 0 })
  })

  it('counts the beginning and the end of a transaction', async () => {
    const store = memoryStore(schema).view()
    await store.transact(async (transaction) => {
      await Promise.all([transaction.get('plain', 'a'), transaction.get('plain', 'b')])
      await transaction.put('plain', { _id: 'a', n: 1 })
    })
    expect(store.meter).toEqual({ calls: 5, trips: 4 })
  })

  it('counts what this view did and nothing of others', async () => {
    const store = memoryStore(schema)
    const [one, other] = [store.view(), store.view()]
    await one.put('plain', { _id: 'a', n: 1 })
    expect(await other.get('plain', 'a')).toEqual({ _id: 'a', n: 1 })
    expect([one.meter.calls, other.meter.calls]).toEqual([1, 1])
  })
})

describe('a schedule', () => {
  it('decides who goes first, call by call', async () => {
    const store = memoryStore(schema)
    await store.put('plain', { _id: 'a', version: 1, by: 'nobody' })
    const annaMayWrite = gate()
    const anna = store.view({ yieldBefore: (call) => (call.kind === 'replaceIf' ? annaMayWrite.passed : undefined) })
    const raise = async (view: Store, by: string) => {
      const read = await view.get<{ _id: string; version: number }>('plain', 'a')
      return view.replaceIf('plain', { _id: 'a', version: read!.version + 1, by }, read!.version)
    }
    const first = raise(anna, 'anna')
    expect(await raise(store.view(), 'bert')).toBe(true)
    annaMayWrite.open()
    expect(await first).toBe(false)
    expect(await store.get('plain', 'a')).toMatchObject({ by: 'bert' })
  })

  it('hears of every call, numbered from one', async () => {
    const calls: StoreCall[] = []
    const store = memoryStore(schema).view({ yieldBefore: (call) => void calls.push(call) })
    await store.get('plain', 'a')
    await store.transact((transaction) => transaction.put('plain', { _id: 'a', n: 1 }))
    expect(calls.map(({ number, kind, collection }) => [number, kind, collection])).toEqual([
      [1, 'get', 'plain'],
      [2, 'begin', null],
      [3, 'put', 'plain'],
      [4, 'commit', null],
    ])
    expect(new Set(calls.slice(1).map(({ transaction }) => transaction)).size).toBe(1)
  })
})

describe('a lost call', () => {
  const puts = (fault: 'before' | 'after') => async () => {
    const store = memoryStore(schema)
    const view = store.view({ fault: loseCall(2, fault) })
    await view.put('plain', { _id: 'a', n: 1 })
    await expect(view.put('plain', { _id: 'a', n: 2 })).rejects.toThrow(StoreUnavailable)
    return store.get('plain', 'a')
  }

  it('changed nothing when it was lost before', async () => expect(await puts('before')()).toMatchObject({ n: 1 }))
  it('is durable when only its answer was lost', async () => expect(await puts('after')()).toMatchObject({ n: 2 }))

  it('inside a transaction rolls back; after its commit everything stands', async () => {
    for (const [number, when, expected] of [
      [2, 'after', null],
      [3, 'before', null],
      [3, 'after', { _id: 'a', n: 1 }],
    ] as const) {
      const store = memoryStore(schema)
      const work = store
        .view({ fault: loseCall(number, when) })
        .transact((transaction) => transaction.put('plain', { _id: 'a', n: 1 }))
      await expect(work).rejects.toThrow(StoreUnavailable)
      expect(await store.get('plain', 'a')).toEqual(expected)
      expect(await store.insert('plain', [{ _id: 'b', n: 1 }])).toBe('inserted')
    }
  })
})

describe('an instance that ends', () => {
  it('leaves no lock behind: its open transactions are rolled back', async () => {
    const store = memoryStore(schema)
    const reached = gate()
    const ending = store.view({
      yieldBefore: (call) => {
        if (call.kind !== 'commit') return undefined
        reached.open()
        return new Promise(() => undefined)
      },
    })
    void ending.transact((transaction) => transaction.put('plain', { _id: 'a', n: 1 }))
    await reached.passed
    const waiting = store.put('plain', { _id: 'a', n: 2 })
    ending.abandon()
    await waiting
    expect(store.dump()).toEqual([{ collection: 'plain', document: { _id: 'a', n: 2 } }])
  })
})

describe('the effects of the model', () => {
  it('repeat themselves for the same seed and differ for another', () => {
    const bytes = (seed: number) => [...modelEffects({ store: memoryStore(database), now, seed }).effects.random(16)]
    expect(bytes(1)).toEqual(bytes(1))
    expect(bytes(1)).not.toEqual(bytes(2))
  })

  it('stand at the instant and under the identity that the test sets', () => {
    const model = modelEffects({ store: memoryStore(database), now, identity: clientIdentity('oAnna') })
    model.advance(90_000)
    expect(model.effects.now()).toBe('2026-11-22T08:01:30.000Z')
    expect(model.effects.identity()).toMatchObject({ openid: 'oAnna', source: 'client' })
    model.become(clientIdentity('oBert'))
    expect(model.effects.identity().openid).toBe('oBert')
  })

  it('keep work for after the reply until it is settled, log what fails, and go on', async () => {
    const model = modelEffects({ store: memoryStore(database), now })
    const done: string[] = []
    model.effects.afterReply(async () => {
      done.push('first')
      model.effects.afterReply(async () => void done.push('what the first left'))
      throw new Error('broken')
    })
    model.effects.afterReply(async () => void done.push('second'))
    expect(done).toEqual([])
    await model.settle()
    expect(done).toEqual(['first', 'second', 'what the first left'])
    expect(model.lines).toEqual([{ event: 'after_reply_failed', detail: 'Error: broken' }])
  })

  it('keep the messages that were sent and answer as the test wants', async () => {
    const model = modelEffects({ store: memoryStore(database), now })
    model.answerMessages(() => ({ errCode: 43101, errMsg: 'refused' }))
    const message = { openid: 'oAnna', templateId: 't1', page: 'pages/home', data: { thing1: { value: '券' } } }
    expect(await model.effects.platform.sendSubscribeMessage(message)).toEqual({ errCode: 43101, errMsg: 'refused' })
    expect(model.messages).toEqual([message])
  })
})
