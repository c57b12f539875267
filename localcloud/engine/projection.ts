import { isFields, type Fields, type Value } from './ejson'
import { compileFilter } from './match'
import { isOperators } from './plan'
import { requestFailed } from './refused'

/** Which fields a document gives back: those named, or all but those named; operators (`$slice`, `$elemMatch`) besides. */
export type Projection = {
  takes: boolean
  withId: boolean
  paths: string[][]
  operators: [path: string, operator: Fields][]
}

/** Reads a projection. Fields are either all taken or all left out, `_id` apart. */
export function readProjection(fields: Fields): Projection {
  const plain = Object.entries(fields).filter(([path, how]) => path !== '_id' && !isOperators(how))
  const takes = plain.some(([, how]) => isTaken(how))
  if (takes && !plain.every(([, how]) => isTaken(how)))
    throw requestFailed('Projection cannot have a mix of inclusion and exclusion.')
  const operators = Object.entries(fields).filter(([, how]) => isOperators(how)) as [string, Fields][]
  const onlyId = plain.length === 0 && isTaken(fields._id ?? 0)
  const elements = operators.some(([, operator]) => operator.$elemMatch !== undefined)
  return {
    takes: takes || onlyId || (plain.length === 0 && elements),
    withId: fields._id === undefined || isTaken(fields._id),
    paths: plain.map(([path]) => path.split('.')),
    operators,
  }
}

/** The part of a document that the projection asks for; the document itself is not changed. */
export function applyProjection(document: Fields, projection: Projection): Fields {
  const { takes, withId, paths, operators } = projection
  const all = takes ? [...paths, ['_id'], ...operators.map(([path]) => path.split('.'))] : paths
  const part = (takes ? take(document, all) : leave(document, all)) as Fields
  if (!withId) delete part._id
  for (const [path, operator] of operators) applyOperator(part, path, operator)
  return part
}

const isTaken = (how: Value) => how !== 0 && how !== false

function take(value: Value, paths: string[][]): Value {
  if (Array.isArray(value))
    return value.filter((element) => isFields(element) || Array.isArray(element)).map((element) => take(element, paths))
  if (!isFields(value)) return value
  const part: Fields = {}
  for (const [field, inner] of Object.entries(value)) {
    const rest = restOf(paths, field)
    if (rest.length === 0) continue
    if (rest.some((path) => path.length === 0)) part[field] = inner
    else if (typeof inner === 'object' && inner !== null) part[field] = take(inner, rest)
  }
  return part
}

function leave(value: Value, paths: string[][]): Value {
  if (Array.isArray(value)) return value.map((element) => leave(element, paths))
  if (!isFields(value)) return value
  const part: Fields = {}
  for (const [field, inner] of Object.entries(value)) {
    const rest = restOf(paths, field)
    if (rest.some((path) => path.length === 0)) continue
    part[field] = rest.length === 0 ? inner : leave(inner, rest)
  }
  return part
}

const restOf = (paths: string[][], field: string) =>
  paths.filter((path) => path[0] === field).map((path) => path.slice(1))

function applyOperator(part: Fields, path: string, operator: Fields): void {
  const list = part[path]
  if (operator.$slice !== undefined) {
    if (Array.isArray(list)) part[path] = slice(list, operator.$slice)
  } else if (isFields(operator.$elemMatch)) {
    const test = elementTest(operator.$elemMatch)
    const found = Array.isArray(list) ? list.find(test) : undefined
    if (found === undefined) Reflect.deleteProperty(part, path)
    else part[path] = [found]
  } else throw requestFailed(`Unsupported projection option: ${path}: ${JSON.stringify(operator)}`)
}

function slice(list: Value[], bounds: Value): Value[] {
  if (typeof bounds === 'number') return bounds < 0 ? list.slice(bounds) : list.slice(0, bounds)
  const [skip, count] = Array.isArray(bounds) ? (bounds as number[]) : []
  if (typeof skip !== 'number' || typeof count !== 'number')
    throw requestFailed('$slice needs a number or [skip, limit]')
  const from = skip < 0 ? Math.max(0, list.length + skip) : skip
  return list.slice(from, from + count)
}

function elementTest(condition: Fields): (element: Value) => boolean {
  const filter = compileFilter({ list: { $elemMatch: condition } })
  return (element) => filter({ list: [element] })
}
