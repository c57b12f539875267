import { StoreDuplicate, StoreMisuse } from '../../cloudfunctions/_runtime/store'
import { inEveryStore } from './support/places'

inEveryStore(({ handler, everything }) => {
  describe('one document', () => {
    const rich = {
      _id: 'rich',
      version: 1,
      text: '券 🎟 "quoted"',
      fraction: 0.1,
      large: Number.MAX_SAFE_INTEGER,
      below: -5,
      yes: true,
      nothing: null,
      emptyObject: {},
      emptyList: [],
      nested: { list: [1, 'two', { three: [3, null] }], deep: { deeper: {} } },
      at: '2026-11-22T02:30:00.000Z',
    }

    it('comes back as it was put, empty objects and lists included', () =>
      handler(async (store) => {
        await store.put('plain', rich)
        expect(await store.get('plain', 'rich')).toEqual(rich)
      }))

    it('comes back as it was inserted', () =>
      handler(async (store) => {
        expect(await store.insert('plain', [rich])).toBe('inserted')
        expect(await store.get('plain', 'rich')).toEqual(rich)
      }))

    it('is null when there is none', () =>
      handler(async (store) => expect(await store.get('plain', 'nobody')).toBeNull()))

    it('is replaced whole by put: a field that is not named is gone', () =>
      handler(async (store) => {
        await store.put('plain', { _id: 'a', kept: 1, dropped: { x: 1 } })
        await store.put('plain', { _id: 'a', kept: { y: 2 } })
        expect(await store.get('plain', 'a')).toEqual({ _id: 'a', kept: { y: 2 } })
      }))

    it('is nobody else’s: what a handler does to what it read or gave changes nothing stored', () =>
      handler(async (store) => {
        const given = { _id: 'a', list: [1] }
        await store.put('plain', given)
        given.list.push(2)
        const read = await store.get<{ _id: string; list: number[] }>('plain', 'a')
        read!.list.push(3)
        expect(await store.get('plain', 'a')).toEqual({ _id: 'a', list: [1] })
      }))
  })

  describe('several documents by id', () => {
    it('leaves out ids that do not exist and gives a document once', () =>
      handler(async (store) => {
        await store.insert('plain', [
          { _id: 'a', n: 1 },
          { _id: 'b', n: 2 },
          { _id: 'c', n: 3 },
        ])
        const found = await store.getMany('plain', ['c', 'nobody', 'a', 'c'])
        expect(found.map(({ _id }) => _id).sort()).toEqual(['a', 'c'])
      }))

    it('gives more than the hundred that the platform gives unasked', () =>
      handler(async (store) => {
        const ids = Array.from({ length: 250 }, (_, at) => `id-${at}`)
        await store.insert(
          'plain',
          ids.map((_id) => ({ _id, n: 1 })),
        )
        expect(await store.getMany('plain', ids)).toHaveLength(250)
      }))

    it('gives nothing for no ids', () => handler(async (store) => expect(await store.getMany('plain', [])).toEqual([])))
  })

  describe('an insert', () => {
    it('says duplicate when the id is taken and leaves the document that was there', () =>
      handler(async (store) => {
        await store.insert('plain', [{ _id: 'a', n: 1 }])
        expect(await store.insert('plain', [{ _id: 'a', n: 2 }])).toBe('duplicate')
        expect(await store.get('plain', 'a')).toEqual({ _id: 'a', n: 1 })
      }))

    it('says duplicate when a unique value is taken', () =>
      handler(async (store) => {
        expect(await store.insert('things', [{ _id: 'a', code: 'X' }])).toBe('inserted')
        expect(await store.insert('things', [{ _id: 'b', code: 'X' }])).toBe('duplicate')
        expect(await store.insert('things', [{ _id: 'b', code: 'Y' }])).toBe('inserted')
      }))

    it('counts a missing unique value as one value, so only one document may lack it', () =>
      handler(async (store) => {
        expect(await store.insert('things', [{ _id: 'a', n: 1 }])).toBe('inserted')
        expect(await store.insert('things', [{ _id: 'b', n: 1 }])).toBe('duplicate')
        expect(await store.insert('things', [{ _id: 'c', code: null }])).toBe('duplicate')
      }))

    it('judges a unique index of two fields by both', () =>
      handler(async (store) => {
        expect(await store.insert('pairs', [{ _id: 'a', left: 1, right: 1 }])).toBe('inserted')
        expect(await store.insert('pairs', [{ _id: 'b', left: 1, right: 2 }])).toBe('inserted')
        expect(await store.insert('pairs', [{ _id: 'c', left: 1, right: 2 }])).toBe('duplicate')
        expect(await store.insert('pairs', [{ _id: 'd', left: '1', right: 2 }])).toBe('inserted')
      }))

    it('may be sent again one by one after a duplicate among several', () =>
      handler(async (store) => {
        const rows = ['a', 'b', 'c'].map((_id) => ({ _id, n: 1 }))
        await store.insert('plain', [rows[1]!])
        expect(await store.insert('plain', rows)).toBe('duplicate')
        for (const row of rows) await store.insert('plain', [row])
        expect((await everything()).map(({ document }) => document)).toEqual(rows)
      }))

    it('of nothing is done', () => handler(async (store) => expect(await store.insert('plain', [])).toBe('inserted')))
  })

  describe('a unique value', () => {
    it('cannot be taken by put, by a conditional write or by a change', () =>
      handler(async (store) => {
        await store.insert('things', [{ _id: 'a', code: 'X', version: 1 }])
        await store.insert('things', [{ _id: 'b', code: 'Y', version: 1 }])
        await expect(store.put('things', { _id: 'c', code: 'X' })).rejects.toThrow(StoreDuplicate)
        await expect(store.replaceIf('things', { _id: 'b', code: 'X', version: 2 }, 1)).rejects.toThrow(StoreDuplicate)
        await expect(store.change('things', { _id: 'b' }, { set: { code: 'X' } })).rejects.toThrow(StoreDuplicate)
        expect(await store.get('things', 'b')).toEqual({ _id: 'b', code: 'Y', version: 1 })
      }))

    it('stays with its document when a write that would have moved it is refused', () =>
      handler(async (store) => {
        await store.insert('things', [{ _id: 'a', code: 'X' }])
        await store.insert('things', [{ _id: 'b', code: 'Y' }])
        await expect(store.put('things', { _id: 'b', code: 'X' })).rejects.toThrow(StoreDuplicate)
        expect(await store.insert('things', [{ _id: 'c', code: 'Y' }])).toBe('duplicate')
        expect(await store.find('things', { where: { code: 'Y' }, limit: 9 })).toEqual([{ _id: 'b', code: 'Y' }])
      }))

    it('is free again once its document gave it up or is gone', () =>
      handler(async (store) => {
        await store.insert('things', [{ _id: 'a', code: 'X' }])
        await store.put('things', { _id: 'a', code: 'Z' })
        expect(await store.insert('things', [{ _id: 'b', code: 'X' }])).toBe('inserted')
        await store.remove('things', { _id: 'b' })
        expect(await store.insert('things', [{ _id: 'c', code: 'X' }])).toBe('inserted')
      }))
  })

  describe('what the platform would lose or misread', () => {
    const unstorable: [string, unknown][] = [
      ['undefined inside an object', { a: undefined }],
      ['NaN', NaN],
      ['infinity', [Infinity]],
      ['a date', new Date(0)],
      ['a map', new Map()],
      ['a big integer', 1n],
      ['a function', () => 1],
      ['an operator', { $gt: '' }],
      ['a dotted name', { 'a.b': 1 }],
      ['a prototype', JSON.parse('{"__proto__":{"admin":true}}')],
      ['a look-alike of a place', { type: 'Point', coordinates: [1, 2] }],
    ]

    it.each(unstorable)('%s is refused before anything is written', (_, value) =>
      handler(async (store) => {
        await expect(store.put('plain', { _id: 'a', value })).rejects.toThrow(StoreMisuse)
        await expect(store.insert('plain', [{ _id: 'a', value }])).rejects.toThrow(StoreMisuse)
        await expect(store.replaceIf('plain', { _id: 'a', version: 2, value }, 1)).rejects.toThrow(StoreMisuse)
        await expect(store.change('plain', { _id: 'a' }, { set: { value } })).rejects.toThrow(StoreMisuse)
        expect(await everything()).toEqual([])
      }),
    )

    it('is refused for a field that is undefined, except where that removes it', () =>
      handler(async (store) => {
        await expect(store.put('plain', { _id: 'a', n: 1, lost: undefined })).rejects.toThrow(StoreMisuse)
        await expect(store.insert('plain', [{ _id: 'a', n: 1, lost: undefined }])).rejects.toThrow(StoreMisuse)
        await expect(store.change('plain', { _id: 'a' }, { set: { lost: undefined } })).rejects.toThrow(StoreMisuse)
        expect(await everything()).toEqual([])
      }))

    it('is refused for a document without an id or without a field', () =>
      handler(async (store) => {
        await expect(store.put('plain', { _id: 'a' })).rejects.toThrow(StoreMisuse)
        await expect(store.put('plain', { _id: '', n: 1 })).rejects.toThrow(StoreMisuse)
      }))
  })

  it('a collection that the environment does not have is an error, not an empty one', () =>
    handler(async (store) => {
      await expect(store.get('nowhere', 'a')).rejects.toThrow(Error)
      await expect(store.put('nowhere', { _id: 'a', n: 1 })).rejects.toThrow(Error)
    }))
})
