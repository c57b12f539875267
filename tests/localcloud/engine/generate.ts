import fc from 'fast-check'
import type { Value } from '../../../localcloud/engine/ejson'

/** Strings with what breaks naive orders: digits, control characters, letters beyond the basic plane. */
const texts = fc.oneof(
  fc.string({ maxLength: 4 }),
  fc.constantFrom('', '10', '9', '\u0000', '\u0000a', '\u0001', '会员', '\uffee', '😀'),
)
const numbers = fc.oneof(
  fc.integer(),
  fc.constantFrom(0, 1, -1, 2 ** 31, 2 ** 53, 0.1, -0.1, 1e300, Infinity, NaN),
  fc.double({ noNaN: true, min: -1e300 }),
)
const dates = fc.integer({ min: -1e12, max: 4e12 }).map((at) => new Date(at))

/** Values that are neither lists nor objects. */
export const scalars: fc.Arbitrary<Value> = fc.oneof(
  fc.constant(null),
  numbers.map((n) => n + 0),
  texts,
  fc.boolean(),
  dates,
)

/** Any value a document may hold. */
export const values: fc.Arbitrary<Value> = fc.letrec<{ value: Value }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    scalars,
    fc.array(tie('value'), { maxLength: 3 }),
    fc.dictionary(fc.constantFrom('a', 'b', 'ab', 'n'), tie('value'), { maxKeys: 3, noNullPrototype: true }),
  ),
})).value
