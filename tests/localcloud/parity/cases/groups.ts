import assert from 'node:assert/strict'
import { seed } from '../help'
import { pipeline, sales } from '../pipeline'
import type { Case } from '../sdk'

export const groups: Case[] = [
  pipeline(
    'group with sum, avg, min and max',
    (p, { $ }) =>
      p
        .group({
          _id: '$store',
          total: $.sum('$amount'),
          mean: $.avg('$amount'),
          least: $.min('$amount'),
          most: $.max('$amount'),
          count: $.sum(1),
        })
        .sort({ _id: 1 }),
    [
      { _id: 'north', total: 175, mean: 175 / 3, least: 25, most: 100, count: 3 },
      { _id: 'south', total: 250, mean: 125, least: 0, most: 250, count: 2 },
    ],
  ),
  pipeline(
    'group with first, last and push in the order of the sort',
    (p, { $ }) =>
      p
        .sort({ amount: 1 })
        .group({ _id: '$store', first: $.first('$_id'), last: $.last('$_id'), all: $.push('$amount') })
        .sort({ _id: 1 }),
    [
      { _id: 'north', first: 'e', last: 'a', all: [25, 50, 100] },
      { _id: 'south', first: 'd', last: 'c', all: [0, 250] },
    ],
  ),
  pipeline('group of everything', (p, { $ }) => p.group({ _id: null, total: $.sum('$amount') }), [
    { _id: null, total: 425 },
  ]),
  pipeline(
    'group by several fields',
    (p, { $ }) =>
      p
        .match({ member: 'ann' })
        .group({ _id: { member: '$member', store: '$store' }, total: $.sum('$amount') })
        .sort({ total: 1 }),
    [
      { _id: { member: 'ann', store: 'north' }, total: 125 },
      { _id: { member: 'ann', store: 'south' }, total: 250 },
    ],
  ),
  pipeline(
    'group by a computed key',
    (p, { $ }) => p.group({ _id: $.gt(['$amount', 60]), count: $.sum(1) }).sort({ _id: 1 }),
    [
      { _id: false, count: 3 },
      { _id: true, count: 2 },
    ],
  ),
  pipeline('sum takes only numbers', (p, { $ }) => p.group({ _id: null, total: $.sum('$member') }), [
    { _id: null, total: 0 },
  ]),
  pipeline(
    'match after group',
    (p, { $, _ }) => p.group({ _id: '$member', total: $.sum('$amount') }).match({ total: _.gt(100) }),
    [{ _id: 'ann', total: 375 }],
  ),
  {
    name: 'group with addToSet collects different values',
    async run(sdk) {
      await seed(sdk, sales)
      const { list } = await sdk.db
        .collection(sdk.docs)
        .aggregate()
        .group({ _id: null, stores: sdk.$.addToSet('$store') })
        .end()
      assert.deepEqual(list[0].stores.toSorted(), ['north', 'south'])
    },
  },
]
