import assert from 'node:assert/strict'
import { find, seed } from '../help'
import type { Case, Untyped } from '../sdk'

const orders = [
  {
    _id: 'a',
    to: { city: 'Shanghai', zip: { code: 1 } },
    items: [
      { sku: 'x', qty: 1 },
      { sku: 'y', qty: 9 },
    ],
    tags: ['red', 'big'],
  },
  { _id: 'b', to: { city: 'Beijing' }, items: [{ sku: 'x', qty: 5 }], tags: ['red'] },
  { _id: 'c', to: { city: 'Shanghai', zip: { code: 2 } }, items: [], tags: [] },
  { _id: 'd', to: null, items: [{ sku: 'z' }], tags: 'red' },
  { _id: 'e', scores: [1, 6, 12], tags: ['big', 'red'] },
]

const over = (name: string, condition: (_: Untyped) => object, expected: string): Case => ({
  name,
  async run(sdk) {
    await seed(sdk, orders)
    assert.deepEqual(await find(sdk, condition(sdk._)), [...expected])
  },
})

export const nested: Case[] = [
  over('a dotted path reaches into an object', () => ({ 'to.city': 'Shanghai' }), 'ac'),
  over('a nested condition is a dotted path', () => ({ to: { city: 'Shanghai' } }), 'ac'),
  over(
    'a nested condition goes several levels down',
    (_) => ({ to: { city: 'Shanghai', zip: { code: _.gt(1) } } }),
    'c',
  ),
  over('a path through nothing is missing', (_) => ({ 'to.zip.code': _.exists(false) }), 'bde'),
  over('null finds a path that is missing', () => ({ 'to.zip.code': null }), 'bde'),
  over('a dotted path reaches into every element of an array', () => ({ 'items.sku': 'x' }), 'ab'),
  over('a comparison reaches into every element of an array', (_) => ({ 'items.qty': _.gt(4) }), 'ab'),
  over('two conditions may be met by different elements', (_) => ({ 'items.qty': _.gt(5).and(_.lt(2)) }), 'a'),
  over('a position in a path names one element', () => ({ 'items.0.qty': 1 }), 'a'),
  over('a position in a path names one element, not any', () => ({ 'items.1.sku': 'x' }), ''),
  over('elemMatch wants one element that meets all', (_) => ({ items: _.elemMatch({ sku: 'x', qty: _.gt(4) }) }), 'b'),
  over('elemMatch does not join two elements', (_) => ({ items: _.elemMatch({ sku: 'x', qty: 9 }) }), ''),
  over('elemMatch of plain values', (_) => ({ scores: _.elemMatch(_.gt(11)) }), 'e'),
  over('all wants every value, in any order', (_) => ({ tags: _.all(['red', 'big']) }), 'ae'),
  over('all of one value finds a plain field too', (_) => ({ tags: _.all(['red']) }), 'abde'),
  over('size counts the elements', (_) => ({ tags: _.size(2) }), 'ae'),
  over('size zero finds empty arrays only', (_) => ({ tags: _.size(0) }), 'c'),
  over('a list as a value means the whole array', () => ({ tags: ['red', 'big'] }), 'a'),
  over('a value finds the arrays that hold it', () => ({ tags: 'red' }), 'abde'),
  over('neq over elements wants none of them', (_) => ({ 'items.sku': _.neq('x') }), 'cde'),
  over('exists reaches into elements', (_) => ({ 'items.qty': _.exists(true) }), 'ab'),
  over('in reaches into elements', (_) => ({ 'items.sku': _.in(['y', 'z']) }), 'ad'),
]
