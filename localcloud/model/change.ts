import type { Change, StoredDocument, Tally, TallyRow } from '../../cloudfunctions/_runtime/store'
import { copy } from './copy'
import { compareValues, keyOf } from './order'
import { erase, read, write } from './paths'

/**
 * The document after a change; the given one stays as it is. Refuses, as the cloud does, to increase what is no
 * number.
 */
export function changed(document: StoredDocument, change: Change): StoredDocument {
  const next = copy(document)
  for (const [path, value] of Object.entries(change.set ?? {})) write(next, path, copy(value))
  for (const [path, by] of Object.entries(change.increase ?? {})) {
    const before = read(next, path) ?? 0
    if (typeof before !== 'number' || read(next, path) === null)
      throw new Error(`Cannot apply $inc to a value of non-numeric type: ${path}`)
    write(next, path, before + by)
  }
  for (const path of change.unset ?? []) erase(next, path)
  for (const [path, values] of Object.entries(change.append ?? {})) {
    const before = read(next, path) ?? []
    if (!Array.isArray(before) || read(next, path) === null) throw new Error(`Cannot apply $push to no list: ${path}`)
    write(next, path, [...before, ...copy([...values])])
  }
  return next
}

/** The stored document with every named field replaced, and those that are `undefined` taken out. */
export function replaced(stored: StoredDocument, document: StoredDocument): StoredDocument {
  const named = Object.entries({ ...stored, ...document }).filter(([, value]) => value !== undefined)
  return copy({ _id: stored._id, ...Object.fromEntries(named) })
}

/** Counts and sums, as the cloud's grouping does: what is no number adds nothing, missing and null are one group. */
export function tallied(documents: StoredDocument[], tally: Tally): TallyRow[] {
  return grouped(documents, tally).slice(0, 1_000)
}

/** The same, however many groups there are. */
export function grouped(documents: StoredDocument[], tally: Tally): TallyRow[] {
  const rows = new Map<string, TallyRow>()
  const rowOf = (by: TallyRow['by']) => {
    const row = rows.get(keyOf(by)) ?? {
      by,
      count: 0,
      sums: Object.fromEntries(Object.keys(tally.sums).map((name) => [name, 0])),
    }
    rows.set(keyOf(by), row)
    return row
  }
  if (tally.by === undefined) rowOf(null)
  for (const document of documents) {
    const row = rowOf(tally.by === undefined ? null : ((read(document, tally.by) ?? null) as TallyRow['by']))
    row.count += 1
    for (const [name, field] of Object.entries(tally.sums))
      row.sums[name] = (row.sums[name] ?? 0) + numberAt(document, field)
  }
  return [...rows.values()].sort((one, other) => compareValues(one.by, other.by))
}

function numberAt(document: StoredDocument, field: string): number {
  const value = read(document, field)
  return typeof value === 'number' ? value : 0
}
