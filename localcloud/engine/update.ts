import { copyValue, isFields, writeEjson, type Fields, type Value } from './ejson'
import { compareValues, rankOf, sameValue } from './order'
import { matchedPosition } from './positional'
import { invalidOperator, requestFailed } from './refused'
import { arrayOperators } from './update-arrays'
import { placeOf, type Place } from './update-path'

/** Changes the value at a place, and says whether the path must be made when it is missing. */
export type Operator = {
  creates: boolean
  apply(place: Place, operand: Value, at: { path: string; document: Fields }): void
}

const fieldOperators: { [name: string]: Operator } = {
  $set: { creates: true, apply: (place, operand) => place.set(copyValue(operand)) },
  $inc: {
    creates: true,
    apply: (place, operand, at) => place.set(arithmetic('increment', '$inc', place, operand, at)),
  },
  $mul: { creates: true, apply: (place, operand, at) => place.set(arithmetic('multiply', '$mul', place, operand, at)) },
  $min: { creates: true, apply: (place, operand) => replaceIf(place, operand, (order) => order < 0) },
  $max: { creates: true, apply: (place, operand) => replaceIf(place, operand, (order) => order > 0) },
  $unset: { creates: false, apply: (place) => place.unset() },
  $rename: { creates: false, apply: rename },
  $bit: { creates: true, apply: bit },
}

const operators: { [name: string]: Operator } = { ...fieldOperators, ...arrayOperators }

/**
 * Changes a document in place by update operators. `query` decides what the positional `$` stands for. Refuses
 * what the cloud refuses: arithmetic on what is no number, paths through null or scalars, paths that collide, changes of `_id`.
 */
export function applyUpdate(document: Fields, update: Fields, query: Fields): Fields {
  requireUpdate(update)
  const id = document._id
  for (const [name, changes] of Object.entries(update)) {
    const operator = operators[name] as Operator
    for (const [rawPath, operand] of Object.entries(changes as Fields)) {
      for (const path of expand(document, rawPath, query)) {
        const place = placeOf(document, path, operator.creates)
        if (place) operator.apply(place, operand, { path, document })
      }
    }
  }
  if (!sameValue(id, document._id))
    throw requestFailed("Performing an update on the path '_id' would modify the immutable field '_id'")
  return document
}

/** Refuses an update that the cloud would refuse whatever the document, even when none matches. */
export function requireUpdate(update: Fields): void {
  const paths: string[] = []
  for (const [name, changes] of Object.entries(update)) {
    if (!Object.hasOwn(operators, name)) throw invalidOperator(`Unknown modifier: ${name}`)
    if (!isFields(changes))
      throw requestFailed(`Modifiers operate on fields but we found another type: {${name}: ${writeEjson(changes)}}`)
    for (const path of Object.keys(changes)) {
      const taken = paths.find(
        (other) => path === other || path.startsWith(`${other}.`) || other.startsWith(`${path}.`),
      )
      if (taken !== undefined) throw requestFailed(`Updating the path '${path}' would create a conflict at '${taken}'`)
      paths.push(path)
    }
  }
}

// `$[]` stands for every element, `$` for the first that matched the query.
function expand(document: Fields, path: string, query: Fields): string[] {
  const parts = path.split('.')
  const at = parts.findIndex((part) => part === '$' || part === '$[]')
  if (at === -1) return [path]
  const parent = parts.slice(0, at).join('.')
  const join = (position: number) => [...parts.slice(0, at), String(position), ...parts.slice(at + 1)].join('.')
  if (parts[at] === '$') return expand(document, join(matchedPosition(document, parent, query)), query)
  const list = placeOf(document, parent, false)?.get()
  if (!Array.isArray(list))
    throw requestFailed(`The path '${parent}' must exist in the document in order to apply array updates.`)
  return list.flatMap((_, position) => expand(document, join(position), query))
}

function arithmetic(
  verb: string,
  name: string,
  place: Place,
  operand: Value,
  at: { path: string; document: Fields },
): number {
  if (typeof operand !== 'number')
    throw requestFailed(`Cannot ${verb} with non-numeric argument: {${at.path}: ${writeEjson(operand)}}`)
  const value = place.get()
  if (value === undefined) return name === '$inc' ? operand : 0
  if (typeof value === 'number') return name === '$inc' ? value + operand : value * operand
  throw requestFailed(
    `Cannot apply ${name} to a value of non-numeric type. {_id: ${writeEjson(at.document._id ?? null)}} has the field '${at.path}' of non-numeric type ${typeName(value)}`,
  )
}

function replaceIf(place: Place, operand: Value, wins: (order: number) => boolean): void {
  const value = place.get()
  if (value === undefined || wins(compareValues(operand, value))) place.set(copyValue(operand))
}

function rename(place: Place, operand: Value, { document }: { document: Fields }): void {
  if (typeof operand !== 'string')
    throw requestFailed(`The 'to' field for $rename must be a string: ${writeEjson(operand)}`)
  const value = place.get()
  if (value === undefined) return
  place.unset()
  placeOf(document, operand, true)?.set(value)
}

function bit(place: Place, operand: Value, { path }: { path: string }): void {
  const value = place.get() ?? 0
  if (typeof value !== 'number' || !Number.isInteger(value))
    throw requestFailed(`Cannot apply $bit to a value of non-integral type at '${path}'`)
  const [name, mask] = Object.entries(isFields(operand) ? operand : {})[0] ?? []
  if (typeof mask !== 'number') throw requestFailed('The $bit modifier field must be an Integer(32/64 bit)')
  if (name === 'and') place.set(value & mask)
  else if (name === 'or') place.set(value | mask)
  else if (name === 'xor') place.set(value ^ mask)
  else throw requestFailed(`The $bit modifier only supports 'and', 'or', and 'xor', not '${name}'`)
}

const typeName = (value: Value) =>
  [
    'minKey',
    'null',
    'number',
    'string',
    'object',
    'array',
    'binData',
    'objectId',
    'bool',
    'date',
    'timestamp',
    'regex',
    'maxKey',
  ][rankOf(value)]
