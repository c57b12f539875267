import { StoreMisuse, type Query, type Store, type Where } from '../../cloudfunctions/_runtime/store'
import { inEveryStore } from './support/places'

const rows = [
  { _id: 'a', code: 'A', shelf: 'x', rank: 3, tags: ['red', 'blue'], size: { cm: 10 } },
  { _id: 'b', code: 'B', shelf: 'x', rank: 1, tags: [], size: { cm: 20 } },
  { _id: 'c', code: 'C', shelf: 'y', rank: 2, tags: ['red'], size: {} },
  { _id: 'd', code: 'D', shelf: 'y', rank: null, at: '2026-01-02T00:00:00.000Z' },
  { _id: 'e', code: 'E', shelf: 'z', rank: '2', at: '2026-01-01T00:00:00.000Z' },
  { _id: 'f', code: 'F', shelf: 'z', rank: true },
]

inEveryStore(({ handler }) => {
  const withRows = (work: (store: Store) => Promise<void>) =>
    handler(async (store) => {
      await store.insert('things', rows)
      await work(store)
    })
  const idsOf = async (store: Store, query: Partial<Query> & { where: Where }) =>
    (await store.find('things', { limit: 100, orderBy: [['_id', 'asc']], ...query })).map(({ _id }) => _id)

  describe('conditions', () => {
    const cases: [string, Where, string[]][] = [
      ['nothing asked finds all', {}, ['a', 'b', 'c', 'd', 'e', 'f']],
      ['an equal text', { shelf: 'x' }, ['a', 'b']],
      ['an equal number, not its text', { rank: 2 }, ['c']],
      ['null finds null', { rank: null }, ['d']],
      ['null finds missing', { at: null }, ['a', 'b', 'c', 'f']],
      ['several fields at once', { shelf: 'x', rank: 1 }, ['b']],
      ['at least a number finds numbers only', { rank: { gte: 2 } }, ['a', 'c']],
      ['below a number', { rank: { lt: 3 } }, ['b', 'c']],
      ['a range', { rank: { gt: 1, lte: 3 } }, ['a', 'c']],
      ['two ranges', { rank: { gt: 0, lt: 3 }, shelf: { gte: 'x', lt: 'y' } }, ['b']],
      ['a range and an exception', { rank: { gte: 1, ne: 2 } }, ['a', 'b']],
      ['instants compare as text', { at: { lte: '2026-01-01T12:00:00.000Z' } }, ['e']],
      ['one of several', { _id: { in: ['f', 'a', 'nobody'] } }, ['a', 'f']],
      ['one of several, null among them', { rank: { in: [1, null] } }, ['b', 'd']],
      ['none of nothing', { shelf: { in: [] } }, []],
      ['other than a value, missing included', { at: { ne: '2026-01-01T00:00:00.000Z' } }, ['a', 'b', 'c', 'd', 'f']],
      ['a truth value', { rank: true }, ['f']],
      ['an item of a list', { tags: 'red' }, ['a', 'c']],
      ['a field of an object', { 'size.cm': { gt: 10 } }, ['b']],
      ['ids from one on', { _id: { gte: 'd' } }, ['d', 'e', 'f']],
    ]
    it.each(cases)('%s', (_, where, expected) =>
      withRows(async (store) => {
        expect(await idsOf(store, { where })).toEqual(expected)
        expect(await store.count('things', where)).toBe(expected.length)
      }),
    )

    const forged: [string, unknown][] = [
      ['an operator of the database', { $gt: '' }],
      ['an unknown comparison', { like: 'x' }],
      ['an object', { rank: { deep: 1 } }],
      ['a list', ['x']],
      ['nothing', {}],
      ['a list of objects', { in: [{ $ne: null }] }],
      ['undefined', undefined],
    ]
    it.each(forged)('%s never reaches the database', (_, condition) =>
      withRows(async (store) => {
        const where = { shelf: condition } as Where
        await expect(store.find('things', { where, limit: 1 })).rejects.toThrow(StoreMisuse)
        await expect(store.count('things', where)).rejects.toThrow(StoreMisuse)
        await expect(store.change('things', where, { set: { rank: 9 } })).rejects.toThrow(StoreMisuse)
        await expect(store.remove('things', where)).rejects.toThrow(StoreMisuse)
      }),
    )

    it('a field that names an operator is refused', () =>
      withRows(async (store) => {
        await expect(store.find('things', { where: { $where: 'true' }, limit: 1 })).rejects.toThrow(StoreMisuse)
      }))
  })

  describe('order', () => {
    it('goes by kind first: nothing, numbers, texts, truth values', () =>
      withRows(async (store) => {
        const orderBy = [['rank', 'asc']] as const
        expect(await idsOf(store, { where: {}, orderBy })).toEqual(['d', 'b', 'c', 'a', 'e', 'f'])
      }))

    it('goes by several fields, each in its own direction', () =>
      withRows(async (store) => {
        const orderBy = [
          ['shelf', 'desc'],
          ['rank', 'asc'],
        ] as const
        expect(await idsOf(store, { where: {}, orderBy })).toEqual(['e', 'f', 'd', 'c', 'b', 'a'])
      }))

    it('takes the first `limit` of that order', () =>
      withRows(async (store) => {
        expect(await idsOf(store, { where: {}, orderBy: [['_id', 'desc']], limit: 2 })).toEqual(['f', 'e'])
      }))

    it('orders texts by code point, beyond the basic plane too', () =>
      handler(async (store) => {
        const texts = ['\u{1F39F}', '\uFF5E', '券', 'z', 'Z', '']
        for (const [at, text] of texts.entries())
          await store.insert('pairs', [{ _id: `t${at}`, left: text, right: at }])
        const found = await store.find<{ _id: string; left: string }>('pairs', {
          where: {},
          orderBy: [['left', 'asc']],
          limit: 10,
        })
        expect(found.map(({ left }) => left)).toEqual(['', 'Z', 'z', '券', '\uFF5E', '\u{1F39F}'])
      }))
  })

  describe('a query', () => {
    it('gives only the fields that were asked for, and the id', () =>
      withRows(async (store) => {
        const [first] = await store.find('things', {
          where: { _id: 'a' },
          limit: 1,
          fields: ['rank', 'size', 'absent'],
        })
        expect(first).toEqual({ _id: 'a', rank: 3, size: { cm: 10 } })
      }))

    it.each([0, -1, 1.5, 1_001, Infinity])('with a limit of %s is refused', (limit) =>
      handler(async (store) => {
        await expect(store.find('things', { where: {}, limit })).rejects.toThrow(StoreMisuse)
      }),
    )

    it('gives a thousand documents in one answer', () =>
      handler(async (store) => {
        const many = Array.from({ length: 1_000 }, (_, at) => ({ _id: `m${at}`, n: at }))
        await store.insert('plain', many)
        expect(await store.find('plain', { where: { n: { gte: 0 } }, limit: 1_000 })).toHaveLength(1_000)
      }))
  })

  describe('a tally', () => {
    const purchases = [
      { _id: '1', left: 's1', right: 1, amountFen: 100, points: 1 },
      { _id: '2', left: 's1', right: 2, amountFen: 250, points: 2 },
      { _id: '3', left: 's2', right: 3, amountFen: 7, points: 'none' },
      { _id: '4', right: 4, amountFen: 1 },
      { _id: '5', left: null, right: 5, amountFen: 2 },
    ]
    const sums = { fen: 'amountFen', points: 'points' }

    it('counts and sums what matches', () =>
      handler(async (store) => {
        await store.insert('pairs', purchases)
        expect(await store.tally('pairs', { where: { left: 's1' }, sums })).toEqual([
          { by: null, count: 2, sums: { fen: 350, points: 3 } },
        ])
      }))

    it('gives one row of zeros when nothing matches', () =>
      handler(async (store) => {
        expect(await store.tally('pairs', { where: {}, sums })).toEqual([
          { by: null, count: 0, sums: { fen: 0, points: 0 } },
        ])
        expect(await store.tally('pairs', { where: {}, by: 'left', sums })).toEqual([])
      }))

    it('gives a row for each value, ascending, null for those that lack it', () =>
      handler(async (store) => {
        await store.insert('pairs', purchases)
        expect(await store.tally('pairs', { where: {}, by: 'left', sums })).toEqual([
          { by: null, count: 2, sums: { fen: 3, points: 0 } },
          { by: 's1', count: 2, sums: { fen: 350, points: 3 } },
          { by: 's2', count: 1, sums: { fen: 7, points: 0 } },
        ])
      }))

    it('gives more groups than the hundred that the platform gives unasked', () =>
      handler(async (store) => {
        const many = Array.from({ length: 150 }, (_, at) => ({ _id: `m${at}`, left: at, right: at }))
        await store.insert('pairs', many)
        expect(await store.tally('pairs', { where: {}, by: 'left', sums: {} })).toHaveLength(150)
      }))
  })

  it('counts how many different values a field has, what is missing being one of them', () =>
    withRows(async (store) => {
      expect(await store.countDistinct('things', {}, 'shelf')).toBe(3)
      expect(await store.countDistinct('things', { shelf: { in: ['x', 'y'] } }, 'at')).toBe(2)
      expect(await store.countDistinct('things', { shelf: 'nowhere' }, 'shelf')).toBe(0)
      await expect(store.countDistinct('things', {}, '$where')).rejects.toThrow(StoreMisuse)
    }))

  describe('several queries together', () => {
    const anchor = { collection: 'things', id: 'a' }
    const together = (store: Store, queries: Parameters<Store['findTogether']>[1]) =>
      store.findTogether(anchor, queries)

    it('each find what they would find alone, in the order in which they are asked', () =>
      withRows(async (store) => {
        await store.insert('plain', [{ _id: 'p', text: 'x' }])
        const queries = [
          { collection: 'things', where: { rank: { gt: 0, lte: 3 } }, orderBy: [['rank', 'asc']], limit: 2 },
          { collection: 'plain', where: {}, limit: 10 },
          { collection: 'things', where: { shelf: 'nowhere' }, limit: 1 },
          { collection: 'things', where: { shelf: 'z' }, orderBy: [['_id', 'desc']], limit: 5, fields: ['at'] },
        ] as const
        const alone = await Promise.all(queries.map((query) => store.find(query.collection, query)))
        expect(await together(store, queries)).toEqual(alone)
        expect(alone.map((found) => found.map(({ _id }) => _id))).toEqual([['b', 'c'], ['p'], [], ['f', 'e']])
      }))

    it('find nothing at all, and say so, where the document that they hang on is missing', () =>
      withRows(async (store) => {
        const query = { collection: 'things', where: {}, limit: 1 }
        expect(await store.findTogether({ collection: 'things', id: 'nobody' }, [query])).toBeNull()
      }))

    it('are refused where one of them would be, and where there is none', () =>
      withRows(async (store) => {
        await expect(together(store, [])).rejects.toThrow(StoreMisuse)
        const forged = { collection: 'things', where: { shelf: { $gt: '' } } as never, limit: 1 }
        await expect(together(store, [forged])).rejects.toThrow(StoreMisuse)
        const unbounded = { collection: 'things', where: {}, limit: 0 }
        await expect(together(store, [unbounded])).rejects.toThrow(StoreMisuse)
      }))
  })
})
