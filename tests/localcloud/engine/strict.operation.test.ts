import { openShop, change, doc, type Shop } from './shop'

/** A collection of more than 1,000 documents. */
async function fill(shop: Shop, collectionName: string): Promise<void> {
  const data = Array.from({ length: 1_001 }, (_, i) =>
    JSON.stringify({ _id: `m${i}`, number: { $numberInt: String(i) }, name: `n${i}`, profile: { city: `c${i % 7}` } }),
  )
  await shop.ask('insertDocument', { collectionName, data })
}

const find = (query: object, more: object = {}) => ({
  collectionName: 'members',
  queryType: 'WHERE',
  query: JSON.stringify(query),
  limit: 10,
  ...more,
})
const ascending = (path: string) => ({ order: JSON.stringify({ [path]: { $numberInt: '1' } }) })

describe('strict mode, when it refuses', () => {
  let shop: Shop
  beforeAll(async () => {
    shop = openShop()
    await fill(shop, 'members')
    await fill(shop, 'plain')
  })
  afterAll(() => shop.close())

  it.each([
    ['a condition without an index', find({ name: 'n1' })],
    ['a condition on the second field of an index alone', find({ points: 1 })],
    ['alternatives of which one has no index', find({ $or: [{ number: 1 }, { name: 'n1' }] })],
    ['a sort without an index', find({}, ascending('name'))],
    ['conditions that no index narrows', find({ number: { $ne: 1 } })],
  ])('refuses %s on a collection of more than 1,000 documents, and says what to do', async (_, request) => {
    const refusal = await shop.refusal('getDocument', request)
    expect(refusal.message).toMatch(/^\[strict\] .*«members».*index/)
    expect(refusal.message).toContain('cloudfunctions/database.ts')
  })

  it('refuses the same of count, update, remove and aggregate', async () => {
    const request = find({ name: 'n1' })
    const stages = (match: object) => ({
      collectionName: 'members',
      stages: [{ stageKey: '$match', stageValue: JSON.stringify(match) }],
    })
    for (const [action, body] of [
      ['calculateDocument', request],
      ['modifyDocument', { ...request, ...change({ $set: { a: 1 } }) }],
      ['removeDocument', request],
      ['aggregateDocuments', stages({ name: 'n1' })],
      [
        'aggregateDocuments',
        { collectionName: 'members', stages: [{ stageKey: '$sortByCount', stageValue: '"$name"' }] },
      ],
    ] as const)
      expect((await shop.refusal(action, body)).message).toContain('[strict]')
    await shop.ask('aggregateDocuments', stages({ number: { $numberInt: '1' } }))
  })

  it.each([
    ['by _id', find({ _id: 'm1', name: 'n1' })],
    ['by an index', find({ number: { $gte: { $numberInt: '1000' } } })],
    ['by the first field of an index', find({ 'profile.city': 'c1' }, ascending('name'))],
    ['by alternatives that each have an index', find({ $or: [{ number: 1 }, { _id: 'm2' }] })],
    ['in the order of an index', find({}, ascending('number'))],
    ['the first page of everything', find({})],
  ])('lets a query through %s', async (_, request) => {
    expect((await shop.ask('getDocument', request)).data.list.length).toBeGreaterThan(0)
  })

  it('counts everything without an index, as the platform can', async () => {
    expect((await shop.ask('calculateDocument', { collectionName: 'members' })).data.total).toBe(1_001)
  })

  it('refuses to sort more than 1,000 found documents in memory', async () => {
    expect(
      (await shop.refusal('getDocument', find({ number: { $gte: { $numberInt: '0' } } }, ascending('name')))).message,
    ).toContain('1001 documents of «members» would be sorted')
  })

  it('refuses more than 1,000 documents at once', async () => {
    expect((await shop.refusal('getDocument', find({}, { limit: 1_001 }))).message).toContain(
      '1000 documents a request',
    )
    expect((await shop.ask('getDocument', find({}, { limit: 1_000 }))).data.list).toHaveLength(1_000)
  })

  it('refuses more than 1,000 documents out of an aggregation, asked for or found', async () => {
    const everyNumber = ['$match', { number: { $gte: { $numberInt: '0' } } }] as const
    const aggregate = (...stages: (readonly [string, unknown])[]) => ({
      collectionName: 'members',
      stages: stages.map(([stageKey, value]) => ({ stageKey, stageValue: JSON.stringify(value) })),
    })
    const limit = (rows: number) => ['$limit', { $numberInt: String(rows) }] as const
    for (const request of [
      aggregate(everyNumber),
      aggregate(everyNumber, limit(1_500)),
      aggregate(['$match', { _id: 'm1' }], limit(1_500)),
    ])
      expect((await shop.refusal('aggregateDocuments', request)).message).toContain('1000 documents a request')
    const page = await shop.ask('aggregateDocuments', aggregate(everyNumber, limit(1_000)))
    expect(page.data.list).toHaveLength(1_000)
    const count = await shop.ask('aggregateDocuments', aggregate(everyNumber, limit(1_500), ['$count', 'total']))
    expect(count.data.list).toEqual(['{"total":{"$numberInt":"1001"}}'])
  })

  it('finds by an index what holds a list there, and what does not, as soon as one document holds a list and after', async () => {
    const holding = async (tag: string) =>
      (await shop.ask('getDocument', find({ tags: tag }))).data.list.map((text: string) => JSON.parse(text)._id)
    const tag = (id: string, tags: unknown) =>
      shop.ask('modifyDocument', doc('members', id, change({ $set: { tags } })))
    await tag('m1', 'regular')
    await tag('m2', ['guest', 'regular'])
    expect(await holding('regular')).toEqual(['m1', 'm2'])
    expect(await holding('guest')).toEqual(['m2'])
    expect((await shop.ask('calculateDocument', find({ tags: 'regular' }))).data.total).toBe(2)
    await tag('m2', 'guest')
    expect(await holding('guest')).toEqual(['m2'])
  })

  it('sorts by an index again when the last list of its field is gone', async () => {
    const first = async () => (await shop.ask('getDocument', find({}, ascending('tags')))).data.list.length
    const tag = (tags: unknown) => shop.ask('modifyDocument', doc('members', 'm2', change({ $set: { tags } })))
    await tag(['guest'])
    expect((await shop.refusal('getDocument', find({}, ascending('tags')))).message).toContain('sorted in memory')
    await tag('guest')
    expect(await first()).toBe(10)
  })

  it('refuses where() with the id of a transaction', async () => {
    const { transactionId } = await shop.ask('startTransaction', {}, 'one')
    expect((await shop.refusal('getDocument', { ...find({ _id: 'm1' }), transactionId }, 'one')).message).toContain(
      'does not take part',
    )
    await shop.ask('abortTransaction', { transactionId }, 'one')
  })

  it('refuses a call beside the open transaction of the same invocation only', async () => {
    const { transactionId } = await shop.ask('startTransaction', {}, 'one')
    expect((await shop.refusal('getDocument', doc('members', 'm1'), 'one')).message).toContain(
      'outside the open transaction',
    )
    expect((await shop.refusal('calculateDocument', find({ number: 1 }), 'one')).message).toContain(
      'outside the open transaction',
    )
    await shop.ask('getDocument', doc('members', 'm1'), 'two')
    await shop.ask('getDocument', doc('members', 'm1', { transactionId }), 'one')
    await shop.ask('commitTransaction', { transactionId }, 'one')
    await shop.ask('getDocument', doc('members', 'm1'), 'one')
  })
})

describe('strict mode, when it warns', () => {
  it('does what was asked, and warns in the same words', async () => {
    const warnings: string[] = []
    const shop = openShop({ strict: 'warn', onWarning: (warning) => warnings.push(warning) })
    await fill(shop, 'members')
    const { data } = await shop.ask('getDocument', find({ name: 'n7' }))
    expect(data.list).toHaveLength(1)
    expect(warnings).toEqual([expect.stringContaining('«members»')])
    shop.close()
  })

  it('gives the first 1,000 documents of an aggregation that finds more, as get() does', async () => {
    const warnings: string[] = []
    const shop = openShop({ strict: 'warn', onWarning: (warning) => warnings.push(warning) })
    await fill(shop, 'members')
    const stages = [{ stageKey: '$match', stageValue: '{"number":{"$gte":{"$numberInt":"0"}}}' }]
    const { data } = await shop.ask('aggregateDocuments', { collectionName: 'members', stages })
    expect(data.list).toHaveLength(1_000)
    expect(warnings).toEqual([expect.stringContaining('1000 documents a request')])
    shop.close()
  })
})
