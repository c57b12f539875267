import { StoreMisuse } from '../../cloudfunctions/_runtime/store'
import { inEveryStore } from './support/places'

inEveryStore(({ handler, everything }) => {
  describe('a conditional replacement', () => {
    it('is made when the version is as expected, and writes objects whole', () =>
      handler(async (store) => {
        await store.put('plain', { _id: 'a', version: 1, lots: { x: 1, y: 2 }, list: [1, 2], gone: { z: 1 } })
        expect(await store.replaceIf('plain', { _id: 'a', version: 2, lots: { x: 3 }, list: [], gone: {} }, 1)).toBe(
          true,
        )
        expect(await store.get('plain', 'a')).toEqual({ _id: 'a', version: 2, lots: { x: 3 }, list: [], gone: {} })
      }))

    it('is not made when the version is another or there is no document', () =>
      handler(async (store) => {
        await store.put('plain', { _id: 'a', version: 2, n: 1 })
        expect(await store.replaceIf('plain', { _id: 'a', version: 2, n: 2 }, 1)).toBe(false)
        expect(await store.replaceIf('plain', { _id: 'b', version: 2, n: 2 }, 1)).toBe(false)
        expect(await everything()).toEqual([{ collection: 'plain', document: { _id: 'a', version: 2, n: 1 } }])
      }))

    it('removes a field that is undefined and leaves one that is not named', () =>
      handler(async (store) => {
        await store.put('plain', { _id: 'a', version: 1, dropped: 1, unnamed: 1, nothing: 1 })
        await store.replaceIf('plain', { _id: 'a', version: 2, dropped: undefined, nothing: null }, 1)
        expect(await store.get('plain', 'a')).toEqual({ _id: 'a', version: 2, unnamed: 1, nothing: null })
      }))

    it('is refused when it would not raise the version', () =>
      handler(async (store) => {
        await store.put('plain', { _id: 'a', version: 1, n: 1 })
        await expect(store.replaceIf('plain', { _id: 'a', version: 1, n: 2 }, 1)).rejects.toThrow(StoreMisuse)
        await expect(store.replaceIf('plain', { _id: 'a', n: 2 }, 1)).rejects.toThrow(StoreMisuse)
      }))
  })

  describe('a change', () => {
    it('with the id and a limit in its condition is made once and no further', () =>
      handler(async (store) => {
        await store.put('plain', { _id: 'stock', left: 2 })
        const take = () => store.change('plain', { _id: 'stock', left: { gte: 1 } }, { increase: { left: -1 } })
        expect([await take(), await take(), await take()]).toEqual([1, 1, 0])
        expect(await store.get('plain', 'stock')).toEqual({ _id: 'stock', left: 0 })
      }))

    it('sets, increases and takes out, also inside objects', () =>
      handler(async (store) => {
        await store.put('plain', { _id: 'a', n: 1, gone: 1, deep: { kept: 1, gone: 2, n: 5 } })
        const change = {
          set: { 'deep.fresh.x': [1], whole: { a: {} } },
          increase: { n: 2, 'deep.n': -1, born: 4 },
          unset: ['gone', 'deep.gone', 'absent'],
        }
        expect(await store.change('plain', { _id: 'a' }, change)).toBe(1)
        expect(await store.get('plain', 'a')).toEqual({
          _id: 'a',
          n: 3,
          born: 4,
          whole: { a: {} },
          deep: { kept: 1, n: 4, fresh: { x: [1] } },
        })
      }))

    it('appends to a list in the order in which changes come, and begins one', () =>
      handler(async (store) => {
        await store.put('plain', { _id: 'a', rows: [{ n: 0 }], deep: { kept: 1 } })
        const append = (n: number) =>
          store.change('plain', { _id: 'a' }, { append: { rows: [{ n }], 'deep.fresh': [n, [n]] } })
        expect([await append(1), await append(2)]).toEqual([1, 1])
        expect(await store.get('plain', 'a')).toEqual({
          _id: 'a',
          rows: [{ n: 0 }, { n: 1 }, { n: 2 }],
          deep: { kept: 1, fresh: [1, [1], 2, [2]] },
        })
        await expect(store.change('plain', { _id: 'a' }, { append: { 'deep.kept': [1] } })).rejects.toThrow()
        await expect(store.change('plain', { _id: 'a' }, { append: { rows: [NaN] } })).rejects.toThrow(StoreMisuse)
      }))

    it('sets an object whole instead of merging it', () =>
      handler(async (store) => {
        await store.put('plain', { _id: 'a', deep: { old: 1 } })
        await store.change('plain', { _id: 'a' }, { set: { deep: { fresh: 1 } } })
        expect(await store.get('plain', 'a')).toEqual({ _id: 'a', deep: { fresh: 1 } })
      }))

    it('changes every document that matches and says how many', () =>
      handler(async (store) => {
        await store.insert(
          'plain',
          ['a', 'b', 'c'].map((_id, n) => ({ _id, n })),
        )
        expect(await store.change('plain', { n: { gte: 1 } }, { increase: { n: 10 } })).toBe(2)
        expect(await store.change('plain', { n: 99 }, { increase: { n: 10 } })).toBe(0)
        expect((await everything()).map(({ document }) => (document as { n: number }).n)).toEqual([0, 11, 12])
      }))

    it('fails and changes nothing when it increases what is no number', () =>
      handler(async (store) => {
        await store.put('plain', { _id: 'a', text: '1', nothing: null })
        await expect(store.change('plain', { _id: 'a' }, { increase: { text: 1 } })).rejects.toThrow(Error)
        await expect(store.change('plain', { _id: 'a' }, { increase: { nothing: 1 } })).rejects.toThrow(Error)
        await expect(store.change('plain', { _id: 'a' }, { set: { 'nothing.x': 1 } })).rejects.toThrow(Error)
        expect(await store.get('plain', 'a')).toEqual({ _id: 'a', text: '1', nothing: null })
      }))

    it('of several ends at the first that cannot be changed; those before it are changed', () =>
      handler(async (store) => {
        await store.put('plain', { _id: 'b', nothing: null })
        for (const _id of ['a', 'c']) await store.put('plain', { _id, n: 1 })
        await expect(store.change('plain', { missing: null }, { set: { 'nothing.x': 1 } })).rejects.toThrow(Error)
        expect((await everything()).map(({ document }) => document)).toEqual([
          { _id: 'a', n: 1, nothing: { x: 1 } },
          { _id: 'b', nothing: null },
          { _id: 'c', n: 1 },
        ])
      }))

    it.each([
      ['no field', {}],
      ['the id', { set: { _id: 'b' } }],
      ['a field twice', { set: { n: 1 }, increase: { n: 1 } }],
      ['a field and its inside', { set: { deep: {} }, unset: ['deep.x'] }],
      ['a step that is no number', { increase: { n: NaN } }],
    ])('of %s is refused', (_, change) =>
      handler(async (store) => {
        await expect(store.change('plain', { _id: 'a' }, change)).rejects.toThrow(StoreMisuse)
      }),
    )
  })

  describe('a removal', () => {
    it('removes every document that matches and says how many', () =>
      handler(async (store) => {
        await store.insert(
          'plain',
          ['a', 'b', 'c'].map((_id, n) => ({ _id, n })),
        )
        expect(await store.remove('plain', { n: { lt: 2 } })).toBe(2)
        expect(await store.remove('plain', { _id: 'a' })).toBe(0)
        expect((await everything()).map(({ document }) => (document as { _id: string })._id)).toEqual(['c'])
      }))

    it('and a change are refused without any condition', () =>
      handler(async (store) => {
        await expect(store.remove('plain', {})).rejects.toThrow(StoreMisuse)
        await expect(store.change('plain', {}, { set: { n: 1 } })).rejects.toThrow(StoreMisuse)
      }))
  })
})
