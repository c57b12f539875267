import assert from 'node:assert/strict'
import { find, read, seed } from '../help'
import type { Case } from '../sdk'

const mixed = [
  { _id: 'a', n: 1 },
  { _id: 'b', n: 5 },
  { _id: 'c', n: 9.5 },
  { _id: 'd', n: '5' },
  { _id: 'e', n: null },
  { _id: 'f' },
  { _id: 'g', n: true },
  { _id: 'h', n: new Date(5) },
  { _id: 'i', n: [2, 7] },
  { _id: 'j', n: { x: 1 } },
  { _id: 'k', n: -3 },
]

/** A condition over the mixed documents and the ids it must find. */
const over = (name: string, condition: (_: Parameters<Case['run']>[0]['_']) => object, expected: string): Case => ({
  name,
  async run(sdk) {
    await seed(sdk, mixed)
    assert.deepEqual(await find(sdk, condition(sdk._)), [...expected])
  },
})

export const comparison: Case[] = [
  over('a plain value finds equal values and arrays that hold it', () => ({ n: 5 }), 'b'),
  over('a plain value finds arrays that hold it', () => ({ n: 7 }), 'i'),
  over('a number and its text are different', () => ({ n: '5' }), 'd'),
  over('true is not one', () => ({ n: true }), 'g'),
  over('null finds null and missing', () => ({ n: null }), 'ef'),
  over('eq null finds null and missing', (_) => ({ n: _.eq(null) }), 'ef'),
  over('eq finds an equal object', (_) => ({ n: _.eq({ x: 1 }) }), 'j'),
  over('eq finds an array equal as a whole', (_) => ({ n: _.eq([2, 7]) }), 'i'),
  over('eq of an array is sensitive to its order', (_) => ({ n: _.eq([7, 2]) }), ''),
  over('neq finds other values, other types and missing', (_) => ({ n: _.neq(5) }), 'acdefghijk'),
  over('neq passes over an array that holds the value', (_) => ({ n: _.neq(7) }), 'abcdefghjk'),
  over('neq null passes over null and missing', (_) => ({ n: _.neq(null) }), 'abcdghijk'),
  over('gt compares numbers with numbers only, elements of arrays included', (_) => ({ n: _.gt(1) }), 'bci'),
  over('gte takes the bound in', (_) => ({ n: _.gte(5) }), 'bci'),
  over('lt leaves the bound out', (_) => ({ n: _.lt(1) }), 'k'),
  over('lte takes the bound in', (_) => ({ n: _.lte(1) }), 'ak'),
  over('gt of a string compares strings only', (_) => ({ n: _.gt('0') }), 'd'),
  over('lt of a date compares dates only', (_) => ({ n: _.lt(new Date(6)) }), 'h'),
  over('gte of a date takes the same instant in', (_) => ({ n: _.gte(new Date(5)) }), 'h'),
  over('a date is not its number', () => ({ n: new Date(1) }), ''),
  over('in finds any of the values', (_) => ({ n: _.in([1, '5', 7]) }), 'adi'),
  over('in with null finds missing too', (_) => ({ n: _.in([null, 1]) }), 'aef'),
  over('in of nothing finds nothing', (_) => ({ n: _.in([]) }), ''),
  over('nin finds what in does not, missing included', (_) => ({ n: _.nin([1, 5, '5', null]) }), 'cghijk'),
  over('nin passes over an array that holds one of them', (_) => ({ n: _.nin([2]) }), 'abcdefghjk'),
  over('exists true finds null too', (_) => ({ n: _.exists(true) }), 'abcdeghijk'),
  over('exists false finds missing only', (_) => ({ n: _.exists(false) }), 'f'),
  over('mod finds numbers with that remainder, and numbers only', (_) => ({ n: _.mod(5, 0) }), 'b'),
  over('fractions and integers compare as numbers', (_) => ({ n: _.gt(9).and(_.lt(10)) }), 'c'),
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
      await seed(sdk, mixed)
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
