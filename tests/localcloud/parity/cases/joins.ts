import assert from 'node:assert/strict'
import { seed } from '../help'
import { members, pipeline, sales } from '../pipeline'
import type { Case, Untyped } from '../sdk'

export const joins: Case[] = [
  pipeline(
    'lookup by a field',
    (p, { others }) =>
      p
        .lookup({ from: others, localField: 'member', foreignField: '_id', as: 'who' })
        .sort({ _id: 1 })
        .project({ who: 1 })
        .limit(2),
    [
      { _id: 'a', who: [{ _id: 'ann', tier: 'gold', since: 2020 }] },
      { _id: 'b', who: [{ _id: 'bob', tier: 'silver', since: 2024 }] },
    ],
  ),
  pipeline(
    'lookup that finds nothing gives an empty list',
    (p, { others }) =>
      p
        .match({ _id: 'd' })
        .lookup({ from: others, localField: 'member', foreignField: '_id', as: 'who' })
        .project({ who: 1 }),
    [{ _id: 'd', who: [] }],
  ),
  pipeline(
    'lookup by a pipeline with variables',
    (p, { $, others }) =>
      p
        .match({ _id: 'a' })
        .lookup({
          from: others,
          let: { member: '$member' },
          pipeline: $.pipeline().match(whoseIdIs($, 'member')).project({ _id: 0, tier: 1 }).done(),
          as: 'who',
        })
        .project({ who: 1 }),
    [{ _id: 'a', who: [{ tier: 'gold' }] }],
  ),
  pipeline(
    'two lookups by pipelines without variables, each with conditions, order and bound of its own',
    (p, { $, docs, others, db }) =>
      p
        .match({ _id: 'a' })
        .limit(1)
        .lookup({
          from: docs,
          pipeline: $.pipeline()
            .match({ amount: db.command.and([db.command.gt(0), db.command.lte(100)]) })
            .sort({ amount: 1 })
            .limit(2)
            .project({ _id: 1, amount: 1 })
            .done(),
          as: 'small',
        })
        .lookup({ from: others, pipeline: $.pipeline().match({ tier: 'none' }).limit(1).done(), as: 'none' })
        .project({ small: 1, none: 1 }),
    [
      {
        _id: 'a',
        small: [
          { _id: 'e', amount: 25 },
          { _id: 'b', amount: 50 },
        ],
        none: [],
      },
    ],
  ),
  {
    name: 'lookup the other way round finds many',
    async run(sdk) {
      await seed(sdk, sales)
      await seed(sdk, members, sdk.others)
      const { list } = await sdk.db
        .collection(sdk.others)
        .aggregate()
        .lookup({ from: sdk.docs, localField: '_id', foreignField: 'member', as: 'sales' })
        .sort({ _id: 1 })
        .project({ count: sdk.$.size('$sales') })
        .end()
      assert.deepEqual(list, [
        { _id: 'ann', count: 3 },
        { _id: 'bob', count: 1 },
        { _id: 'dan', count: 0 },
      ])
    },
  },
]

const whoseIdIs = ($: Untyped, variable: string) => ({ $expr: $.eq(['$_id', `$$${variable}`]) })
