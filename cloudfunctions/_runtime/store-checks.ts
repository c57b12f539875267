import {
  StoreMisuse,
  type Change,
  type Query,
  type QueryOf,
  type StoredDocument,
  type Tally,
  type Where,
} from './store'

/**
 * What every store refuses before it asks the database. The platform would take these silently and lose or widen
 * something: NaN becomes null, undefined vanishes, `$` keys become operators, look-alikes of places come back as
 * classes.
 */
export function checkStorable(value: unknown, path: string): void {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return
  if (typeof value === 'number') return demand(Number.isFinite(value), `${path} is not a finite number`)
  demand(typeof value === 'object', `${path} is a ${typeof value}`)
  // A document refers to itself or is no document: the platform allows 100 levels.
  demand(path.length < 2_000, `${path.slice(0, 60)}… is nested too deep`)
  if (Array.isArray(value)) return value.forEach((item, index) => checkStorable(item, `${path}.${index}`))
  demand(isPlain(value), `${path} is not a plain object (instants are stored as ISO strings)`)
  demand(
    !('coordinates' in value && 'type' in value),
    `${path} looks like a place, which the platform would turn into a class`,
  )
  for (const [key, item] of Object.entries(value)) {
    checkKey(key, path)
    checkStorable(item, `${path}.${key}`)
  }
}

/** A document has an id and something besides; `undefined` is allowed at the top level where `mayLack` says so. */
export function checkDocument(document: StoredDocument, mayLack: 'nothing' | 'fields' = 'nothing'): void {
  demand(typeof document._id === 'string' && document._id !== '', 'a document needs an _id')
  const fields = Object.entries(document).filter(([field]) => field !== '_id')
  demand(fields.length > 0, `${document._id} has no field besides its _id`)
  for (const [field, value] of fields) {
    checkKey(field, document._id)
    if (value !== undefined || mayLack === 'nothing') checkStorable(value, `${document._id}.${field}`)
  }
}

export function checkReplacement(document: StoredDocument, expectedVersion: number): void {
  checkDocument(document, 'fields')
  demand(
    Number.isInteger(document.version) && (document.version as number) > expectedVersion,
    `${document._id} must carry a version higher than ${expectedVersion}`,
  )
}

/** Only the known comparisons with plain values: an operator that came in from outside never reaches the database. */
export function checkWhere(where: Where): void {
  for (const [field, condition] of Object.entries(where)) {
    checkPath(field)
    if (isScalar(condition)) continue
    demand(isPlain(condition) && Object.keys(condition).length > 0, `the condition on ${field} is not known`)
    for (const [operator, operand] of Object.entries(condition as object)) checkComparison(field, operator, operand)
  }
}

/** A write by condition names at least one field, so that no empty condition rewrites a whole collection. */
export function checkWriteWhere(where: Where): void {
  demand(Object.keys(where).length > 0, 'a write needs a condition')
  checkWhere(where)
}

export function checkQuery(query: Query): void {
  checkWhere(query.where)
  demand(Number.isInteger(query.limit) && query.limit >= 1 && query.limit <= ROWS_MAX, `limit must be 1 to ${ROWS_MAX}`)
  for (const [field, direction] of query.orderBy ?? []) {
    checkPath(field)
    demand(direction === 'asc' || direction === 'desc', `the order of ${field} must be asc or desc`)
  }
  for (const field of query.fields ?? []) checkKey(field, 'fields')
}

export function checkQueries(queries: readonly QueryOf[]): void {
  demand(queries.length >= 1 && queries.length <= 40, 'one to 40 queries together')
  queries.forEach(checkQuery)
}

export function checkTally(tally: Tally): void {
  checkWhere(tally.where)
  if (tally.by !== undefined) checkPath(tally.by)
  for (const [name, field] of Object.entries(tally.sums)) {
    checkKey(name, 'sums')
    demand(name !== '_id' && name !== 'count', `a sum cannot be called ${name}`)
    checkPath(field)
  }
}

export function checkDistinct(where: Where, field: string): void {
  checkWhere(where)
  checkPath(field)
}

export function checkChange(change: Change): void {
  const { set = {}, increase = {}, unset = [], append = {} } = change
  const fields = [...Object.keys(set), ...Object.keys(increase), ...unset, ...Object.keys(append)]
  demand(fields.length > 0, 'a change needs at least one field')
  fields.forEach(checkPath)
  demand(!fields.includes('_id'), 'an _id cannot be changed')
  demand(
    !fields.some((one, at) => fields.some((other, to) => at !== to && overlaps(one, other))),
    'a change names a field twice',
  )
  for (const [field, value] of Object.entries({ ...set, ...append })) checkStorable(value, field)
  for (const [field, by] of Object.entries(increase)) demand(Number.isFinite(by), `${field} must increase by a number`)
}

export function checkIds(ids: readonly string[]): void {
  demand(ids.length <= ROWS_MAX, `at most ${ROWS_MAX} ids`)
  for (const id of ids) checkId(id)
}

export function checkId(id: string): void {
  demand(typeof id === 'string' && id !== '', 'an id is a string that is not empty')
}

/** The most documents that one answer of the platform carries. */
export const ROWS_MAX = 1_000

const COMPARISONS = ['lt', 'lte', 'gt', 'gte', 'ne']

function checkComparison(field: string, operator: string, operand: unknown): void {
  if (operator === 'in') {
    demand(Array.isArray(operand) && operand.every(isScalar), `${field} in needs a list of plain values`)
    demand(operand.length <= ROWS_MAX, `${field} in takes at most ${ROWS_MAX} values`)
  } else {
    demand(COMPARISONS.includes(operator) && isScalar(operand), `the comparison ${operator} on ${field} is not known`)
  }
}

function checkPath(path: string): void {
  demand(path !== '', 'a field needs a name')
  for (const key of path.split('.')) checkKey(key, path)
}

function checkKey(key: string, path: string): void {
  demand(key !== '' && !key.startsWith('$') && !key.includes('.'), `${path} has the field name "${key}"`)
  demand(key !== '__proto__', `${path} has the field name "${key}"`)
}

function overlaps(one: string, other: string): boolean {
  return one === other || one.startsWith(`${other}.`) || other.startsWith(`${one}.`)
}

function isScalar(value: unknown): boolean {
  return value === null || typeof value === 'string' || typeof value === 'boolean' || Number.isFinite(value)
}

/** By the shape of the prototype chain, since values cross the borders of contexts in tests. */
function isPlain(value: unknown): value is object {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false
  const prototype = Object.getPrototypeOf(value) as object | null
  return prototype === null || Object.getPrototypeOf(prototype) === null
}

function demand(holds: boolean, what: string): asserts holds {
  if (!holds) throw new StoreMisuse(what)
}
