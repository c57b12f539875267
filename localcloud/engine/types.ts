import { candidatesOf } from './candidates'
import type { Value } from './ejson'
import { rank, rankOf } from './order'
import { requestFailed } from './refused'

const ranks: { [name: string]: number } = {
  minKey: rank.minKey, '-1': rank.minKey, null: rank.null, '10': rank.null, number: rank.number, double: rank.number, '1': rank.number,
  int: rank.number, '16': rank.number, long: rank.number, '18': rank.number, decimal: rank.number, '19': rank.number,
  string: rank.string, '2': rank.string, object: rank.object, '3': rank.object, array: rank.array, '4': rank.array,
  binData: rank.binary, '5': rank.binary, objectId: rank.oid, '7': rank.oid, bool: rank.boolean, '8': rank.boolean,
  date: rank.date, '9': rank.date, regex: rank.regexp, '11': rank.regexp, timestamp: rank.timestamp, '17': rank.timestamp, maxKey: rank.maxKey, '127': rank.maxKey,
} // prettier-ignore

/** `$type`: by name or number, one or several. Number types: whole numbers are int or long as they were written, the rest double. */
export function typeTest(operand: Value): (values: (Value | undefined)[]) => boolean {
  const names = (Array.isArray(operand) ? operand : [operand]).map(String)
  for (const name of names) if (!Object.hasOwn(ranks, name)) throw requestFailed(`Unknown type name alias: ${name}`)
  return (values) =>
    candidatesOf(values).some((value) => value !== undefined && names.some((name) => isType(value, name)))
}

function isType(value: Value, name: string): boolean {
  if (rankOf(value) !== ranks[name]) return false
  if (typeof value !== 'number' || name === 'number') return true
  const whole = Number.isInteger(value) && Math.abs(value) < 2 ** 63
  const small = whole && value >= -(2 ** 31) && value < 2 ** 31
  if (name === 'int' || name === '16') return small
  if (name === 'long' || name === '18') return whole && !small
  return (name === 'double' || name === '1') && !whole
}
