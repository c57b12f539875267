import { isFields, type Value } from './ejson'

/** The places of the types in the cloud's order; values of one place are compared among themselves. */
export const rank = {
  minKey: 0,
  null: 1,
  number: 2,
  string: 3,
  object: 4,
  array: 5,
  binary: 6,
  oid: 7,
  boolean: 8,
  date: 9,
  timestamp: 10,
  regexp: 11,
  maxKey: 12,
}

export function rankOf(value: Value | undefined): number {
  if (value === null || value === undefined) return rank.null
  if (typeof value === 'number') return rank.number
  if (typeof value === 'string') return rank.string
  if (typeof value === 'boolean') return rank.boolean
  if (value instanceof Date) return rank.date
  if (value instanceof RegExp) return rank.regexp
  if (Array.isArray(value)) return rank.array
  if ('$oid' in value) return rank.oid
  if ('$binary' in value) return rank.binary
  if ('$timestamp' in value) return rank.timestamp
  if ('$minKey' in value) return rank.minKey
  if ('$maxKey' in value) return rank.maxKey
  return rank.object
}

/** The cloud's order over any two values: by type first, then within the type; missing equals null. */
export function compareValues(a: Value | undefined, b: Value | undefined): number {
  const place = rankOf(a)
  const difference = place - rankOf(b)
  if (difference !== 0) return difference
  if (place === rank.null) return 0
  if (place === rank.number) return compareNumbers(a as number, b as number)
  if (place === rank.string) return compareStrings(a as string, b as string)
  if (place === rank.boolean) return Number(a) - Number(b)
  if (place === rank.date) return (a as Date).getTime() - (b as Date).getTime()
  if (place === rank.array) return compareLists(a as Value[], b as Value[])
  if (place === rank.object && isFields(a) && isFields(b)) return compareObjects(a, b)
  return compareStrings(JSON.stringify(text(a)), JSON.stringify(text(b)))
}

export const sameValue = (a: Value | undefined, b: Value | undefined): boolean => compareValues(a, b) === 0

// Bytes of UTF-8 decide in the cloud; UTF-16 units give the same order unless surrogates are met.
export function compareStrings(a: string, b: string): number {
  if (a === b) return 0
  if (/[\ud800-\udfff]/.test(a) || /[\ud800-\udfff]/.test(b)) return Buffer.compare(Buffer.from(a), Buffer.from(b))
  return a < b ? -1 : 1
}

function compareNumbers(a: number, b: number): number {
  if (a === b) return 0
  if (Number.isNaN(a)) return Number.isNaN(b) ? 0 : -1
  if (Number.isNaN(b)) return 1
  return a < b ? -1 : 1
}

function compareLists(a: Value[], b: Value[]): number {
  for (let i = 0; i < Math.min(a.length, b.length); i++) {
    const difference = compareValues(a[i], b[i])
    if (difference !== 0) return difference
  }
  return a.length - b.length
}

function compareObjects(a: { [field: string]: Value }, b: { [field: string]: Value }): number {
  const left = Object.keys(a)
  const right = Object.keys(b)
  for (let i = 0; i < Math.min(left.length, right.length); i++) {
    const leftField = left[i] as string
    const rightField = right[i] as string
    const difference =
      rankOf(a[leftField]) - rankOf(b[rightField]) ||
      compareStrings(leftField, rightField) ||
      compareValues(a[leftField], b[rightField])
    if (difference !== 0) return difference
  }
  return left.length - right.length
}

const text = (value: Value | undefined) => (value instanceof RegExp ? [value.source, value.flags] : value)
