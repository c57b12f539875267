import assert from 'node:assert/strict'
import { find, seed } from '../help'
import type { Case, Untyped } from '../sdk'

const people = [
  { _id: 'a', n: 1, city: 'Shanghai' },
  { _id: 'b', n: 2, city: 'Beijing' },
  { _id: 'c', n: 3, city: 'Shanghai' },
  { _id: 'd', n: 4, city: 'Chengdu' },
  { _id: 'e', city: 'Beijing' },
  { _id: 'f', n: 'text', city: 'Xi’an' },
]

const over = (name: string, condition: (_: Untyped) => object, expected: string): Case => ({
  name,
  async run(sdk) {
    await seed(sdk, people)
    assert.deepEqual(await find(sdk, condition(sdk._)), [...expected])
  },
})

// The documentation chains any number of comparisons (`_.gt(1).lt(4).neq(2)`); the SDK offers the first link only and
// then throws, so one link is what is promised here.
export const logic: Case[] = [
  over('and on one field', (_) => ({ n: _.and(_.gt(1), _.lt(4)) }), 'bc'),
  over('and takes a list', (_) => ({ n: _.and([_.gt(1), _.lt(4)]) }), 'bc'),
  over('and by chaining', (_) => ({ n: _.gt(1).and(_.lt(4)) }), 'bc'),
  over('a chained comparison means and', (_) => ({ n: _.gt(1).lt(4) }), 'bc'),
  over('or on one field', (_) => ({ n: _.or(_.lt(2), _.gt(3)) }), 'ad'),
  over('or with plain values', (_) => ({ n: _.or(_.eq(2), _.eq(4)) }), 'bd'),
  over('or by chaining', (_) => ({ n: _.lt(2).or(_.gt(3)) }), 'ad'),
  over('or over documents', (_) => _.or([{ n: 1 }, { city: 'Beijing' }]), 'abe'),
  over('and over documents', (_) => _.and([{ n: _.gt(1) }, { city: 'Shanghai' }]), 'c'),
  over('or inside and', (_) => _.and([{ city: 'Shanghai' }, _.or([{ n: 3 }, { n: 4 }])]), 'c'),
  over('and inside or', (_) => _.or([_.and([{ n: 1 }, { city: 'Shanghai' }]), { n: 4 }]), 'ad'),
  over('nor on one field finds missing and other types too', (_) => ({ n: _.nor([_.lt(2), _.gt(3)]) }), 'bcef'),
  over('nor over documents', (_) => _.nor([{ n: 1 }, { city: 'Beijing' }]), 'cdf'),
  over('not finds missing and other types too', (_) => ({ n: _.not(_.gt(2)) }), 'abef'),
  over('not of a list', (_) => ({ n: _.not(_.in([1, 2])) }), 'cdef'),
  over('not of a regular expression', (_) => ({ city: _.not(/^Sh/) }), 'bdef'),
  over(
    'conditions of two fields with a logic command in one',
    (_) => ({ city: 'Beijing', n: _.or(_.eq(1), _.eq(2)) }),
    'b',
  ),
  over('an expression compares fields', (_) => _.expr({ $eq: ['$city', 'Chengdu'] }), 'd'),
]
