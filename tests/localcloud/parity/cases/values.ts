import assert from 'node:assert/strict'
import { find, read, refused, seed, updated, without } from '../help'
import type { Case, CloudUnderTest } from '../sdk'

/** Stored by add, by set and inside a list, and read back the same. */
const kept = (name: string, value: unknown): Case => ({
  name,
  async run(sdk) {
    await seed(sdk, [{ _id: 'a', value, list: [value], in: { value } }])
    assert.deepEqual(without(await read(sdk)), { value, list: [value], in: { value } })
    await sdk.db.collection(sdk.docs).doc('b').set({ data: { value } })
    assert.deepEqual((await sdk.db.collection(sdk.docs).where({ _id: 'b' }).get()).data, [{ _id: 'b', value }])
    assert.deepEqual(await updated(sdk, { n: 1 }, { list: [value] }), { n: 1, list: [value] })
  },
})

/** A server date lies within two minutes of the environment's clock. */
const isAbout = (actual: unknown, expected: number) => {
  assert.ok(actual instanceof Date, `not a date: ${String(actual)}`)
  assert.ok(
    Math.abs(actual.getTime() - expected) < 120_000,
    `${actual.toISOString()} is not ${new Date(expected).toISOString()}`,
  )
}

const HOUR = 3_600_000

export const values: Case[] = [
  kept('text in any script', '常来 Changlai 🧧 "quoted" \\ \u0001 ümlaut'),
  kept('an empty string', ''),
  kept('whole numbers', 9_007_199_254_740_991),
  kept('negative numbers', -17),
  kept('fractions', 0.1),
  kept('large numbers', 1e300),
  kept('zero', 0),
  kept('true', true),
  kept('false', false),
  kept('null', null),
  kept('a date', new Date('2026-02-28T23:59:59.999Z')),
  kept('a date before 1970', new Date('1969-12-31T23:59:59.001Z')),
  kept('a text of half a million characters', '常来'.repeat(250_000)),
  kept('an empty list', []),
  kept('lists in lists', [[1, [2]], []]),
  kept('an object with odd field names', { '中文 键': 1, 'a-b': 2, constructor: 3, length: 4 }),
  {
    name: 'an empty object is kept by add and set',
    async run(sdk) {
      await seed(sdk, [{ _id: 'a', empty: {}, deep: { empty: {} } }])
      assert.deepEqual(await read(sdk), { _id: 'a', empty: {}, deep: { empty: {} } })
    },
  },
  {
    name: 'undefined is dropped, at the top and inside',
    async run(sdk) {
      await seed(sdk, [{ _id: 'a', n: undefined, in: { n: undefined, m: 1 } }])
      assert.deepEqual(await read(sdk), { _id: 'a', in: { m: 1 } })
    },
  },
  {
    // Observed both as null and as not-a-number, by the version that writes: in no case a number to count with.
    name: 'not-a-number never comes back as a number to count with',
    async run(sdk) {
      await seed(sdk, [{ _id: 'a', n: Number.NaN }])
      const { n } = await read(sdk)
      assert.ok(n === null || Number.isNaN(n), `read ${String(n)}`)
    },
  },
  {
    name: 'a Map comes back as an empty object',
    async run(sdk) {
      await seed(sdk, [{ _id: 'a', map: new Map([['k', 1]]) }])
      assert.deepEqual((await read(sdk)).map, {})
    },
  },
  {
    name: 'a BigInt is refused before anything is stored',
    async run(sdk) {
      await refused(() => sdk.db.collection(sdk.docs).add({ data: { _id: 'a', n: 5n } }))
      assert.equal((await sdk.db.collection(sdk.docs).count()).total, 0)
    },
  },
  {
    name: 'dates are found by range',
    async run(sdk) {
      const day = (n: number) => new Date(Date.UTC(2026, 0, n))
      await seed(
        sdk,
        [1, 2, 3, 4].map((n) => ({ _id: `d${n}`, at: day(n) })),
      )
      assert.deepEqual(await find(sdk, { at: sdk._.gte(day(2)).and(sdk._.lt(day(4))) }), ['d2', 'd3'])
      assert.deepEqual(await find(sdk, { at: day(3) }), ['d3'])
    },
  },
  {
    name: 'serverDate is the clock of the environment, in add, set and update',
    async run(sdk) {
      const { db } = sdk
      await seed(sdk, [{ _id: 'a', at: db.serverDate(), in: { at: db.serverDate() } }])
      await db
        .collection(sdk.docs)
        .doc('b')
        .set({ data: { at: db.serverDate() } })
      await db
        .collection(sdk.docs)
        .doc('a')
        .update({ data: { changedAt: db.serverDate(), in: { at: db.serverDate() } } })
      const { at, changedAt, in: inside } = await read(sdk)
      for (const date of [at, changedAt, inside.at, (await read(sdk, 'b')).at]) isAbout(date, sdk.now())
    },
  },
  {
    name: 'serverDate takes an offset in milliseconds',
    async run(sdk) {
      const { db } = sdk
      await seed(sdk, [
        {
          _id: 'a',
          later: db.serverDate({ offset: HOUR }),
          earlier: db.serverDate({ offset: -HOUR }),
          now: db.serverDate(),
        },
      ])
      const { later, earlier, now } = await read(sdk)
      assert.equal(later - now, HOUR)
      assert.equal(now - earlier, HOUR)
    },
  },
  {
    name: 'serverDate is pushed into a list as a date',
    async run(sdk) {
      await seed(sdk, [{ _id: 'a', log: [] }])
      await sdk.db
        .collection(sdk.docs)
        .doc('a')
        .update({ data: { log: sdk._.push([{ at: sdk.db.serverDate() }]) } })
      isAbout((await read(sdk)).log[0].at, sdk.now())
    },
  },
  {
    name: 'serverDate in a condition is the time of the query',
    async run(sdk) {
      await seed(sdk, [
        { _id: 'a', at: new Date(sdk.now() - HOUR) },
        { _id: 'b', at: new Date(sdk.now() + HOUR) },
      ])
      assert.deepEqual(await find(sdk, { at: sdk._.lt(sdk.db.serverDate()) }), ['a'])
      assert.deepEqual(await find(sdk, { at: sdk._.lt(sdk.db.serverDate({ offset: 2 * HOUR })) }), ['a', 'b'])
    },
  },
  {
    name: 'serverDate follows the clock when it is driven',
    needs: ['clock'],
    run: followsTheClock,
  },
]

async function followsTheClock(sdk: CloudUnderTest): Promise<void> {
  await seed(sdk, [{ _id: 'a', at: sdk.db.serverDate() }])
  await sdk.advance(24 * HOUR)
  await sdk.db
    .collection(sdk.docs)
    .doc('b')
    .set({ data: { at: sdk.db.serverDate() } })
  const passed = (await read(sdk, 'b')).at - (await read(sdk, 'a')).at
  assert.ok(passed >= 24 * HOUR && passed < 25 * HOUR, `${passed} ms passed`)
}
