import { inEveryStore } from './support/places'

const callers = Array.from({ length: 64 }, (_, n) => n)

inEveryStore(({ handler, everything }) => {
  describe('sixty-four at once', () => {
    it('replace one version: exactly one succeeds, and its document stands', async () => {
      await handler((store) => store.put('plain', { _id: 'account', version: 7, by: -1 }))
      const outcomes = await Promise.all(
        callers.map((by) => handler((store) => store.replaceIf('plain', { _id: 'account', version: 8, by }, 7))),
      )
      expect(outcomes.filter(Boolean)).toHaveLength(1)
      expect(await handler((store) => store.get('plain', 'account'))).toEqual({
        _id: 'account',
        version: 8,
        by: outcomes.indexOf(true),
      })
    })

    it('insert one id: exactly one succeeds, and its document stands', async () => {
      const outcomes = await Promise.all(
        callers.map((by) => handler((store) => store.insert('plain', [{ _id: 'one', by }]))),
      )
      expect(outcomes.filter((outcome) => outcome === 'inserted')).toHaveLength(1)
      expect(await handler((store) => store.get('plain', 'one'))).toEqual({
        _id: 'one',
        by: outcomes.indexOf('inserted'),
      })
    })

    it('take one unique value: exactly one succeeds', async () => {
      const outcomes = await Promise.all(
        callers.map((by) => handler((store) => store.insert('things', [{ _id: `thing-${by}`, code: 'X' }]))),
      )
      expect(outcomes.filter((outcome) => outcome === 'inserted')).toHaveLength(1)
      expect(await everything()).toHaveLength(1)
    })

    it('take from a stock of ten: exactly ten succeed and none is left', async () => {
      await handler((store) => store.put('plain', { _id: 'stock', left: 10 }))
      const taken = await Promise.all(
        callers.map(() =>
          handler((store) => store.change('plain', { _id: 'stock', left: { gte: 1 } }, { increase: { left: -1 } })),
        ),
      )
      expect(taken.filter((count) => count === 1)).toHaveLength(10)
      expect(await handler((store) => store.get('plain', 'stock'))).toEqual({ _id: 'stock', left: 0 })
    })

    it('read, add one and write back on condition, again until done: no update is lost', async () => {
      await handler((store) => store.put('plain', { _id: 'account', version: 1, points: 0 }))
      const addOne = () =>
        handler(async (store) => {
          for (;;) {
            const read = await store.get<{ _id: string; version: number; points: number }>('plain', 'account')
            const next = { ...read!, version: read!.version + 1, points: read!.points + 1 }
            if (await store.replaceIf('plain', next, read!.version)) return
          }
        })
      await Promise.all(callers.slice(0, 16).map(addOne))
      expect(await handler((store) => store.get('plain', 'account'))).toEqual({
        _id: 'account',
        version: 17,
        points: 16,
      })
    })
  })
})
