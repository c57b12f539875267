import assert from 'node:assert/strict'
import { seed } from '../help'
import { pipeline, sales } from '../pipeline'
import type { Case, Untyped } from '../sdk'

const stages: Case[] = [
  pipeline(
    'match finds as a query does',
    (p, { _ }) => p.match({ amount: _.gt(60), store: 'north' }).project({ amount: 1 }),
    [{ _id: 'a', amount: 100 }],
  ),
  pipeline(
    'match by logic and by elements',
    (p, { _ }) =>
      p
        .match(_.or([{ items: 'cup' }, { amount: 0 }]))
        .sort({ _id: 1 })
        .project({ _id: 1 }),
    [{ _id: 'a' }, { _id: 'd' }, { _id: 'e' }],
  ),
  pipeline(
    'match by a date',
    (p, { _ }) =>
      p
        .match({ at: _.gte(new Date('2026-02-01T00:00:00Z')) })
        .sort({ at: -1 })
        .project({ _id: 1 }),
    [{ _id: 'd' }, { _id: 'c' }],
  ),
  pipeline('dates come out as dates', (p) => p.match({ _id: 'a' }).project({ at: 1 }), [
    { _id: 'a', at: new Date('2026-01-05T02:00:00Z') },
  ]),
  pipeline('match by a regular expression', (p) => p.match({ member: /^a/ }).sort({ _id: 1 }).project({ _id: 1 }), [
    { _id: 'a' },
    { _id: 'c' },
    { _id: 'e' },
  ]),
  pipeline('sort, skip and limit', (p) => p.sort({ amount: -1 }).skip(1).limit(2).project({ _id: 1 }), [
    { _id: 'a' },
    { _id: 'b' },
  ]),
  pipeline('sort by several fields', (p) => p.sort({ store: -1, amount: 1 }).project({ _id: 1 }), [
    { _id: 'd' },
    { _id: 'c' },
    { _id: 'e' },
    { _id: 'b' },
    { _id: 'a' },
  ]),
  pipeline(
    'project keeps, leaves out and computes',
    (p, { $ }) =>
      p
        .match({ _id: 'a' })
        .project({ _id: 0, member: 1, double: $.multiply(['$amount', 2]), first: $.arrayElemAt(['$items', 0]) }),
    [{ member: 'ann', double: 200, first: 'tea' }],
  ),
  pipeline('project leaves out', (p) => p.match({ _id: 'a' }).project({ items: 0, at: 0, store: 0 }), [
    { _id: 'a', member: 'ann', amount: 100 },
  ]),
  pipeline(
    'addFields adds and replaces',
    (p, { $ }) =>
      p
        .match({ _id: 'b' })
        .addFields({ amount: $.add(['$amount', 1]), label: $.concat(['$store', '/', '$member']) })
        .project({ items: 0, at: 0 }),
    [{ _id: 'b', member: 'bob', store: 'north', amount: 51, label: 'north/bob' }],
  ),
  pipeline(
    'addFields of a nested field',
    (p) => p.match({ _id: 'd' }).addFields({ 'where.store': '$store' }).project({ where: 1 }),
    [{ _id: 'd', where: { store: 'south' } }],
  ),
  pipeline(
    'unwind makes one document of each element and drops empty lists',
    (p) => p.unwind('$items').sort({ _id: 1, items: 1 }).project({ items: 1 }),
    [
      { _id: 'a', items: 'cup' },
      { _id: 'a', items: 'tea' },
      { _id: 'b', items: 'tea' },
      { _id: 'e', items: 'cup' },
      { _id: 'e', items: 'cup' },
      { _id: 'e', items: 'tea' },
    ],
  ),
  pipeline(
    'unwind keeps empty lists when told, and counts positions',
    (p, { _ }) =>
      p
        .match({ _id: _.in(['b', 'c', 'd']) })
        .unwind({ path: '$items', preserveNullAndEmptyArrays: true, includeArrayIndex: 'place' })
        .sort({ _id: 1 })
        .project({ items: 1, place: 1 }),
    [
      { _id: 'b', items: 'tea', place: 0 },
      { _id: 'c', place: null },
      { _id: 'd', place: null },
    ],
  ),
  pipeline('count', (p) => p.match({ store: 'north' }).count('sales'), [{ sales: 3 }]),
  pipeline('count of nothing gives no document', (p) => p.match({ store: 'none' }).count('sales'), []),
  pipeline('sortByCount', (p) => p.sortByCount('$member').limit(1), [{ _id: 'ann', count: 3 }]),
  pipeline(
    'replaceRoot with an object of the document',
    (p, { $ }) =>
      p.match({ _id: 'a' }).replaceRoot({ newRoot: { who: '$member', double: $.multiply(['$amount', 2]) } }),
    [{ who: 'ann', double: 200 }],
  ),
  pipeline(
    'bucket with an output and a default',
    (p, { $ }) =>
      p
        .sort({ _id: 1 })
        .bucket({ groupBy: '$amount', boundaries: [0, 50, 200], default: 'more', output: { ids: $.push('$_id') } })
        .match({ _id: 'more' }),
    [{ _id: 'more', ids: ['c'] }],
  ),
]

export const aggregation: Case[] = [
  ...stages,
  {
    name: 'buckets come in the order of their bounds',
    async run(sdk) {
      await seed(sdk, sales)
      const output = { count: sdk.$.sum(1) }
      const { list } = await sdk.db
        .collection(sdk.docs)
        .aggregate()
        .bucket({ groupBy: '$amount', boundaries: [0, 50, 300], output })
        .end()
      assert.deepEqual(list, [
        { _id: 0, count: 2 },
        { _id: 50, count: 3 },
      ])
    },
  },
  {
    name: 'bucketAuto makes that many buckets and loses nothing',
    async run(sdk) {
      await seed(sdk, sales)
      const { list } = await sdk.db
        .collection(sdk.docs)
        .aggregate()
        .bucketAuto({ groupBy: '$amount', buckets: 2 })
        .end()
      assert.equal(list.length, 2)
      assert.equal(list[0].count + list[1].count, 5)
      assert.equal(list[0]._id.min, 0)
    },
  },
  {
    name: 'sample gives that many different documents',
    async run(sdk) {
      await seed(sdk, sales)
      const { list } = await sdk.db.collection(sdk.docs).aggregate().sample({ size: 3 }).end()
      assert.equal(new Set(list.map((document: Untyped) => document._id)).size, 3)
    },
  },
  {
    name: 'geoNear gives the distance in metres, nearest first',
    async run(sdk) {
      const { Geo } = sdk.db
      await seed(
        sdk,
        [
          { _id: 'far', at: Geo.Point(121.49, 31.236) },
          { _id: 'near', at: Geo.Point(121.476, 31.231) },
        ],
        sdk.places,
      )
      const near = Geo.Point(121.475, 31.231)
      const { list } = await sdk.db
        .collection(sdk.places)
        .aggregate()
        .geoNear({ near, distanceField: 'metres', spherical: true })
        .end()
      assert.deepEqual(
        list.map((document: Untyped) => document._id),
        ['near', 'far'],
      )
      assert.ok(list[0].metres > 90 && list[0].metres < 100, `${list[0].metres} m`)
    },
  },
  {
    name: 'an aggregation of an empty collection is an empty list',
    async run(sdk) {
      assert.deepEqual((await sdk.db.collection(sdk.docs).aggregate().match({ n: 1 }).end()).list, [])
    },
  },
]
