import {
  StoreBusy,
  StoreDuplicate,
  StoreMisuse,
  type Store,
  type Transaction,
} from '../../cloudfunctions/_runtime/store'
import { inEveryStore } from './support/places'
import { gate } from './support/gate'

type Account = { _id: string; version: number; points: number }

inEveryStore(({ handler, everything }) => {
  const accounts = (store: Store) =>
    store.insert('plain', [
      { _id: 'anna', version: 1, points: 10 },
      { _id: 'bert', version: 1, points: 0 },
    ])
  const move = async (transaction: Transaction, points: number) => {
    const [from, to] = [
      await transaction.get<Account>('plain', 'anna'),
      await transaction.get<Account>('plain', 'bert'),
    ]
    await transaction.put('plain', { ...from!, version: from!.version + 1, points: from!.points - points })
    await transaction.put('plain', { ...to!, version: to!.version + 1, points: to!.points + points })
  }
  const pointsOf = async (store: Store) => {
    const [anna, bert] = [await store.get<Account>('plain', 'anna'), await store.get<Account>('plain', 'bert')]
    return [anna!.points, bert!.points]
  }

  describe('a transaction', () => {
    it('changes several documents together and gives what its work gave', () =>
      handler(async (store) => {
        await accounts(store)
        const value = await store.transact(async (transaction) => {
          await move(transaction, 4)
          return 'moved'
        })
        expect(value).toBe('moved')
        expect(await pointsOf(store)).toEqual([6, 4])
      }))

    it('changes nothing when its work throws, and throws that very error on', () =>
      handler(async (store) => {
        await accounts(store)
        const refusal = new Error('points_short')
        const thrown = await store
          .transact(async (transaction) => {
            await move(transaction, 4)
            throw refusal
          })
          .catch((error: unknown) => error)
        expect(thrown).toBe(refusal)
        expect(await pointsOf(store)).toEqual([10, 0])
      }))

    it.each([
      ['an error with words like those of the network', new Error('socket hang up')],
      ['an error with words like those of a taken value', new Error('E11000')],
      ['a value that is no error', { refusal: 'points_short' }],
    ])('throws on what its work threw, and nothing else: %s', (_, thrown) =>
      handler(async (store) => {
        const work = store.transact(() => Promise.reject(thrown))
        expect(await work.catch((error: unknown) => error)).toBe(thrown)
      }),
    )

    it('sees its own writes, and null for a document that is not there', () =>
      handler(async (store) => {
        await accounts(store)
        await store.transact(async (transaction) => {
          expect(await transaction.get('plain', 'nobody')).toBeNull()
          await transaction.insert('plain', { _id: 'carl', points: 1 })
          await transaction.put('plain', { _id: 'anna', points: 11 })
          await transaction.remove('plain', 'bert')
          expect(await transaction.get('plain', 'carl')).toEqual({ _id: 'carl', points: 1 })
          expect(await transaction.get('plain', 'anna')).toEqual({ _id: 'anna', points: 11 })
          expect(await transaction.get('plain', 'bert')).toBeNull()
        })
        expect((await everything()).map(({ document }) => document)).toEqual([
          { _id: 'anna', points: 11 },
          { _id: 'carl', points: 1 },
        ])
      }))

    it('sees the moment it began at, whatever others commit meanwhile', async () => {
      await handler(accounts)
      const seen = await handler((store) =>
        store.transact(async (transaction) => {
          const before = await transaction.get<Account>('plain', 'anna')
          await handler((other) =>
            other.change('plain', { _id: { in: ['anna', 'bert'] } }, { increase: { points: 5 } }),
          )
          const after = await transaction.get<Account>('plain', 'bert')
          return [before!.points, after!.points]
        }),
      )
      expect(seen).toEqual([10, 0])
    })

    it('is seen by nobody before it is committed', async () => {
      await handler(accounts)
      await handler((store) =>
        store.transact(async (transaction) => {
          await move(transaction, 4)
          expect(await handler(pointsOf)).toEqual([10, 0])
        }),
      )
      expect(await handler(pointsOf)).toEqual([6, 4])
    })

    it('throws StoreDuplicate and changes nothing when an id is taken', () =>
      handler(async (store) => {
        await accounts(store)
        const work = store.transact(async (transaction) => {
          await transaction.put('plain', { _id: 'carl', points: 1 })
          await transaction.insert('plain', { _id: 'anna', points: 99 })
        })
        await expect(work).rejects.toThrow(StoreDuplicate)
        expect(await store.get('plain', 'carl')).toBeNull()
        expect(await pointsOf(store)).toEqual([10, 0])
      }))

    it('throws StoreDuplicate when a unique value is taken', () =>
      handler(async (store) => {
        await store.insert('things', [{ _id: 'a', code: 'X' }])
        const work = store.transact((transaction) => transaction.insert('things', { _id: 'b', code: 'X' }))
        await expect(work).rejects.toThrow(StoreDuplicate)
        expect(await store.get('things', 'b')).toBeNull()
      }))

    it('fails as a whole when an operation failed, even if its work caught that', () =>
      handler(async (store) => {
        await accounts(store)
        const work = store.transact(async (transaction) => {
          await transaction.put('plain', { _id: 'carl', points: 1 })
          await transaction.insert('plain', { _id: 'anna', points: 99 }).catch(() => undefined)
          return 'done'
        })
        await expect(work).rejects.toThrow(StoreDuplicate)
        expect(await store.get('plain', 'carl')).toBeNull()
      }))

    it('refuses what a document cannot keep', () =>
      handler(async (store) => {
        const work = store.transact((transaction) => transaction.put('plain', { _id: 'a', value: NaN }))
        await expect(work).rejects.toThrow(StoreMisuse)
        expect(await everything()).toEqual([])
      }))

    it('is tried again after another was first, and then sees what that one wrote', async () => {
      await handler(accounts)
      let tries = 0
      await handler((store) =>
        store.transact(async (transaction) => {
          tries += 1
          const anna = await transaction.get<Account>('plain', 'anna')
          if (tries === 1) await handler((other) => other.change('plain', { _id: 'anna' }, { increase: { points: 5 } }))
          await transaction.put('plain', { ...anna!, points: anna!.points * 2 })
        }),
      )
      expect(tries).toBe(2)
      expect(await handler(pointsOf)).toEqual([30, 0])
    })

    it('throws StoreBusy after six tries and changes nothing', async () => {
      await handler(accounts)
      const [held, release] = [gate(), gate()]
      const first = handler((store) =>
        store.transact(async (transaction) => {
          await transaction.put('plain', { _id: 'anna', version: 2, points: 1 })
          held.open()
          await release.passed
        }),
      )
      await held.passed
      let tries = 0
      const second = handler((store) =>
        store.transact(async (transaction) => {
          tries += 1
          await transaction.put('plain', { _id: 'bert', version: 2, points: 99 })
          await transaction.put('plain', { _id: 'anna', version: 2, points: 99 })
        }),
      )
      await expect(second).rejects.toThrow(StoreBusy)
      release.open()
      await first
      expect(tries).toBe(6)
      expect(await handler(pointsOf)).toEqual([1, 0])
    })

    it('makes an ordinary write on its documents wait, which then finds the version raised', async () => {
      await handler(accounts)
      const [held, release] = [gate(), gate()]
      const first = handler((store) =>
        store.transact(async (transaction) => {
          await transaction.put('plain', { _id: 'anna', version: 2, points: 1 })
          held.open()
          await release.passed
        }),
      )
      await held.passed
      const second = handler((store) => store.replaceIf('plain', { _id: 'anna', version: 2, points: 99 }, 1))
      release.open()
      await first
      expect(await second).toBe(false)
      expect(await handler(pointsOf)).toEqual([1, 0])
    })
  })

  describe('transactions side by side', () => {
    it('lose no update', async () => {
      await handler(accounts)
      const again = async (): Promise<void> =>
        handler((store) => store.transact((transaction) => move(transaction, 1))).catch((error: unknown) => {
          if (!(error instanceof StoreBusy)) throw error
          return again()
        })
      await Promise.all(Array.from({ length: 8 }, again))
      expect(await handler(pointsOf)).toEqual([2, 8])
    })

    it('cannot both decide by what the other changes, since each raises the version of what it read', async () => {
      await handler((store) =>
        store.insert('plain', [
          { _id: 'doctor-1', version: 1, onDuty: true },
          { _id: 'doctor-2', version: 1, onDuty: true },
        ]),
      )
      type Doctor = { _id: string; version: number; onDuty: boolean }
      const bothRead = [gate(), gate()]
      const leave = (own: number) => async (store: Store) =>
        store.transact(async (transaction) => {
          const doctors = [
            await transaction.get<Doctor>('plain', 'doctor-1'),
            await transaction.get<Doctor>('plain', 'doctor-2'),
          ] as Doctor[]
          bothRead[own]!.open()
          await bothRead[1 - own]!.passed
          if (!doctors.every(({ onDuty }) => onDuty)) return 'stays'
          for (const [at, doctor] of doctors.entries()) {
            await transaction.put('plain', {
              ...doctor,
              version: doctor.version + 1,
              onDuty: at === own ? false : doctor.onDuty,
            })
          }
          return 'leaves'
        })
      const outcomes = await Promise.all([handler(leave(0)), handler(leave(1))])
      expect(outcomes.sort()).toEqual(['leaves', 'stays'])
      const left = (await everything()).map(({ document }) => (document as Doctor).onDuty)
      expect(left.filter(Boolean)).toHaveLength(1)
    })

    it('hand a unique value on from one document to another', () =>
      handler(async (store) => {
        await store.insert('things', [{ _id: 'old', code: 'X' }])
        await store.transact(async (transaction) => {
          await transaction.remove('things', 'old')
          await transaction.insert('things', { _id: 'new', code: 'X' })
        })
        expect(await store.insert('things', [{ _id: 'third', code: 'X' }])).toBe('duplicate')
        expect((await everything()).map(({ document }) => document)).toEqual([{ _id: 'new', code: 'X' }])
      }))

    it('that insert the same id make one document', async () => {
      const outcomes = await Promise.allSettled(
        Array.from({ length: 6 }, (_, n) =>
          handler((store) => store.transact((transaction) => transaction.insert('plain', { _id: 'one', n }))),
        ),
      )
      expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
      expect(await everything()).toHaveLength(1)
    })
  })
})
