import assert from 'node:assert/strict'
import { find, read, seed } from '../help'
import type { Case, CloudUnderTest, Untyped } from '../sdk'

const values: [id: string, value: unknown][] = [
  ['a', 1],
  ['b', 5],
  ['c', 9.5],
  ['d', '5'],
  ['e', null],
  ['f', undefined],
  ['g', true],
  ['h', new Date(5)],
  ['i', [2, 7]],
  ['j', { x: 1 }],
  ['k', -3],
]

/** What is asked of one field, and the documents that it must find. */
const conditions: [name: string, condition: (_: Untyped) => unknown, expected: string][] = [
  ['a plain value finds equal values and arrays that hold it', () => 5, 'b'],
  ['a plain value finds arrays that hold it', () => 7, 'i'],
  ['a number and its text are different', () => '5', 'd'],
  ['true is not one', () => true, 'g'],
  ['null finds null and missing', () => null, 'ef'],
  ['eq null finds null and missing', (_) => _.eq(null), 'ef'],
  ['eq finds an equal object', (_) => _.eq({ x: 1 }), 'j'],
  ['eq finds an array equal as a whole', (_) => _.eq([2, 7]), 'i'],
  ['eq of an array is sensitive to its order', (_) => _.eq([7, 2]), ''],
  ['neq finds other values, other types and missing', (_) => _.neq(5), 'acdefghijk'],
  ['neq passes over an array that holds the value', (_) => _.neq(7), 'abcdefghjk'],
  ['neq null passes over null and missing', (_) => _.neq(null), 'abcdghijk'],
  ['gt compares numbers with numbers only, elements of arrays included', (_) => _.gt(1), 'bci'],
  ['gte takes the bound in', (_) => _.gte(5), 'bci'],
  ['lt leaves the bound out', (_) => _.lt(1), 'k'],
  ['lte takes the bound in', (_) => _.lte(1), 'ak'],
  ['gt of a string compares strings only', (_) => _.gt('0'), 'd'],
  ['lt of a date compares dates only', (_) => _.lt(new Date(6)), 'h'],
  ['gte of a date takes the same instant in', (_) => _.gte(new Date(5)), 'h'],
  ['a date is not its number', () => new Date(1), ''],
  ['in finds any of the values', (_) => _.in([1, '5', 7]), 'adi'],
  ['in with null finds missing too', (_) => _.in([null, 1]), 'aef'],
  ['in of nothing finds nothing', (_) => _.in([]), ''],
  ['nin finds what in does not, missing included', (_) => _.nin([1, 5, '5', null]), 'cghijk'],
  ['nin passes over an array that holds one of them', (_) => _.nin([2]), 'abcdefghjk'],
  ['exists true finds null too', (_) => _.exists(true), 'abcdeghijk'],
  ['exists false finds missing only', (_) => _.exists(false), 'f'],
  ['mod finds numbers with that remainder, and numbers only', (_) => _.mod(5, 0), 'b'],
  ['fractions and integers compare as numbers', (_) => _.gt(9).and(_.lt(10)), 'c'],
]

/** Every condition over the documents but those named, on a field of a collection. */
const over = (where: string, field: string, collection: (sdk: CloudUnderTest) => string, without: string): Case[] =>
  conditions.map(([name, condition, expected]) => ({
    name: `${name}${where}`,
    async run(sdk) {
      const documents = values.filter(([id]) => !without.includes(id)).map(([_id, value]) => ({ _id, [field]: value }))
      await seed(sdk, documents, collection(sdk))
      const found = await find(sdk, { [field]: condition(sdk._) }, collection(sdk))
      assert.deepEqual(
        found,
        [...expected].filter((id) => !without.includes(id)),
      )
    },
  }))

/** The same conditions where an index answers them. Null and missing are one value to a unique index, so one of them is left out. */
export const byIndex: Case[] = [
  ...over(', by an index', 'code', ({ uniques }) => uniques, 'ei'),
  ...over(', by an index that holds lists', 'code', ({ uniques }) => uniques, 'e'),
  {
    name: 'an index gives its order over all types, and pages of it',
    async run(sdk) {
      const documents = values.filter(([id]) => !'ei'.includes(id)).map(([_id, code]) => ({ _id, code }))
      await seed(sdk, documents, sdk.uniques)
      const query = sdk.db.collection(sdk.uniques)
      const order = async (list: Promise<Untyped>) => (await list).data.map(({ _id }: Untyped) => _id).join('')
      assert.equal(await order(query.orderBy('code', 'asc').get()), 'fkabcdjgh')
      assert.equal(await order(query.orderBy('code', 'desc').get()), 'hgjdcbakf')
      assert.equal(await order(query.orderBy('code', 'desc').skip(2).limit(3).get()), 'jdc')
      assert.equal(
        await order(
          query
            .where({ code: sdk._.gt(0) })
            .orderBy('code', 'desc')
            .limit(2)
            .get(),
        ),
        'cb',
      )
    },
  },
  {
    name: 'alternatives by an index and without one',
    async run(sdk) {
      await seed(
        sdk,
        [
          { _id: 'a', code: 1, n: 1 },
          { _id: 'b', code: 2, n: 2 },
          { _id: 'c', code: 3, n: 3 },
        ],
        sdk.uniques,
      )
      const found = (condition: object) => find(sdk, condition, sdk.uniques)
      assert.deepEqual(await found(sdk._.or([{ code: 1 }, { _id: 'c' }])), ['a', 'c'])
      assert.deepEqual(
        await found(
          sdk._.or([
            { code: 1, n: 2 },
            { code: 2, n: 2 },
          ]),
        ),
        ['b'],
      )
      assert.deepEqual(await found(sdk._.or([{ code: 1 }, { n: 3 }])), ['a', 'c'])
      assert.deepEqual(await found(sdk._.and([{ code: sdk._.gt(1) }, sdk._.or([{ code: 1 }, { code: 3 }])])), ['c'])
    },
  },
]

const numbered = values.map(([_id, n]) => ({ _id, n }))

export const comparison: Case[] = [
  ...over('', 'n', ({ docs }) => docs, ''),
  {
    name: 'a condition on an undefined value is left out',
    async run(sdk) {
      await seed(sdk, [
        { _id: 'a', n: 1, m: 1 },
        { _id: 'b', n: 2, m: 1 },
      ])
      assert.deepEqual(await find(sdk, { n: undefined, m: 1 }), ['a', 'b'])
    },
  },
  {
    name: 'a query by _id finds that document only',
    async run(sdk) {
      await seed(sdk, numbered)
      assert.deepEqual(await find(sdk, { _id: 'c' }), ['c'])
      assert.deepEqual(await find(sdk, { _id: sdk._.in(['k', 'a', 'none']) }), ['a', 'k'])
      assert.deepEqual(await find(sdk, { _id: sdk._.gt('h') }), ['i', 'j', 'k'])
    },
  },
  {
    name: 'a range of ids stays within its type',
    async run(sdk) {
      await seed(sdk, [{ _id: 7 }, { _id: 3 }, { _id: '5' }, { _id: 'x' }])
      assert.deepEqual(await find(sdk, { _id: sdk._.gt(5) }), [7])
      assert.deepEqual(await find(sdk, { _id: sdk._.lt('9') }), ['5'])
    },
  },
  {
    name: 'several conditions must all hold',
    async run(sdk) {
      await seed(sdk, [
        { _id: 'a', n: 1, m: 1 },
        { _id: 'b', n: 1, m: 2 },
      ])
      assert.deepEqual(await find(sdk, { n: 1, m: 2 }), ['b'])
    },
  },
  {
    name: 'a number is not the string of it as an id',
    async run(sdk) {
      await seed(sdk, [
        { _id: 7, kind: 'number' },
        { _id: '7', kind: 'string' },
      ])
      assert.equal((await read(sdk, 7)).kind, 'number')
      assert.equal((await read(sdk, '7')).kind, 'string')
    },
  },
]
