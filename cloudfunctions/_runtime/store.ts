/**
 * The port to the cloud database. Two things stand behind it: the SDK (`wx.ts`) and an in-process model of the
 * same database (`localcloud/model/store.ts`); one store suite proves that both keep the same promises.
 */
export interface Store {
  /** One document by id, or null. One trip. */
  get<D extends StoredDocument>(collection: CollectionName, id: string): Promise<D | null>
  /** Documents by id, in no promised order; ids that do not exist are left out. At most 1,000 ids, one trip. */
  getMany<D extends StoredDocument>(collection: CollectionName, ids: readonly string[]): Promise<D[]>
  /** Documents that match, ordered, at most `limit` (1–1,000). One trip. */
  find<D extends StoredDocument>(collection: CollectionName, query: Query): Promise<D[]>
  /**
   * Several queries in one trip: they hang on one document that is there, for the platform answers several at once only
   * as joins. Null where that document is not there. At most 40 queries; all they find together stays below 16 MB.
   */
  findTogether(anchor: Anchor, queries: readonly QueryOf[]): Promise<StoredDocument[][] | null>
  count(collection: CollectionName, where: Where): Promise<number>
  /**
   * Count and sums. One trip. Without `by` always one row (zeros when nothing matches); with it a row for each value
   * of that field, ascending, at most 1,000; documents without the field count under null.
   */
  tally(collection: CollectionName, tally: Tally): Promise<TallyRow[]>
  /** How many different values a field has among the documents that match; missing and null are one value. One trip. */
  countDistinct(collection: CollectionName, where: Where, field: string): Promise<number>
  /**
   * Adds documents in one trip. `duplicate` when an id or a unique index was taken: then it is not promised which of
   * several were added (the platform stops at the first), so callers use deterministic ids and may go on one by one.
   */
  insert(collection: CollectionName, documents: readonly StoredDocument[]): Promise<'inserted' | 'duplicate'>
  /**
   * Creates or replaces one document whole. One trip. Throws `StoreDuplicate` when it takes another document's unique
   * value.
   */
  put(collection: CollectionName, document: StoredDocument): Promise<void>
  /**
   * Replaces the document on condition that the stored `version` is still `expectedVersion`; false when it is not, and
   * then nothing changed. One trip. Every top-level field of `document` is written as it stands, a field that is
   * `undefined` is removed, and a field that `document` does not name stays as it is: the platform has no conditional
   * replace. `document.version` must be higher than `expectedVersion`. Throws `StoreDuplicate` when it takes another
   * document's unique value.
   */
  replaceIf(collection: CollectionName, document: StoredDocument, expectedVersion: number): Promise<boolean>
  /**
   * Changes every document that matches a condition of at least one field; gives how many. With `_id` in the condition
   * it is a conditional single-document write. Whether a document counts that the change leaves as it was is not
   * promised. Where several match and one of them cannot be changed, those before it are changed; in which order is not
   * promised either, so what has to be whole is changed by its id. Throws `StoreDuplicate`.
   */
  change(collection: CollectionName, where: Where, change: Change): Promise<number>
  /** Removes every document that matches a condition of at least one field; gives how many. */
  remove(collection: CollectionName, where: Where): Promise<number>
  /**
   * Runs several documents' changes together or not at all (snapshot, by id only). Conflicts are retried with jitter,
   * at most six tries, then `StoreBusy` is thrown. `run` may be called several times, so it must have no effect
   * outside the transaction, and it must not call the store itself. Whatever `run` throws rolls back and is thrown on;
   * an operation that failed fails the whole even if caught. `StoreUnavailable` from the commit means that the outcome
   * is unknown.
   */
  transact<T>(run: (transaction: Transaction) => Promise<T>): Promise<T>
}

export interface Transaction {
  get<D extends StoredDocument>(collection: CollectionName, id: string): Promise<D | null>
  insert(collection: CollectionName, document: StoredDocument): Promise<void>
  put(collection: CollectionName, document: StoredDocument): Promise<void>
  remove(collection: CollectionName, id: string): Promise<void>
}

export type CollectionName = string
export type StoredDocument = { _id: string; [field: string]: unknown }
export type Scalar = string | number | boolean | null
export type Condition =
  Scalar | { lt?: Scalar; lte?: Scalar; gt?: Scalar; gte?: Scalar; in?: readonly Scalar[]; ne?: Scalar }
export type Where = { [field: string]: Condition }
export type Query = {
  where: Where
  orderBy?: readonly (readonly [field: string, direction: 'asc' | 'desc'])[]
  limit: number
  fields?: readonly string[]
}
/** A query with the collection that it is asked of. */
export type QueryOf = Query & { collection: CollectionName }
export type Anchor = { collection: CollectionName; id: string }
export type Change = {
  set?: { [field: string]: unknown }
  increase?: { [field: string]: number }
  unset?: readonly string[]
  /** Adds each value at the end of a list, which begins where there is none. */
  append?: { [field: string]: readonly unknown[] }
}
export type Tally = { where: Where; by?: string; sums: { [name: string]: string } }
export type TallyRow = { by: Scalar; count: number; sums: { [name: string]: number } }

/** The database refused for contention; nothing was changed and the same command may be sent again. */
export class StoreBusy extends Error {
  override name = 'StoreBusy'
}

/** An id or unique value was taken; the write changed nothing, and a transaction around it was rolled back. */
export class StoreDuplicate extends Error {
  override name = 'StoreDuplicate'
}

/**
 * The database did not answer. Whether the write was made is unknown, so only a command with a request id may be sent
 * again.
 */
export class StoreUnavailable extends Error {
  override name = 'StoreUnavailable'
}

/**
 * The caller broke a rule of the store (a value it cannot keep, a condition it does not know): a mistake in the
 * program.
 */
export class StoreMisuse extends Error {
  override name = 'StoreMisuse'
}
