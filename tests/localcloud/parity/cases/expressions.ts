import { pipeline } from '../pipeline'
import type { Case } from '../sdk'

export const expressions: Case[] = [
  pipeline(
    'conditions in an expression',
    (p, { $ }) =>
      p
        .sort({ _id: 1 })
        .limit(2)
        .project({ size: $.cond({ if: $.gte(['$amount', 100]), then: 'large', else: 'small' }) }),
    [
      { _id: 'a', size: 'large' },
      { _id: 'b', size: 'small' },
    ],
  ),
  pipeline(
    'a value in place of a missing one',
    (p, { $ }) => p.match({ _id: 'd' }).project({ items: $.ifNull(['$items', 'none']) }),
    [{ _id: 'd', items: 'none' }],
  ),
  pipeline(
    'a switch',
    (p, { $ }) =>
      p
        .match({ _id: 'c' })
        .project({ size: $.switch({ branches: [{ case: $.gt(['$amount', 200]), then: 'large' }], default: 'small' }) }),
    [{ _id: 'c', size: 'large' }],
  ),
  pipeline(
    'lists in expressions',
    (p, { $ }) =>
      p.match({ _id: 'e' }).project({
        count: $.size('$items'),
        cups: $.filter({ input: '$items', as: 'item', cond: $.eq(['$$item', 'cup']) }),
        has: $.in(['tea', '$items']),
        kinds: $.size($.setUnion(['$items', []])),
      }),
    [{ _id: 'e', count: 3, cups: ['cup', 'cup'], has: true, kinds: 2 }],
  ),
  pipeline(
    'map and reduce',
    (p, { $ }) =>
      p.match({ _id: 'a' }).project({
        loud: $.map({ input: '$items', as: 'item', in: $.toUpper('$$item') }),
        all: $.reduce({ input: '$items', initialValue: '', in: $.concat(['$$value', '$$this']) }),
      }),
    [{ _id: 'a', loud: ['TEA', 'CUP'], all: 'teacup' }],
  ),
  pipeline(
    'arithmetic',
    (p, { $ }) =>
      p.match({ _id: 'a' }).project({
        _id: 0,
        less: $.subtract(['$amount', 1]),
        half: $.divide(['$amount', 8]),
        floor: $.floor($.divide(['$amount', 8])),
        rest: $.mod(['$amount', 30]),
      }),
    [{ less: 99, half: 12.5, floor: 12, rest: 10 }],
  ),
  pipeline(
    'text',
    (p, { $ }) =>
      p.match({ _id: 'a' }).project({
        _id: 0,
        cut: $.substr(['$member', 0, 2]),
        parts: $.split(['$store', 'r']),
        order: $.strcasecmp(['$member', 'ANN']),
      }),
    [{ cut: 'an', parts: ['no', 'th'], order: 0 }],
  ),
  pipeline(
    'parts of a date are those of UTC',
    (p, { $ }) =>
      p.match({ _id: 'b' }).project({
        _id: 0,
        year: $.year('$at'),
        month: $.month('$at'),
        day: $.dayOfMonth('$at'),
        hour: $.hour('$at'),
        weekday: $.dayOfWeek('$at'),
      }),
    [{ year: 2026, month: 1, day: 20, hour: 18, weekday: 3 }],
  ),
  pipeline(
    'a date as text, in the time zone asked for',
    (p, { $ }) =>
      p
        .match({ _id: 'b' })
        .project({ _id: 0, day: $.dateToString({ date: '$at', format: '%Y-%m-%d %H:%M', timezone: 'Asia/Shanghai' }) }),
    [{ day: '2026-01-21 02:30' }],
  ),
  pipeline(
    'a literal is no path',
    (p, { $ }) => p.match({ _id: 'a' }).project({ _id: 0, text: $.literal('$amount') }),
    [{ text: '$amount' }],
  ),
  pipeline(
    'objects merge',
    (p, { $ }) => p.match({ _id: 'a' }).project({ _id: 0, merged: $.mergeObjects([{ a: 1, b: 1 }, { b: '$amount' }]) }),
    [{ merged: { a: 1, b: 100 } }],
  ),
]
