import * as fc from 'fast-check'
import type { Condition, Query, Store, StoredDocument, Where } from '../../cloudfunctions/_runtime/store'
import { cloudPlace, memoryPlace } from './support/places'

/** One step of a handler, as data, so that both stores can take it. */
type Step =
  | { call: 'insert' | 'put'; document: StoredDocument }
  | { call: 'replaceIf'; document: StoredDocument & { version: number }; expected: number }
  | { call: 'change'; where: Where; set: { [field: string]: unknown }; by: number; unset: string[] }
  | { call: 'remove' | 'count' | 'countDistinct' | 'tally'; where: Where }
  | { call: 'get'; id: string }
  | { call: 'getMany'; ids: string[] }
  | { call: 'find'; query: Query }
  | { call: 'findTogether'; on: string; queries: Query[] }
  | { call: 'transact'; steps: TransactionStep[]; fails: boolean }
type TransactionStep = { call: 'get' | 'remove'; id: string } | { call: 'insert' | 'put'; document: StoredDocument }

/** More by hand, when either store was changed: `STORE_RUNS=5000`. */
const runs = Number(process.env.STORE_RUNS ?? 120)

describe('the model in process and the SDK over the local cloud', () => {
  const [memory, cloud] = [memoryPlace(), cloudPlace()]

  it('answer every sequence of calls alike and end in the same state', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 30 }), async (steps) => {
        await Promise.all([memory.empty(), cloud.empty()])
        for (const [at, one] of steps.entries()) {
          const inMemory = await memory.handler((store) => outcome(store, one))
          const inCloud = await cloud.handler((store) => outcome(store, one))
          expect({ at, ...inMemory }).toEqual({ at, ...inCloud })
        }
        expect(await memory.everything()).toEqual(await cloud.everything())
      }),
      { numRuns: runs },
    )
  }, 1_200_000)
})

const id = fc.constantFrom('a', 'b', 'c', 'd')
const scalar = fc.constantFrom<string | number | boolean | null>(
  null,
  0,
  1,
  2,
  1.5,
  -3,
  '',
  '1',
  'x',
  '券',
  true,
  false,
)
const value = fc.oneof(
  { weight: 4, arbitrary: scalar },
  { weight: 1, arbitrary: fc.array(scalar, { maxLength: 2 }) },
  { weight: 1, arbitrary: fc.dictionary(fc.constantFrom('x', 'y'), scalar, { maxKeys: 2 }) },
)
const fields = fc.record({ code: scalar, n: scalar, deep: value }, { requiredKeys: ['code'] })
const document = fc
  .record({ id, version: fc.integer({ min: 1, max: 3 }), fields })
  .map((made): StoredDocument & { version: number } => ({ _id: made.id, version: made.version, ...made.fields }))
const condition: fc.Arbitrary<Condition> = fc.oneof(
  scalar,
  fc.dictionary(fc.constantFrom('lt', 'lte', 'gt', 'gte', 'ne'), scalar, { minKeys: 1, maxKeys: 2 }),
  fc.array(scalar, { maxLength: 3 }).map((list) => ({ in: list })),
)
const where: fc.Arbitrary<Where> = fc.dictionary(fc.constantFrom('code', 'n', 'deep', 'deep.x', 'version'), condition, {
  minKeys: 1,
  maxKeys: 2,
})
const query: fc.Arbitrary<Query> = fc
  .record({
    where,
    by: fc.constantFrom('code', 'n', 'version', 'absent'),
    direction: fc.constantFrom('asc' as const, 'desc' as const),
    limit: fc.integer({ min: 1, max: 5 }),
  })
  // The id makes the order total: which of two equals comes first is not promised.
  .map(({ by, direction, ...rest }) => ({ ...rest, orderBy: [[by, direction] as const, ['_id', 'asc'] as const] }))
const transactionStep: fc.Arbitrary<TransactionStep> = fc.oneof(
  fc.record({ call: fc.constantFrom('get' as const, 'remove' as const), id }),
  fc.record({ call: fc.constantFrom('insert' as const, 'put' as const), document }),
)
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ call: fc.constantFrom('insert' as const, 'put' as const), document }) },
  {
    weight: 2,
    arbitrary: document.map((made) => ({
      call: 'replaceIf' as const,
      document: { ...made, version: made.version + 1 },
      expected: made.version,
    })),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      call: fc.constant('change' as const),
      where: fc.oneof(
        where,
        id.map((_id) => ({ _id })),
      ),
      set: fc.dictionary(fc.constantFrom('n', 'deep.x', 'extra'), value, { maxKeys: 2 }),
      by: fc.integer({ min: 1, max: 3 }),
      unset: fc.constantFrom<string[]>([], ['deep.y'], ['gone']),
    }),
  },
  fc.record({
    call: fc.constantFrom('remove' as const, 'count' as const, 'countDistinct' as const, 'tally' as const),
    where,
  }),
  fc.record({ call: fc.constant('get' as const), id }),
  fc.record({ call: fc.constant('getMany' as const), ids: fc.array(id, { maxLength: 3 }) }),
  fc.record({ call: fc.constant('find' as const), query }),
  fc.record({
    call: fc.constant('findTogether' as const),
    on: id,
    queries: fc.array(query, { minLength: 1, maxLength: 3 }),
  }),
  fc.record({
    call: fc.constant('transact' as const),
    steps: fc.array(transactionStep, { minLength: 1, maxLength: 4 }),
    fails: fc.boolean(),
  }),
)

/** What a step gave, or the kind of error that it threw: the wording is each store's own. */
async function outcome(store: Store, one: Step): Promise<{ gave: unknown } | { threw: string }> {
  try {
    return { gave: await take(store, one) }
  } catch (error) {
    const name = (error as Error).name
    return { threw: name.startsWith('Store') ? name : 'Error' }
  }
}

async function take(store: Store, one: Step): Promise<unknown> {
  switch (one.call) {
    case 'insert':
      return store.insert('things', [one.document])
    case 'put':
      return store.put('things', one.document)
    case 'replaceIf':
      return store.replaceIf('things', one.document, one.expected)
    case 'change':
      // The step makes every match a real change, so that the count is promised.
      return store.change('things', one.where, { set: one.set, increase: { changes: one.by }, unset: one.unset })
    case 'findTogether': {
      const queries = one.queries.map((asked) => ({ ...asked, collection: 'things' }))
      return store.findTogether({ collection: 'things', id: one.on }, queries)
    }
    case 'remove':
      return store.remove('things', one.where)
    case 'count':
      return store.count('things', one.where)
    case 'countDistinct':
      return store.countDistinct('things', one.where, 'n')
    case 'tally':
      return store.tally('things', { where: one.where, by: 'version', sums: { n: 'n', changes: 'changes' } })
    case 'get':
      return store.get('things', one.id)
    case 'getMany':
      return (await store.getMany('things', one.ids)).map(({ _id }) => _id).sort()
    case 'find':
      return store.find('things', one.query)
    case 'transact':
      return transact(store, one)
  }
}

async function transact(store: Store, { steps, fails }: Extract<Step, { call: 'transact' }>): Promise<unknown> {
  return store.transact(async (transaction) => {
    const seen: unknown[] = []
    for (const one of steps) {
      if (one.call === 'get') seen.push(await transaction.get('things', one.id))
      if (one.call === 'remove') await transaction.remove('things', one.id)
      if (one.call === 'insert' || one.call === 'put') await transaction[one.call]('things', one.document)
    }
    if (fails) throw new Error('the handler changed its mind')
    return seen
  })
}
