import { Aggregator } from 'mingo'
import { isFields, type Fields, type Value } from './ejson'
import { evaluate } from './expression'
import { compareValues } from './order'
import { requestFailed } from './refused'

const counted: Fields = { count: { $sum: 1 } }

/** `$bucket`: each bound but the last begins a bucket that holds its lower bound and not its upper one; empty buckets are left out. */
export function bucket(documents: Fields[], value: Value): Fields[] {
  const { groupBy, boundaries, default: other, output } = isFields(value) ? value : ({} as Fields)
  if (!Array.isArray(boundaries) || boundaries.length < 2 || groupBy === undefined)
    throw requestFailed('$bucket needs groupBy and at least two boundaries')
  if (boundaries.some((bound, i) => i > 0 && compareValues(boundaries[i - 1], bound) >= 0))
    throw requestFailed("The 'boundaries' option to $bucket must be sorted in ascending order")
  const buckets = boundaries.slice(0, -1).map((bound) => ({ bound, documents: [] as Fields[] }))
  const rest: Fields[] = []
  for (const document of documents) {
    const found = findBucket(boundaries, evaluate(document, groupBy))
    if (found === -1 && other === undefined)
      throw requestFailed('$switch could not find a matching branch for an input, and no default was specified.')
    ;(buckets[found]?.documents ?? rest).push(document)
  }
  if (other !== undefined) buckets.push({ bound: other, documents: rest })
  const filled = buckets.filter((one) => one.documents.length > 0)
  return filled.map((one) => ({ ...outputOf(one.documents, isFields(output) ? output : counted), _id: one.bound }))
}

/** `$sample`: that many different documents, at random. */
export function sample(documents: Fields[], value: Value): Fields[] {
  const size = isFields(value) ? value.size : undefined
  if (typeof size !== 'number' || size < 1) throw requestFailed('size argument to $sample must be a positive integer')
  const left = [...documents]
  const taken: Fields[] = []
  while (taken.length < size && left.length > 0) taken.push(...left.splice(Math.floor(Math.random() * left.length), 1))
  return taken
}

function findBucket(boundaries: Value[], key: Value | undefined): number {
  if (compareValues(key, boundaries[0]) < 0 || compareValues(key, boundaries[boundaries.length - 1]) >= 0) return -1
  return boundaries.findIndex((_, i) => compareValues(key, boundaries[i + 1]) < 0)
}

function outputOf(documents: Fields[], output: Fields): Fields {
  const [row] = new Aggregator([{ $group: { _id: null, ...output } }] as never).run(documents as never) as Fields[]
  return row ?? {}
}
