import assert from 'node:assert/strict'
import { seed } from '../help'
import type { Case, Untyped } from '../sdk'

const whole = {
  _id: 'a',
  name: 'Ann',
  to: { city: 'Shanghai', zip: 1 },
  tags: ['x', 'y', 'z'],
  items: [
    { sku: 's', qty: 1 },
    { sku: 's', qty: 2 },
  ],
}

const field = (name: string, projection: (_: Untyped) => object, expected: object): Case => ({
  name,
  async run(sdk) {
    await seed(sdk, [whole])
    const collection = sdk.db.collection(sdk.docs)
    const byQuery = (await collection.field(projection(sdk._)).where({ name: 'Ann' }).get()).data
    assert.deepEqual(byQuery, [expected])
    assert.deepEqual((await collection.doc('a').field(projection(sdk._)).get()).data, expected)
  },
})

export const projection: Case[] = [
  field('named fields only, with the id', () => ({ name: true }), { _id: 'a', name: 'Ann' }),
  field('named fields without the id', () => ({ _id: false, name: true }), { name: 'Ann' }),
  field('all but the named ones', () => ({ to: false, tags: false, items: false }), { _id: 'a', name: 'Ann' }),
  field('one and zero mean true and false', () => ({ name: 1, _id: 0 }), { name: 'Ann' }),
  field('a dotted path keeps the way to it', () => ({ 'to.city': true }), { _id: 'a', to: { city: 'Shanghai' } }),
  field('a dotted path into elements', () => ({ 'items.sku': true }), {
    _id: 'a',
    items: [{ sku: 's' }, { sku: 's' }],
  }),
  field('a dotted path left out', () => ({ 'to.zip': false, tags: false, items: false }), {
    _id: 'a',
    name: 'Ann',
    to: { city: 'Shanghai' },
  }),
  field('a field that no document has', () => ({ none: true }), { _id: 'a' }),
  field('the first elements of an array', (_) => ({ name: true, tags: _.project.slice(2) }), {
    _id: 'a',
    name: 'Ann',
    tags: ['x', 'y'],
  }),
  field('the last elements of an array', (_) => ({ name: true, tags: _.project.slice(-1) }), {
    _id: 'a',
    name: 'Ann',
    tags: ['z'],
  }),
  field('the first element that meets a condition', (_) => ({ items: _.project.elemMatch({ sku: 's' }) }), {
    _id: 'a',
    items: [{ sku: 's', qty: 1 }],
  }),
]
