import { copyValue, isFields, writeEjson, type Fields, type Value } from './ejson'
import { compileFilter } from './match'
import { compareValues, sameValue } from './order'
import { isOperators } from './plan'
import { requestFailed } from './refused'
import { sortDocuments, type Order } from './select'
import type { Operator } from './update'
import type { Place } from './update-path'

/** The update operators that work on arrays. */
export const arrayOperators: { [name: string]: Operator } = {
  $push: { creates: true, apply: (place, operand, at) => push(place, operand, at.path) },
  $addToSet: { creates: true, apply: (place, operand, at) => addToSet(place, operand, at.path) },
  $pop: { creates: false, apply: (place, operand, at) => pop(place, operand, at.path) },
  $pull: { creates: false, apply: (place, operand, at) => keep(place, not(pullTest(operand)), '$pull', at.path) },
  $pullAll: { creates: false, apply: pullAll },
}

function push(place: Place, operand: Value, path: string): void {
  const list = listAt(place, '$push', path) ?? []
  const modifiers = isFields(operand) && Array.isArray(operand.$each) ? operand : { $each: [operand] }
  const position = typeof modifiers.$position === 'number' ? modifiers.$position : list.length
  let after = [...list]
  after.splice(position, 0, ...copyValue(modifiers.$each as Value[]))
  if (modifiers.$sort !== undefined) after = sortList(after, modifiers.$sort)
  if (typeof modifiers.$slice === 'number')
    after = modifiers.$slice < 0 ? after.slice(modifiers.$slice) : after.slice(0, modifiers.$slice)
  place.set(after)
}

function addToSet(place: Place, operand: Value, path: string): void {
  const after = [...(listAt(place, '$addToSet', path) ?? [])]
  const values = isFields(operand) && Array.isArray(operand.$each) ? operand.$each : [operand]
  for (const value of values) if (!after.some((element) => sameValue(element, value))) after.push(copyValue(value))
  place.set(after)
}

function pop(place: Place, operand: Value, path: string): void {
  const list = listAt(place, '$pop', path)
  if (operand !== 1 && operand !== -1) throw requestFailed(`$pop expects 1 or -1, found: ${writeEjson(operand)}`)
  if (list) place.set(operand === 1 ? list.slice(0, -1) : list.slice(1))
}

function pullAll(place: Place, operand: Value, { path }: { path: string }): void {
  if (!Array.isArray(operand))
    throw requestFailed(`$pullAll requires an array argument but was given a ${typeof operand}`)
  keep(place, (element) => !operand.some((value) => sameValue(value, element)), '$pullAll', path)
}

function keep(place: Place, test: (element: Value) => boolean, name: string, path: string): void {
  const list = listAt(place, name, path)
  if (list) place.set(list.filter(test))
}

// A condition on the element itself, on its fields, or the element as a whole.
function pullTest(operand: Value): (element: Value) => boolean {
  if (operand instanceof RegExp || isOperators(operand)) {
    const matches = compileFilter({ element: operand })
    return (element) => matches({ element })
  }
  if (!isFields(operand)) return (element) => sameValue(element, operand)
  const matches = compileFilter(operand)
  return (element) => isFields(element) && matches(element)
}

const not = (test: (element: Value) => boolean) => (element: Value) => !test(element)

function sortList(list: Value[], by: Value): Value[] {
  if (typeof by === 'number') return list.sort((a, b) => compareValues(a, b) * by)
  if (!isFields(by))
    throw requestFailed(
      'The $sort is invalid: use 1/-1 to sort the whole element, or {field:1/-1} to sort embedded fields',
    )
  const order: Order = Object.entries(by).map(([path, direction]) => ({ path, direction: direction === -1 ? -1 : 1 }))
  return sortDocuments(list as Fields[], order)
}

function listAt(place: Place, name: string, path: string): Value[] | null {
  const value = place.get()
  if (value === undefined) return null
  if (!Array.isArray(value))
    throw requestFailed(
      `The field '${path}' must be an array but is of type ${value === null ? 'null' : typeof value} (${name})`,
    )
  return value
}
