import { change, doc, openShop, type Shop } from './shop'

let shop: Shop
beforeAll(() => {
  shop = openShop()
})
beforeEach(async () => {
  shop.engine.reset()
  await shop.ask('insertDocument', {
    collectionName: 'members',
    data: ['{"_id":"mei","points":{"$numberInt":"10"}}', '{"_id":"lan","points":{"$numberInt":"20"}}'],
  })
})
afterAll(() => shop.close())

const begin = async (invocation: string) => (await shop.ask('startTransaction', {}, invocation)).transactionId as string
const earn = (id: string, points: number, transactionId?: string) =>
  doc('members', id, { ...change({ $inc: { points } }), transactionId })
const pointsOf = async (id: string, transactionId?: string) => {
  const { data } = await shop.ask('getDocument', doc('members', id, { transactionId }))
  return data.list.length === 0 ? null : Number(JSON.parse(data.list[0]).points.$numberInt)
}
const card = (id: string, holder: string, transactionId?: string) => ({
  collectionName: 'cards',
  data: [JSON.stringify({ _id: id, holder })],
  transactionId,
})

/** Whether a promise has settled by the time everything that is ready has run. */
async function isPending(promise: Promise<unknown>): Promise<boolean> {
  let pending = true
  const done = () => void (pending = false)
  promise.then(done, done)
  for (let turn = 0; turn < 5; turn++) await new Promise((resolve) => setImmediate(resolve))
  return pending
}

describe('a transaction', () => {
  it('shows its changes to nobody before the commit, and to everybody after', async () => {
    const transaction = await begin('one')
    await shop.ask('modifyDocument', earn('mei', 5, transaction), 'one')
    expect(await pointsOf('mei', transaction)).toBe(15)
    expect(await pointsOf('mei')).toBe(10)
    await shop.ask('commitTransaction', { transactionId: transaction }, 'one')
    expect(await pointsOf('mei')).toBe(15)
  })

  it('leaves nothing behind when it is rolled back', async () => {
    const transaction = await begin('one')
    await shop.ask('modifyDocument', earn('mei', 5, transaction), 'one')
    await shop.ask('insertDocument', card('c1', 'mei', transaction), 'one')
    await shop.ask('removeDocument', doc('members', 'lan', { transactionId: transaction }), 'one')
    await shop.ask('abortTransaction', { transactionId: transaction }, 'one')
    expect([...shop.engine.dump()].map(({ document }) => document)).toEqual([
      { _id: 'lan', points: 20 },
      { _id: 'mei', points: 10 },
    ])
  })

  it('reads one state, whatever others write meanwhile', async () => {
    const transaction = await begin('one')
    expect(await pointsOf('mei', transaction)).toBe(10)
    await shop.ask('modifyDocument', earn('lan', 1))
    await shop.ask('modifyDocument', earn('lan', 1))
    await shop.ask('removeDocument', doc('members', 'mei'))
    await shop.ask('insertDocument', { collectionName: 'members', data: ['{"_id":"new","points":{"$numberInt":"1"}}'] })
    expect([
      await pointsOf('mei', transaction),
      await pointsOf('lan', transaction),
      await pointsOf('new', transaction),
    ]).toEqual([10, 20, null])
  })

  it('meets a conflict at once where another transaction writes, and the first writer goes on', async () => {
    const [first, second] = [await begin('one'), await begin('two')]
    await shop.ask('modifyDocument', earn('mei', 5, first), 'one')
    const refusal = await shop.refusal('modifyDocument', earn('mei', 7, second), 'two')
    expect(refusal.code).toBe('DATABASE_TRANSACTION_CONFLICT')
    expect(refusal.message).toContain('[ResourceUnavailable.TransactionConflict]')
    await shop.ask('commitTransaction', { transactionId: first }, 'one')
    expect(await pointsOf('mei')).toBe(15)
  })

  it('meets a conflict where somebody wrote after its snapshot', async () => {
    const transaction = await begin('one')
    expect(await pointsOf('mei', transaction)).toBe(10)
    await shop.ask('modifyDocument', earn('mei', 5))
    expect((await shop.refusal('modifyDocument', earn('mei', 7, transaction), 'one')).code).toBe(
      'DATABASE_TRANSACTION_CONFLICT',
    )
    expect(await pointsOf('mei')).toBe(15)
  })

  it('is over after a conflict, and its documents are free', async () => {
    const [first, second] = [await begin('one'), await begin('two')]
    await shop.ask('modifyDocument', earn('mei', 5, first), 'one')
    await shop.ask('modifyDocument', earn('lan', 5, second), 'two')
    await shop.refusal('modifyDocument', earn('mei', 7, second), 'two')
    await shop.ask('modifyDocument', earn('lan', 1, first), 'one')
    expect((await shop.refusal('commitTransaction', { transactionId: second }, 'two')).message).toContain(
      'TransactionNotExist',
    )
    await shop.ask('commitTransaction', { transactionId: first }, 'one')
    expect([await pointsOf('mei'), await pointsOf('lan')]).toEqual([15, 21])
  })

  it('makes an ordinary writer of its document wait for its end', async () => {
    const transaction = await begin('one')
    await shop.ask('modifyDocument', earn('mei', 5, transaction), 'one')
    const ordinary = shop.ask('modifyDocument', earn('mei', 100), 'two')
    const many = shop.ask(
      'modifyDocument',
      {
        collectionName: 'members',
        queryType: 'WHERE',
        query: '{}',
        ...change({ $inc: { points: 1000 } }),
        multi: true,
      },
      'three',
    )
    expect([await isPending(ordinary), await isPending(many)]).toEqual([true, true])
    await shop.ask('modifyDocument', earn('lan', 1), 'four')
    await shop.ask('commitTransaction', { transactionId: transaction }, 'one')
    await Promise.all([ordinary, many])
    expect([await pointsOf('mei'), await pointsOf('lan')]).toEqual([1115, 1021])
  })

  it('reserves the unique values it takes: another transaction conflicts, an ordinary writer waits and is refused', async () => {
    const [first, second] = [await begin('one'), await begin('two')]
    await shop.ask('insertDocument', card('c1', 'mei', first), 'one')
    expect((await shop.refusal('insertDocument', card('c2', 'mei', second), 'two')).code).toBe(
      'DATABASE_TRANSACTION_CONFLICT',
    )
    const ordinary = shop.refusal('insertDocument', card('c3', 'mei'), 'three')
    expect(await isPending(ordinary)).toBe(true)
    await shop.ask('commitTransaction', { transactionId: first }, 'one')
    expect((await ordinary).message).toContain('E11000 duplicate key error collection: local.cards index: holder')
  })

  it('is refused a unique value that was taken before, and may take one that it set free', async () => {
    await shop.ask('insertDocument', card('c1', 'mei'))
    const transaction = await begin('one')
    await shop.ask('removeDocument', doc('cards', 'c1', { transactionId: transaction }), 'one')
    await shop.ask('insertDocument', card('c2', 'mei', transaction), 'one')
    await shop.ask('commitTransaction', { transactionId: transaction }, 'one')
    const next = await begin('one')
    expect((await shop.refusal('insertDocument', card('c3', 'mei', next), 'one')).message).toContain('E11000')
    expect(
      [...shop.engine.dump()].filter(({ collection }) => collection === 'cards').map(({ document }) => document),
    ).toEqual([{ _id: 'c2', holder: 'mei' }])
  })

  it('may let a unique value pass from document to document, round in a circle and to a new one', async () => {
    for (const [id, holder] of [
      ['c1', 'mei'],
      ['c2', 'lan'],
      ['c3', 'yun'],
    ] as const)
      await shop.ask('insertDocument', card(id, holder))
    const transactionId = await begin('one')
    const give = (id: string, holder: string) =>
      shop.ask('modifyDocument', doc('cards', id, { ...change({ $set: { holder } }), transactionId }), 'one')
    await shop.ask('insertDocument', card('c4', 'nobody', transactionId), 'one')
    await give('c1', 'for a moment')
    await give('c2', 'mei')
    await give('c1', 'lan')
    await give('c3', 'new')
    await give('c4', 'yun')
    await shop.ask('commitTransaction', { transactionId }, 'one')
    const cards = [...shop.engine.dump()].filter(({ collection }) => collection === 'cards')
    expect(cards.map(({ document }) => (document as { holder: string }).holder)).toEqual(['lan', 'mei', 'new', 'yun'])
    expect((await shop.refusal('insertDocument', card('c5', 'mei'))).message).toContain('E11000')
    await shop.ask('insertDocument', card('c5', 'for a moment'))
  })

  it('may take many instants of one unique index, each different from all others', async () => {
    const visits = Array.from({ length: 60 }, (_, minute) => ({
      _id: `v${minute}`,
      place: 'till',
      at: { $date: { $numberLong: String(Date.parse('2026-03-01T08:00:00Z') + minute * 60_000) } },
    }))
    const transactionId = await begin('one')
    for (const visit of visits)
      await shop.ask(
        'insertDocument',
        { collectionName: 'visits', data: [JSON.stringify(visit)], transactionId },
        'one',
      )
    await shop.ask('commitTransaction', { transactionId }, 'one')
    expect((await shop.ask('calculateDocument', { collectionName: 'visits' })).data.total).toBe(60)
  })

  it('tells two pairs of texts apart in a unique index, whatever characters they hold', async () => {
    const data = [
      { _id: 'v1', place: 'a\u0000stringb', at: 'c' },
      { _id: 'v2', place: 'a', at: 'b\u0000stringc' },
    ].map((visit) => JSON.stringify(visit))
    const transactionId = await begin('one')
    await shop.ask('insertDocument', { collectionName: 'visits', data, transactionId }, 'one')
    await shop.ask('commitTransaction', { transactionId }, 'one')
    expect((await shop.ask('calculateDocument', { collectionName: 'visits' })).data.total).toBe(2)
  })

  it('is rolled back when it is 30 seconds old, by the clock of the environment, and who waited goes on', async () => {
    const transaction = await begin('one')
    await shop.ask('modifyDocument', earn('mei', 5, transaction), 'one')
    const ordinary = shop.ask('modifyDocument', earn('mei', 100), 'two')
    shop.clock.now += 29_999
    expect(await pointsOf('mei', transaction)).toBe(15)
    shop.clock.now += 1
    expect((await shop.refusal('commitTransaction', { transactionId: transaction }, 'one')).message).toContain('30 s')
    await ordinary
    expect(await pointsOf('mei')).toBe(110)
  })

  it('is rolled back when 30 seconds have passed although the clock of the environment stood still', async () => {
    const transaction = await begin('one')
    await shop.ask('modifyDocument', earn('mei', 5, transaction), 'one')
    const ordinary = shop.ask('modifyDocument', earn('mei', 100), 'two')
    shop.clock.elapsed += 29_999
    expect(await pointsOf('mei', transaction)).toBe(15)
    shop.clock.elapsed += 1
    expect((await shop.refusal('commitTransaction', { transactionId: transaction }, 'one')).message).toContain('30 s')
    await ordinary
    expect(await pointsOf('mei')).toBe(110)
  })

  it('is rolled back in time although the clock went back and an older one, by that clock, is still young', async () => {
    const early = await begin('one')
    shop.clock.now -= 3_600_000
    const late = await begin('two')
    shop.clock.now += 30_000
    expect((await shop.refusal('commitTransaction', { transactionId: late }, 'two')).message).toContain('30 s')
    await shop.ask('commitTransaction', { transactionId: early }, 'one')
  })

  it('is rolled back when the process of its invocation ends', async () => {
    const [mine, other] = [await begin('one'), await begin('two')]
    await shop.ask('modifyDocument', earn('mei', 5, mine), 'one')
    await shop.ask('modifyDocument', earn('lan', 5, other), 'two')
    shop.engine.abortInvocation('one')
    expect((await shop.refusal('commitTransaction', { transactionId: mine }, 'one')).message).toContain(
      'TransactionNotExist',
    )
    await shop.ask('commitTransaction', { transactionId: other }, 'two')
    expect([await pointsOf('mei'), await pointsOf('lan')]).toEqual([10, 25])
  })

  it('refuses an id that never was', async () => {
    expect((await shop.refusal('getDocument', doc('members', 'mei', { transactionId: 'x' }))).message).toContain(
      'TransactionNotExist',
    )
  })

  it('loses no update when 64 run at once and each tries until it is through', async () => {
    const attempt = async (invocation: string): Promise<void> => {
      const transaction = await begin(invocation)
      try {
        const points = await pointsOf('mei', transaction)
        await shop.ask(
          'modifyDocument',
          doc('members', 'mei', {
            ...change({ $set: { points: { $numberInt: String(Number(points) + 1) } } }),
            transactionId: transaction,
          }),
          invocation,
        )
        await shop.ask('commitTransaction', { transactionId: transaction }, invocation)
      } catch (error) {
        expect(String(error)).toContain('TransactionConflict')
        // Somebody's commit must have its turn before the next try.
        await new Promise((resolve) => setImmediate(resolve))
        return attempt(invocation)
      }
    }
    await Promise.all(Array.from({ length: 64 }, (_, i) => attempt(`caller ${i}`)))
    expect(await pointsOf('mei')).toBe(74)
  })
})

describe('write jobs of one turn', () => {
  it('stand or fall each by itself', async () => {
    const outcomes = await Promise.allSettled([
      shop.ask('insertDocument', card('c1', 'mei')),
      shop.ask('insertDocument', card('c2', 'mei')),
      shop.ask('modifyDocument', doc('members', 'mei', change({ $inc: { points: 'many' } }))),
      shop.ask('modifyDocument', earn('lan', 1)),
    ])
    expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'rejected', 'fulfilled'])
    expect(await pointsOf('lan')).toBe(21)
  })

  it('keep what was inserted before the first duplicate of a list, as the platform does', async () => {
    const data = ['a', 'b', 'a', 'c'].map((holder, i) => JSON.stringify({ _id: `c${i}`, holder }))
    expect((await shop.refusal('insertDocument', { collectionName: 'cards', data })).message).toContain('E11000')
    expect((await shop.ask('calculateDocument', { collectionName: 'cards' })).data.total).toBe(2)
  })

  it('let exactly one of 64 conditional writes of one version through', async () => {
    const write = (i: number) => ({
      collectionName: 'members',
      queryType: 'WHERE',
      query: '{"_id":"mei","points":{"$numberInt":"10"}}',
      ...change({ $set: { points: { $numberInt: String(100 + i) } } }),
      multi: true,
    })
    const answers = await Promise.all(Array.from({ length: 64 }, (_, i) => shop.ask('modifyDocument', write(i))))
    expect(answers.map(({ data }) => data.updated).filter((updated) => updated === 1)).toHaveLength(1)
  })
})
