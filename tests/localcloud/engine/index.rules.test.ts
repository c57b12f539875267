import fc from 'fast-check'
import { writeEjson, type Fields, type Value } from '../../../localcloud/engine/ejson'
import { compileFilter } from '../../../localcloud/engine/match'
import { scalars, values } from './generate'
import { openShop, type Shop } from './shop'

/** Few different values, so that random conditions do find something. */
const common = fc.constantFrom<Value>(null, 1, 2, 3, 'a', 'b', true, new Date(5))
const fieldValues = fc.oneof(common, scalars, fc.array(common, { maxLength: 3 }), values)
const profiles = fc.record({ city: fieldValues }, { requiredKeys: [] })
const documents = fc.array(
  fc.record(
    { number: fieldValues, tags: fieldValues, profile: fc.oneof(fieldValues, profiles, fc.array(profiles)) },
    { requiredKeys: [] },
  ),
  { maxLength: 8 },
)

const operands = fc.oneof(common, scalars)
const conditions: fc.Arbitrary<Value> = fc.oneof(
  operands,
  fc
    .constantFrom('$eq', '$ne', '$gt', '$gte', '$lt', '$lte')
    .chain((operator) => operands.map((operand) => ({ [operator]: operand }) as Value)),
  fc
    .constantFrom('$in', '$nin')
    .chain((operator) => fc.array(operands, { maxLength: 3 }).map((operand) => ({ [operator]: operand }) as Value)),
  fc.tuple(operands, operands).map(([least, most]) => ({ $gte: least, $lt: most }) as Value),
  fc.boolean().map((there) => ({ $exists: there }) as Value),
  fc.constantFrom(/^a/, /^10/, /b/i, /^a|b/) as fc.Arbitrary<Value>,
)
const fieldConditions = fc.dictionary(fc.constantFrom('number', 'tags', 'profile.city', '_id'), conditions, {
  maxKeys: 2,
  noNullPrototype: true,
})
const queries: fc.Arbitrary<Fields> = fc.oneof(
  fieldConditions,
  fc.array(fieldConditions, { minLength: 1, maxLength: 3 }).map((list) => ({ $or: list }) as Fields),
  fc.array(fieldConditions, { minLength: 1, maxLength: 3 }).map((list) => ({ $and: list }) as Fields),
)

describe('an index', () => {
  let shop: Shop
  beforeAll(() => {
    shop = openShop()
  })
  afterAll(() => shop.close())

  async function store(list: Fields[]): Promise<Fields[]> {
    shop.engine.reset()
    const stored = list.map((document, i) => ({ _id: `m${i}`, ...document }))
    if (stored.length > 0) await shop.ask('insertDocument', { collectionName: 'members', data: stored.map(writeEjson) })
    return stored
  }

  const idsOf = (answer: { data: { list: string[] } }) =>
    answer.data.list.map((text) => JSON.parse(text)._id as string).sort()

  it('never changes what a query finds', async () => {
    await fc.assert(
      fc.asyncProperty(documents, queries, async (list, query) => {
        const stored = await store(list as Fields[])
        const expected = stored.filter(compileFilter(query)).map(({ _id }) => _id)
        const answer = await shop.ask('getDocument', {
          collectionName: 'members',
          queryType: 'WHERE',
          query: writeEjson(query),
        })
        expect(idsOf(answer)).toEqual(expected)
        const count = await shop.ask('calculateDocument', { collectionName: 'members', query: writeEjson(query) })
        expect(count.data.total).toBe(expected.length)
      }),
      { numRuns: 300 },
    )
  })

  it('never changes the order that a sort gives', async () => {
    await fc.assert(
      fc.asyncProperty(documents, fc.constantFrom(1, -1), async (list, direction) => {
        await store((list as Fields[]).map((document) => ({ ...document, copy: document.number ?? null })))
        const sorted = async (path: string) => {
          const order = writeEjson({ [path]: direction, _id: 1 })
          const answer = await shop.ask('getDocument', { collectionName: 'members', queryType: 'WHERE', order })
          return answer.data.list.map((text: string) => JSON.parse(text)._id)
        }
        expect(await sorted('number')).toEqual(await sorted('copy'))
      }),
    )
  })
})
