import assert from 'node:assert/strict'
import { read, refused, updated } from '../help'
import type { Case, Untyped } from '../sdk'

/** A document before, a change, and the document after. */
const change = (name: string, before: object, by: (_: Untyped) => object, after: object): Case => ({
  name,
  async run(sdk) {
    assert.deepEqual(await updated(sdk, before, by(sdk._)), after)
  },
})

/** A change that the platform refuses; nothing of it is kept. */
const refusal = (name: string, before: object, by: (_: Untyped) => object): Case => ({
  name,
  async run(sdk) {
    const collection = sdk.db.collection(sdk.docs)
    await collection.doc('a').set({ data: before })
    await refused(() => collection.doc('a').update({ data: by(sdk._) }))
    assert.deepEqual(await read(sdk), { _id: 'a', ...before })
  },
})

export const updateFields: Case[] = [
  change('a plain value replaces the field', { n: 1, m: 1 }, () => ({ n: 2 }), { n: 2, m: 1 }),
  change('a new field is added', { n: 1 }, () => ({ m: 'x' }), { n: 1, m: 'x' }),
  change('null is stored', { n: 1 }, () => ({ n: null }), { n: null }),
  change('undefined is left out', { n: 1 }, () => ({ n: undefined, m: 2 }), { n: 1, m: 2 }),
  change('an object merges into the one there', { to: { city: 'A', zip: 1 } }, () => ({ to: { zip: 2 } }), {
    to: { city: 'A', zip: 2 },
  }),
  change('objects merge at every level', { a: { b: { c: 1, d: 1 } } }, () => ({ a: { b: { c: 2 }, e: 3 } }), {
    a: { b: { c: 2, d: 1 }, e: 3 },
  }),
  change('an object becomes new where none was', { n: 1 }, () => ({ to: { zip: 2 } }), { n: 1, to: { zip: 2 } }),
  // The SDK flattens the object into paths, and an empty object has none.
  change('an empty object is dropped', { to: { zip: 1 } }, () => ({ to: {}, n: 1 }), { to: { zip: 1 }, n: 1 }),
  change('set replaces the whole object', { to: { city: 'A', zip: 1 } }, (_) => ({ to: _.set({ zip: 2 }) }), {
    to: { zip: 2 },
  }),
  change('set of an empty object empties it', { to: { zip: 1 } }, (_) => ({ to: _.set({}) }), { to: {} }),
  change('a list replaces the whole list', { tags: ['a', 'b'] }, () => ({ tags: ['c'] }), { tags: ['c'] }),
  change('an empty list is stored', { tags: ['a'] }, () => ({ tags: [] }), { tags: [] }),
  change('a dotted path changes one field of an object', { to: { city: 'A', zip: 1 } }, () => ({ 'to.zip': 2 }), {
    to: { city: 'A', zip: 2 },
  }),
  change('a dotted path makes its way', { n: 1 }, () => ({ 'a.b.c': 2 }), { n: 1, a: { b: { c: 2 } } }),
  change('inc adds', { n: 1 }, (_) => ({ n: _.inc(5) }), { n: 6 }),
  change('inc subtracts', { n: 1 }, (_) => ({ n: _.inc(-5) }), { n: -4 }),
  change('inc adds fractions', { n: 1 }, (_) => ({ n: _.inc(0.5) }), { n: 1.5 }),
  change('inc begins at zero where nothing was', { m: 1 }, (_) => ({ n: _.inc(5) }), { m: 1, n: 5 }),
  change('inc by a dotted path', { a: { n: 1, m: 1 } }, (_) => ({ 'a.n': _.inc(1) }), { a: { n: 2, m: 1 } }),
  change('inc inside a nested object', { a: { n: 1, m: 1 } }, (_) => ({ a: { n: _.inc(1), m: 7 } }), {
    a: { n: 2, m: 7 },
  }),
  change('inc keeps large whole numbers exact', { n: 4_503_599_627_370_495 }, (_) => ({ n: _.inc(1) }), {
    n: 4_503_599_627_370_496,
  }),
  change('mul multiplies', { n: 3 }, (_) => ({ n: _.mul(4) }), { n: 12 }),
  change('mul gives zero where nothing was', { m: 1 }, (_) => ({ n: _.mul(4) }), { m: 1, n: 0 }),
  change('min takes the smaller', { n: 3, m: 3 }, (_) => ({ n: _.min(2), m: _.min(4) }), { n: 2, m: 3 }),
  change('max takes the greater', { n: 3, m: 3 }, (_) => ({ n: _.max(2), m: _.max(4) }), { n: 3, m: 4 }),
  change('min and max set where nothing was', { k: 1 }, (_) => ({ n: _.min(2), m: _.max(4) }), { k: 1, n: 2, m: 4 }),
  change('max compares dates', { at: new Date(5) }, (_) => ({ at: _.max(new Date(9)) }), { at: new Date(9) }),
  change('min compares strings', { s: 'b' }, (_) => ({ s: _.min('a') }), { s: 'a' }),
  change('remove takes a field away', { n: 1, m: 1 }, (_) => ({ n: _.remove() }), { m: 1 }),
  change('remove takes a nested field away', { a: { n: 1, m: 1 } }, (_) => ({ a: { n: _.remove() } }), { a: { m: 1 } }),
  change('remove of a missing field changes nothing', { m: 1 }, (_) => ({ n: _.remove(), m: 2 }), { m: 2 }),
  change('rename moves the value', { n: 1, m: 1 }, (_) => ({ n: _.rename('k') }), { m: 1, k: 1 }),
  change('rename moves over a value that was there', { n: 1, m: 2 }, (_) => ({ n: _.rename('m') }), { m: 1 }),
  change('rename moves nested values', { a: { n: 1 } }, (_) => ({ 'a.n': _.rename('a.k') }), { a: { k: 1 } }),
  change('rename of a missing field changes nothing', { m: 1 }, (_) => ({ n: _.rename('k'), m: 2 }), { m: 2 }),
  change('bit and', { n: 13 }, (_) => ({ n: _.bit({ and: 10 }) }), { n: 8 }),
  change('bit or', { n: 3 }, (_) => ({ n: _.bit({ or: 5 }) }), { n: 7 }),
  change('bit xor', { n: 1 }, (_) => ({ n: _.bit({ xor: 5 }) }), { n: 4 }),
  change(
    'several operators in one update',
    { n: 1, m: 2, k: 3, s: 'x' },
    (_) => ({ n: _.inc(1), m: _.mul(2), k: _.remove(), s: 'y' }),
    {
      n: 2,
      m: 4,
      s: 'y',
    },
  ),
  refusal('inc of a string is refused', { n: '1', m: 1 }, (_) => ({ n: _.inc(1), m: 2 })),
  refusal('inc of null is refused', { n: null }, (_) => ({ n: _.inc(1) })),
  refusal('mul of a string is refused', { n: '1' }, (_) => ({ n: _.mul(2) })),
  refusal('a path through null is refused', { a: null }, () => ({ 'a.b': 1 })),
  refusal('a path through a string is refused', { a: 'x' }, () => ({ a: { b: 1 } })),
  refusal('a path through a number is refused for inc', { a: 5 }, (_) => ({ 'a.b': _.inc(1) })),
  refusal('two operators on one path are refused', { a: { b: 1 } }, (_) => ({ a: _.set({ b: 2 }), 'a.b': _.inc(1) })),
]
