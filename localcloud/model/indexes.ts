import type { CollectionIndex } from '../../cloudfunctions/database'
import { StoreDuplicate, type Condition, type StoredDocument, type Where } from '../../cloudfunctions/_runtime/store'
import { keyOf } from './order'
import { reach, read } from './paths'

/** The indexes of one collection: who holds a unique value, and which documents may meet an equality. */
export interface Indexes {
  /** Ids that may match by an equality on `_id` or on the first field of an index, or null where none helps. */
  candidates(where: Where): Iterable<string> | null
  /** The document's values in each unique index, as `index name → key`. */
  uniqueKeys(document: StoredDocument): [index: string, key: string][]
  holder(index: string, key: string): string | undefined
  /** Takes a document in, or throws `StoreDuplicate` and takes in nothing. Both give back their undoing. */
  enter(id: string, document: StoredDocument | null): () => void
  leave(id: string, document: StoredDocument | null): () => void
}

export function collectionIndexes(definitions: readonly CollectionIndex[]): Indexes {
  const unique = definitions.filter((index) => index.unique).map(uniqueIndex)
  const lookups = new Map(
    definitions.flatMap(({ fields: [first] }) => (first ? [[first.field, new Map<string, Set<string>>()]] : [])),
  )

  function hold(id: string, document: StoredDocument): void {
    const taken = unique.find(({ holders, keyOfDocument }) => holders.has(keyOfDocument(document)))
    if (taken) throw new StoreDuplicate(`E11000 duplicate key: index ${taken.name} of ${id}`)
    for (const { holders, keyOfDocument } of unique) holders.set(keyOfDocument(document), id)
    for (const [field, buckets] of lookups) for (const key of bucketKeys(document, field)) bucket(buckets, key).add(id)
  }

  function release(id: string, document: StoredDocument): void {
    for (const { holders, keyOfDocument } of unique) holders.delete(keyOfDocument(document))
    for (const [field, buckets] of lookups) {
      for (const key of bucketKeys(document, field)) {
        const ids = buckets.get(key)
        ids?.delete(id)
        if (ids?.size === 0) buckets.delete(key)
      }
    }
  }

  return {
    candidates: (where) => candidates(where, lookups),
    uniqueKeys: (document) => unique.map(({ name, keyOfDocument }) => [name, keyOfDocument(document)]),
    holder: (index, key) => unique.find(({ name }) => name === index)?.holders.get(key),
    enter(id, document) {
      if (!document) return () => undefined
      hold(id, document)
      return () => release(id, document)
    },
    leave(id, document) {
      if (!document) return () => undefined
      release(id, document)
      return () => hold(id, document)
    },
  }
}

/** Missing values take part as null, so two documents without the field collide, as in the cloud. */
function uniqueIndex({ name, fields }: CollectionIndex) {
  const keyOfDocument = (document: StoredDocument) =>
    fields.map(({ field }) => keyOf(read(document, field))).join('\u0000')
  return { name, keyOfDocument, holders: new Map<string, string>() }
}

function candidates(where: Where, lookups: Map<string, Map<string, Set<string>>>): Iterable<string> | null {
  const ids = equalities(where._id)
  if (ids) return ids.map(String)
  for (const [field, buckets] of lookups) {
    const values = equalities(where[field])
    if (values) return new Set(values.flatMap((value) => [...(buckets.get(keyOf(value)) ?? [])]))
  }
  return null
}

/** The values that a condition allows, or null when it is a range or there is none. */
function equalities(condition: Condition | undefined): unknown[] | null {
  if (condition === undefined) return null
  if (condition === null || typeof condition !== 'object') return [condition]
  return condition.in ? [...new Set(condition.in)] : null
}

function bucketKeys(document: StoredDocument, field: string): Set<string> {
  return new Set(reach(document, field).map(keyOf))
}

function bucket(buckets: Map<string, Set<string>>, key: string): Set<string> {
  const existing = buckets.get(key)
  if (existing) return existing
  const fresh = new Set<string>()
  buckets.set(key, fresh)
  return fresh
}
