import { randomBytes } from 'node:crypto'
import type { Core } from './core'
import { readEjson, readFields, writeEjson, type Fields } from './ejson'
import type { Answered, WireRequest } from './engine'
import { keyOf } from './keys'
import { idOf, queryOf } from './read'
import { invalidParameter, Refused } from './refused'
import { insertStored, removeStored, replaceStored, type Stored } from './rows'
import { documentOf, select } from './select'
import { tableOf } from './tables'
import { textOf, type Table } from './table'
import * as inTransaction from './write-in-transaction'
import { applyUpdate, requireUpdate } from './update'

/** `add()`: the platform inserts in order and stops at the first refusal; what was inserted before stays. */
export async function insertDocument(core: Core, request: WireRequest): Promise<Answered> {
  const table = tableOf(core.tables, request.collectionName)
  if (!Array.isArray(request.data) || request.data.length === 0)
    throw invalidParameter('data must be a list of documents')
  const documents = request.data.map((text) => withId(readFields(text, core.now())))
  if (request.transactionId)
    documents.forEach((document) => inTransaction.insert(core, request.transactionId, table, document))
  else await core.committer.write(() => eachUntilRefused(documents, (document) => insertStored(core, table, document)))
  return { answer: { data: { insertedIds: documents.map(({ _id }) => _id) } }, cost: written(documents.length) }
}

/** `update()` (merge), and `set()` (not merge, upsert). */
export async function modifyDocument(core: Core, request: WireRequest): Promise<Answered> {
  const table = tableOf(core.tables, request.collectionName)
  const query = queryOf(core, request)
  const data = readFields(request.data, core.now())
  if (request.merge === false) return setDocument(core, table, request, query, data)
  requireUpdate(data)
  if (Object.keys(data).length === 0) return modified(0)
  if (request.transactionId && request.queryType === 'DOC')
    return modified(inTransaction.update(core, request.transactionId, table, query, data))
  return modified(await core.committer.write(() => updateMatches(core, table, request, query, data)))
}

/** `remove()`. */
export async function removeDocument(core: Core, request: WireRequest): Promise<Answered> {
  const table = tableOf(core.tables, request.collectionName)
  const query = queryOf(core, request)
  if (request.transactionId && request.queryType === 'DOC')
    return removed(inTransaction.remove(core, request.transactionId, table, query))
  const deleted = await core.committer.write(() => {
    const matches = matchesOf(core, table, request, query)
    for (const stored of matches) removeStored(core, table, stored)
    return matches.length
  })
  return removed(deleted)
}

/** `updateAndReturn()`: changes one document and gives it as it is then. */
export async function modifyAndReturnDoc(core: Core, request: WireRequest): Promise<Answered> {
  const table = tableOf(core.tables, request.collectionName)
  const query = queryOf(core, request)
  const data = readFields(request.data, core.now())
  requireUpdate(data)
  const after = await core.committer.write(() => {
    const [stored] = matchesOf(core, table, { ...request, multi: false }, query)
    if (!stored) return null
    const after = applyUpdate(stored.document, data, query)
    replaceStored(core, table, stored, after)
    return after
  })
  return {
    answer: { data: { updated: after ? 1 : 0, doc: after ? writeEjson(after) : null } },
    cost: written(after ? 1 : 0),
  }
}

async function setDocument(
  core: Core,
  table: Table,
  request: WireRequest,
  query: Fields,
  data: Fields,
): Promise<Answered> {
  const document: Fields = { _id: idOf(query), ...data }
  if (request.transactionId) return upserted(inTransaction.put(core, request.transactionId, table, document), document)
  const outcome = await core.committer.write(() => {
    const [stored] = storedById(table, document)
    if (!stored) insertStored(core, table, document)
    else replaceStored(core, table, stored, document)
    return stored ? 'replaced' : 'created'
  })
  return upserted(outcome, document)
}

function updateMatches(core: Core, table: Table, request: WireRequest, query: Fields, data: Fields): number | Refused {
  let updated = 0
  const matches = matchesOf(core, table, request, query)
  // The platform does not say in which order; one of our own makes a refusal in the middle leave the same each time.
  const inOrder = matches.length < 2 ? matches : matches.sort(byId)
  const refused = eachUntilRefused(inOrder, (stored) => {
    if (replaceStored(core, table, stored, applyUpdate(stored.document, data, query))) updated++
  })
  return refused instanceof Refused ? refused : updated
}

function byId(one: Stored, other: Stored): number {
  return keyOf(one.document._id) < keyOf(other.document._id) ? -1 : 1
}

// The first refusal undoes nothing that came before it; a refusal of the very first leaves nothing to keep.
function eachUntilRefused<T>(items: T[], work: (item: T) => void): Refused | number {
  for (const item of items) {
    try {
      work(item)
    } catch (error) {
      if (error instanceof Refused) return error
      throw error
    }
  }
  return items.length
}

function matchesOf(core: Core, table: Table, request: WireRequest, query: Fields): Stored[] {
  if (request.queryType === 'DOC') return storedById(table, query)
  const limit = request.multi === false ? 1 : Infinity
  return select(core, table, { query, order: [], offset: 0, limit }).map((found) => ({
    text: found.text,
    document: documentOf(found),
  }))
}

function storedById(table: Table, query: Fields): Stored[] {
  const text = textOf(table, keyOf(idOf(query)))
  return text === null ? [] : [{ text, document: readEjson(text, 0) as Fields }]
}

// The platform's own ids: 32 hexadecimal characters.
function withId(document: Fields): Fields {
  if (document._id === undefined || document._id === null) return { _id: randomBytes(16).toString('hex'), ...document }
  if (Array.isArray(document._id) || document._id instanceof RegExp)
    throw invalidParameter("can't use an array or a pattern for _id")
  return document
}

const written = (documentsWritten: number) => ({ documentsRead: 0, documentsWritten })

const modified = (updated: number): Answered => ({
  answer: { data: { updated, upsert_id: null } },
  cost: written(updated),
})

const removed = (deleted: number): Answered => ({ answer: { data: { deleted } }, cost: written(deleted) })

function upserted(outcome: 'created' | 'replaced', document: Fields): Answered {
  const data = outcome === 'created' ? { updated: 0, upsert_id: document._id } : { updated: 1, upsert_id: null }
  return { answer: { data }, cost: written(1) }
}
