import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { DatabaseSchema } from '../../../cloudfunctions/database'
import { openEngine } from '../../../localcloud/engine/open'
import { change, doc, openShop, type Shop } from './shop'
import { schema } from './support'

const member = (id: string, number: number, more: object = {}) =>
  JSON.stringify({ _id: id, number: { $numberInt: String(number) }, ...more })
const insert = (shop: Shop, ...data: string[]) => shop.ask('insertDocument', { collectionName: 'members', data })
const dump = (shop: Shop) =>
  [...shop.engine.dump()].map(({ collection, document }) => `${collection} ${JSON.stringify(document)}`)
const find = async (shop: Shop, query: object) =>
  (
    await shop.ask('getDocument', { collectionName: 'members', queryType: 'WHERE', query: JSON.stringify(query) })
  ).data.list.map((text: string) => JSON.parse(text)._id)

/** The collections of the tests with other indexes on the members. */
const indexed = (...fields: string[]): DatabaseSchema => ({
  collections: [
    {
      name: 'members',
      indexes: fields.map((field) => ({ name: field, fields: [{ field, direction: 'desc' }], unique: true })),
    },
  ],
})

describe('the database file', () => {
  let shop: Shop
  beforeEach(() => {
    shop = openShop()
  })
  afterEach(() => shop.close())

  it('gives everything back after a restart, dates and patterns included', async () => {
    const special =
      '{"_id":"a","at":{"$date":{"$numberLong":"86400000"}},"like":{"$regularExpression":{"pattern":"^x","options":"i"}},"part":{"$numberDouble":"0.5"}}'
    await insert(shop, special)
    shop.reopen()
    expect((await shop.ask('getDocument', doc('members', 'a'))).data.list).toEqual([special])
    expect(dump(shop)).toEqual(['members {"_id":"a","at":"1970-01-02T00:00:00.000Z","like":"/^x/i","part":0.5}'])
  })

  it('still knows after a restart that an indexed field holds lists', async () => {
    await insert(shop, member('a', 1, { tags: ['x', 'y'] }))
    shop.reopen()
    expect(await find(shop, { tags: 'y' })).toEqual(['a'])
  })

  it('builds columns and indexes anew when the list of indexes has changed, for the documents that are there', async () => {
    await insert(shop, member('a', 1, { name: 'Mei' }), member('b', 2, { name: 'Lan' }))
    shop.reopen({ schema: indexed('name') })
    expect(await find(shop, { name: { $gt: 'Lan' } })).toEqual(['a'])
    expect(
      (await shop.refusal('insertDocument', { collectionName: 'members', data: [member('c', 3, { name: 'Mei' })] }))
        .message,
    ).toContain('index: name dup key: { name: "Mei" }')
    shop.reopen({ schema: indexed('number') })
    expect(
      (await shop.refusal('modifyDocument', doc('members', 'a', change({ $set: { number: { $numberInt: '2' } } }))))
        .message,
    ).toContain('index: number')
  })

  it('lets missing values collide in a unique index, as the cloud does', async () => {
    await shop.ask('insertDocument', { collectionName: 'cards', data: ['{"_id":"a"}'] })
    expect(
      (await shop.refusal('insertDocument', { collectionName: 'cards', data: ['{"_id":"b","holder":null}'] })).message,
    ).toContain('E11000')
  })

  it('keeps collections that were made at run time, and refuses to make one twice', async () => {
    await shop.ask('addCollection', { collectionName: 'notes' })
    await shop.ask('insertDocument', { collectionName: 'notes', data: ['{"_id":"n"}'] })
    shop.reopen()
    expect(dump(shop)).toEqual(['notes {"_id":"n"}'])
    expect((await shop.refusal('addCollection', { collectionName: 'notes' })).message).toContain('Table exist')
  })

  it('tells collections apart by their capitals, with indexes and after a restart', async () => {
    const add = (collectionName: string, id: string) =>
      shop.ask('insertDocument', { collectionName, data: [JSON.stringify({ _id: id, holder: 'mei' })] })
    await shop.ask('addCollection', { collectionName: 'Members' })
    await add('members', 'small')
    await add('Members', 'great')
    const cards = indexed('holder').collections[0]?.indexes ?? []
    shop.reopen({ schema: { collections: [{ name: 'CARDS', indexes: cards }] } })
    await add('CARDS', 'c1')
    await add('cards', 'c2')
    shop.reopen({ schema: { collections: ['Members', 'CARDS', 'cards'].map((name) => ({ name, indexes: cards })) } })
    expect(dump(shop)).toEqual([
      'CARDS {"_id":"c1","holder":"mei"}',
      'Members {"_id":"great","holder":"mei"}',
      'cards {"_id":"c2","holder":"mei"}',
      'members {"_id":"small","holder":"mei"}',
    ])
    for (const collectionName of ['CARDS', 'Members', 'cards'])
      expect(
        (await shop.refusal('insertDocument', { collectionName, data: ['{"_id":"new","holder":"mei"}'] })).message,
      ).toContain(`collection: local.${collectionName} index: holder`)
    expect((await shop.refusal('addCollection', { collectionName: 'Members' })).message).toContain('Table exist')
  })

  it('takes a snapshot back whole: documents, indexes and what was made since', async () => {
    const copy = join(shop.folder, 'copy.db')
    await insert(shop, member('a', 1), member('b', 2, { tags: ['x'] }))
    const before = dump(shop)
    await shop.engine.snapshot(copy)
    await insert(shop, member('c', 3))
    await shop.ask('modifyDocument', doc('members', 'a', change({ $set: { number: { $numberInt: '9' } } })))
    const { transactionId } = await shop.ask('startTransaction', {}, 'one')
    await shop.engine.restore(copy)
    expect(dump(shop)).toEqual(before)
    expect(await find(shop, { number: 1 })).toEqual(['a'])
    expect(await find(shop, { tags: 'x' })).toEqual(['b'])
    expect((await shop.refusal('commitTransaction', { transactionId }, 'one')).message).toContain('TransactionNotExist')
  })

  it('names the documents that a new unique index does not allow, and stays usable as it was', async () => {
    await insert(shop, member('a', 1, { name: 'Mei' }), member('b', 2, { name: 'Mei' }))
    expect(() => shop.reopen({ schema: indexed('name') })).toThrow(
      'The unique index «name» of «members» cannot be built: the documents «a» and «b» have the same name.',
    )
    shop.reopen()
    expect(await find(shop, { number: 1 })).toEqual(['a'])
  })

  it('is refused to a second local cloud while the first one has it, in words that say so', async () => {
    expect(() => openEngine({ file: shop.file, schema, strict: 'refuse', now: () => 0 })).toThrow(
      'is in use by another local cloud',
    )
    await insert(shop, member('a', 1))
  })

  it('is refused when it is no database, in words that say so', () => {
    const file = join(shop.folder, 'letter.db')
    writeFileSync(file, 'Dear members, '.repeat(100))
    expect(() => openEngine({ file, schema, strict: 'refuse', now: () => 0 })).toThrow(
      'is no database of a local cloud',
    )
  })

  it('refuses to restore what is no snapshot, and disturbs nobody', async () => {
    await insert(shop, member('a', 1))
    const { transactionId } = await shop.ask('startTransaction', {}, 'one')
    const letter = join(shop.folder, 'letter.db')
    writeFileSync(letter, 'Dear members, '.repeat(100))
    for (const file of [letter, join(shop.folder, 'none.db')])
      await expect(shop.engine.restore(file)).rejects.toThrow('the file is no snapshot of a local cloud')
    await shop.ask('commitTransaction', { transactionId }, 'one')
    expect(dump(shop)).toEqual(['members {"_id":"a","number":1}'])
  })

  it('keeps what it has when a snapshot breaks a unique index', async () => {
    const copy = join(shop.folder, 'copy.db')
    await insert(shop, member('a', 1, { name: 'Mei' }), member('b', 2, { name: 'Mei' }))
    await shop.engine.snapshot(copy)
    await shop.ask('removeDocument', doc('members', 'b'))
    shop.reopen({ schema: indexed('name') })
    await expect(shop.engine.restore(copy)).rejects.toThrow('«name» of «members» cannot be built')
    expect(dump(shop)).toEqual(['members {"_id":"a","number":1,"name":"Mei"}'])
    expect(await find(shop, { name: 'Mei' })).toEqual(['a'])
  })

  it('is empty after a reset, and its indexes work', async () => {
    await shop.ask('insertDocument', { collectionName: 'cards', data: ['{"_id":"a","holder":"mei"}'] })
    shop.engine.reset()
    expect(dump(shop)).toEqual([])
    await shop.ask('insertDocument', { collectionName: 'cards', data: ['{"_id":"a","holder":"mei"}'] })
    expect(
      (await shop.refusal('insertDocument', { collectionName: 'cards', data: ['{"_id":"b","holder":"mei"}'] })).message,
    ).toContain('E11000')
  })

  it.each(['reset', 'restore'] as const)(
    'refuses at a %s who waits for a transaction, and what it would have written never appears',
    async (step) => {
      const copy = join(shop.folder, 'copy.db')
      await shop.engine.snapshot(copy)
      await insert(shop, member('a', 1))
      const { transactionId } = await shop.ask('startTransaction', {}, 'one')
      const set = (name: string) => doc('members', 'a', { data: JSON.stringify({ name }), merge: false, upsert: true })
      await shop.ask('modifyDocument', { ...set('held'), transactionId }, 'one')
      const waiting = shop.refusal('modifyDocument', set('ghost'), 'two')
      // One turn of the loop: the job has met the lock.
      await new Promise((resolve) => setImmediate(resolve))
      if (step === 'reset') shop.engine.reset()
      else await shop.engine.restore(copy)
      expect((await waiting).message).toContain('reset or restored')
      await insert(shop, member('b', 2))
      expect(dump(shop)).toEqual(['members {"_id":"b","number":2}'])
    },
  )

  it('says what each request cost', async () => {
    const cost = async (action: string, request: object) =>
      (await shop.engine.execute({ action: `database.${action}`, ...request }, { id: '' })).cost
    const many = { collectionName: 'members', queryType: 'WHERE', query: '{}' }
    expect(await cost('insertDocument', { collectionName: 'members', data: [member('a', 1), member('b', 2)] })).toEqual(
      { documentsRead: 0, documentsWritten: 2 },
    )
    expect(await cost('getDocument', many)).toEqual({ documentsRead: 2, documentsWritten: 0 })
    expect(
      await cost('modifyDocument', { ...many, ...change({ $set: { number: { $numberInt: '1' } } }), multi: true }),
    ).toEqual({ documentsRead: 0, documentsWritten: 1 })
    expect(await cost('removeDocument', many)).toEqual({ documentsRead: 0, documentsWritten: 2 })
  })
})
