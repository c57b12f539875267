import assert from 'node:assert/strict'
import { read, refused, seed, updated } from '../help'
import type { Case, Untyped } from '../sdk'

const change = (
  name: string,
  before: unknown[] | undefined,
  by: (_: Untyped) => object,
  after: unknown[] | undefined,
): Case => ({
  name,
  async run(sdk) {
    const tags = (value: unknown[] | undefined) => (value === undefined ? {} : { tags: value })
    assert.deepEqual(await updated(sdk, { n: 1, ...tags(before) }, { tags: by(sdk._) }), { n: 1, ...tags(after) })
  },
})

export const updateArrays: Case[] = [
  change('push appends one', ['a'], (_) => _.push('b'), ['a', 'b']),
  change('push appends a list', ['a'], (_) => _.push(['b', 'c']), ['a', 'b', 'c']),
  change('push makes the list where none was', undefined, (_) => _.push(['a']), ['a']),
  change('push with each', ['a'], (_) => _.push({ each: ['b', 'c'] }), ['a', 'b', 'c']),
  change('push at a position', ['a', 'd'], (_) => _.push({ each: ['b', 'c'], position: 1 }), ['a', 'b', 'c', 'd']),
  change('push past the end appends', ['a'], (_) => _.push({ each: ['b'], position: 9 }), ['a', 'b']),
  change('a negative position counts from the end', ['a', 'b'], (_) => _.push({ each: ['x'], position: -1 }), [
    'a',
    'x',
    'b',
  ]),
  change('push sorts the whole list', [3, 1], (_) => _.push({ each: [2], sort: 1 }), [1, 2, 3]),
  change('push sorts descending', [3, 1], (_) => _.push({ each: [2], sort: -1 }), [3, 2, 1]),
  change('push of nothing sorts', [3, 1, 2], (_) => _.push({ each: [], sort: 1 }), [1, 2, 3]),
  change('push sorts objects by a field', [{ w: 3 }, { w: 1 }], (_) => _.push({ each: [{ w: 2 }], sort: { w: 1 } }), [
    { w: 1 },
    { w: 2 },
    { w: 3 },
  ]),
  change('a slice keeps the first', ['a', 'b'], (_) => _.push({ each: ['c'], slice: 2 }), ['a', 'b']),
  change('a negative slice keeps the last', ['a', 'b'], (_) => _.push({ each: ['c'], slice: -2 }), ['b', 'c']),
  change('a slice of zero empties', ['a', 'b'], (_) => _.push({ each: ['c'], slice: 0 }), []),
  change(
    'position, then sort, then slice',
    [5, 1],
    (_) => _.push({ each: [4, 2], position: 0, sort: 1, slice: 3 }),
    [1, 2, 4],
  ),
  change('push keeps an object as it is', [], (_) => _.push([{ a: { b: 1 } }]), [{ a: { b: 1 } }]),
  change('push keeps dates', [], (_) => _.push([new Date(7)]), [new Date(7)]),
  change('pop takes the last', ['a', 'b', 'c'], (_) => _.pop(), ['a', 'b']),
  change('pop of an empty list leaves it', [], (_) => _.pop(), []),
  change('shift takes the first', ['a', 'b', 'c'], (_) => _.shift(), ['b', 'c']),
  change('unshift puts in front', ['c'], (_) => _.unshift(['a', 'b']), ['a', 'b', 'c']),
  change('unshift of one', ['c'], (_) => _.unshift('b'), ['b', 'c']),
  change('pull takes every equal element', ['a', 'b', 'a'], (_) => _.pull('a'), ['b']),
  change('pull of a value that is not there', ['a'], (_) => _.pull('z'), ['a']),
  change('pull by a condition', [1, 5, 9], (_) => _.pull(_.gt(4)), [1]),
  change('pull by a list', ['a', 'b', 'c'], (_) => _.pull(_.in(['a', 'c'])), ['b']),
  change(
    'pull objects by conditions',
    [
      { area: 9, age: 1 },
      { area: 1, age: 1 },
      { area: 9, age: 5 },
    ],
    (_) => _.pull({ area: _.gt(5), age: _.lt(2) }),
    [
      { area: 1, age: 1 },
      { area: 9, age: 5 },
    ],
  ),
  change(
    'pull objects by part of them',
    [
      { sku: 'x', qty: 1 },
      { sku: 'y', qty: 2 },
    ],
    (_) => _.pull({ sku: 'x' }),
    [{ sku: 'y', qty: 2 }],
  ),
  change('pullAll takes each of the values', ['a', 'b', 'c', 'a'], (_) => _.pullAll(['a', 'c']), ['b']),
  change('addToSet adds what is not there', ['a'], (_) => _.addToSet('b'), ['a', 'b']),
  change('addToSet leaves what is there', ['a', 'b'], (_) => _.addToSet('a'), ['a', 'b']),
  change('addToSet compares objects by value', [{ k: 1 }], (_) => _.addToSet({ k: 1 }), [{ k: 1 }]),
  change('addToSet makes the list where none was', undefined, (_) => _.addToSet('a'), ['a']),
  // The documentation writes `{ each: […] }`; this SDK sends that as a plain value, so the operator's own form is promised.
  change('addToSet of several', ['a'], (_) => _.addToSet({ $each: ['a', 'b', 'c', 'b'] }), ['a', 'b', 'c']),
  {
    name: 'push into something that is no list is refused',
    async run(sdk) {
      await seed(sdk, [{ _id: 'a', tags: 'x' }])
      await refused(() =>
        sdk.db
          .collection(sdk.docs)
          .doc('a')
          .update({ data: { tags: sdk._.push(['y']) } }),
      )
      assert.deepEqual(await read(sdk), { _id: 'a', tags: 'x' })
    },
  },
  {
    name: 'a path names one element by its position',
    async run(sdk) {
      const before = { items: [{ qty: 1 }, { qty: 2 }] }
      assert.deepEqual(await updated(sdk, before, { 'items.1.qty': 5 }), { items: [{ qty: 1 }, { qty: 5 }] })
      assert.deepEqual(await updated(sdk, before, { 'items.0.qty': sdk._.inc(5) }), { items: [{ qty: 6 }, { qty: 2 }] })
      assert.deepEqual(await updated(sdk, before, { 'items.1': 'x' }), { items: [{ qty: 1 }, 'x'] })
    },
  },
  {
    name: 'a position past the end fills with null',
    async run(sdk) {
      assert.deepEqual(await updated(sdk, { tags: ['a'] }, { 'tags.2': 'c' }), { tags: ['a', null, 'c'] })
    },
  },
  {
    name: 'the sign $ names the element that the condition found',
    async run(sdk) {
      await seed(sdk, [
        {
          _id: 'a',
          items: [
            { sku: 'x', qty: 1 },
            { sku: 'y', qty: 1 },
            { sku: 'y', qty: 2 },
          ],
        },
      ])
      const collection = sdk.db.collection(sdk.docs)
      await collection.where({ _id: 'a', 'items.sku': 'y' }).update({ data: { 'items.$.qty': sdk._.inc(9) } })
      assert.deepEqual(
        (await read(sdk)).items.map((item: { qty: number }) => item.qty),
        [1, 10, 2],
      )
    },
  },
  {
    name: 'the sign $ names the element that elemMatch found',
    async run(sdk) {
      await seed(sdk, [
        {
          _id: 'a',
          items: [
            { sku: 'y', qty: 1 },
            { sku: 'y', qty: 5 },
          ],
        },
      ])
      const condition = { items: sdk._.elemMatch({ sku: 'y', qty: sdk._.gt(4) }) }
      await sdk.db
        .collection(sdk.docs)
        .where(condition)
        .update({ data: { 'items.$.sku': 'z' } })
      assert.deepEqual((await read(sdk)).items, [
        { sku: 'y', qty: 1 },
        { sku: 'z', qty: 5 },
      ])
    },
  },
  {
    name: 'the sign $ replaces a plain element',
    async run(sdk) {
      await seed(sdk, [{ _id: 'a', scores: [5, 7, 7] }])
      await sdk.db
        .collection(sdk.docs)
        .where({ scores: 7 })
        .update({ data: { 'scores.$': 8 } })
      assert.deepEqual((await read(sdk)).scores, [5, 8, 7])
    },
  },
  {
    name: 'the sign $[] names every element',
    async run(sdk) {
      await seed(sdk, [{ _id: 'a', items: [{ qty: 1 }, { qty: 2 }] }])
      await sdk.db
        .collection(sdk.docs)
        .doc('a')
        .update({ data: { 'items.$[].qty': sdk._.inc(1) } })
      assert.deepEqual((await read(sdk)).items, [{ qty: 2 }, { qty: 3 }])
    },
  },
]
