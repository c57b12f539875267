import { invalidParameter, requestFailed } from './refused'

/** A value of a document as the engine works with it; special values without a JavaScript type stay as their EJSON objects. */
export type Value = null | boolean | number | string | Date | RegExp | Value[] | Fields
export type Fields = { [field: string]: Value }

/**
 * Reads canonical EJSON (what the SDK sends and what the tables keep). `now` in milliseconds is what `db.serverDate()`
 * becomes. Integers beyond 2^53 lose precision, as they do in the SDK.
 */
export function readEjson(text: string, now: number): Value {
  let tree: unknown
  try {
    tree = JSON.parse(text)
  } catch {
    throw invalidParameter('a field of the request is not EJSON')
  }
  return revive(tree as Value, now)
}

/** Reads EJSON that must be an object: a query, an update, a document. */
export function readFields(text: unknown, now: number): Fields {
  if (typeof text !== 'string') throw invalidParameter('a field of the request is missing or not a string')
  const value = readEjson(text, now)
  if (!isFields(value)) throw invalidParameter('a field of the request is not an object')
  return value
}

/** Writes canonical EJSON, number types chosen as the SDK chooses them. */
export function writeEjson(value: Value): string {
  if (typeof value === 'string') return JSON.stringify(value)
  if (typeof value === 'number') return writeNumber(value)
  if (value === null || typeof value === 'boolean') return String(value)
  if (value === undefined) return 'null'
  if (value instanceof Date) return `{"$date":{"$numberLong":"${value.getTime()}"}}`
  if (value instanceof RegExp) return writeRegExp(value)
  if (Array.isArray(value)) return `[${value.map(writeEjson).join(',')}]`
  // A special value without a JavaScript type is kept word for word.
  if (isOpaque(value)) return JSON.stringify(value)
  let text = '{'
  for (const field of Object.keys(value)) {
    const inner = value[field]
    if (inner === undefined) continue
    if (text !== '{') text += ','
    text += quoteField(field)
    text += writeEjson(inner)
  }
  return text + '}'
}

export function isFields(value: Value | undefined): value is Fields {
  return (
    typeof value === 'object' &&
    value !== null &&
    !Array.isArray(value) &&
    !(value instanceof Date) &&
    !(value instanceof RegExp)
  )
}

/** Special values that have no JavaScript type here: ObjectId, binary, timestamp, MinKey, MaxKey. */
export function isOpaque(value: Fields): boolean {
  for (const field in value) return field.charCodeAt(0) === dollar && opaque.has(field)
  return false
}

const opaque = new Set(['$oid', '$binary', '$timestamp', '$minKey', '$maxKey'])
const dollar = 36

/** A copy that shares nothing with the original. */
export function copyValue<V extends Value>(value: V): V {
  if (value === null || typeof value !== 'object') return value
  if (value instanceof Date) return new Date(value.getTime()) as V
  if (value instanceof RegExp) return value
  if (Array.isArray(value)) return value.map(copyValue) as unknown as V
  return Object.fromEntries(Object.entries(value).map(([field, inner]) => [field, copyValue(inner)])) as V
}

// Field names repeat in every document, so their quoted form is kept.
const quotedFields = new Map<string, string>()
const quotedFieldsMax = 5_000

function quoteField(field: string): string {
  let quoted = quotedFields.get(field)
  if (quoted === undefined) {
    if (quotedFields.size >= quotedFieldsMax) quotedFields.clear()
    quotedFields.set(field, (quoted = `${JSON.stringify(field)}:`))
  }
  return quoted
}

// Works in place on what JSON.parse gave; an own `__proto__` stays an ordinary field that way.
function revive(tree: Value, now: number): Value {
  if (tree === null || typeof tree !== 'object') return tree
  if (Array.isArray(tree)) {
    for (let i = 0; i < tree.length; i++) tree[i] = revive(tree[i] as Value, now)
    return tree
  }
  const fields = tree as Fields
  for (const field in fields) {
    if (field.charCodeAt(0) === dollar) {
      const special = reviveSpecial(field, fields, now)
      if (special !== undefined) return special
    }
    const inner = fields[field] as Value
    if (inner !== null && typeof inner === 'object') fields[field] = revive(inner, now)
  }
  return fields
}

function reviveSpecial(name: string, fields: Fields, now: number): Value | undefined {
  const inner = fields[name] as Value
  switch (name) {
    case '$numberInt':
    case '$numberLong':
    case '$numberDouble':
    case '$numberDecimal':
      return Number(inner)
    case '$date':
      return new Date(isFields(inner) ? Number(inner.$numberLong) : (inner as string | number))
    case '$tcb_server_date':
      return new Date(now + (isFields(inner) ? Number(revive(inner.offset ?? 0, now)) : 0))
    case '$regularExpression':
      return isFields(inner) ? readRegExp(String(inner.pattern), String(inner.options ?? '')) : undefined
    default:
      return undefined
  }
}

// g, y and u mean nothing to the cloud's engine; x (extended) is not a JavaScript flag, so it is resolved here.
function readRegExp(pattern: string, options: string): RegExp {
  const source = options.includes('x')
    ? pattern.replace(/\\.|\s+|#.*$/gm, (part) => (part.startsWith('\\') ? part : ''))
    : pattern
  try {
    return new RegExp(source, [...'ims'].filter((flag) => options.includes(flag)).join(''))
  } catch (error) {
    throw requestFailed(`Regular expression is invalid: ${(error as Error).message}`)
  }
}

function writeRegExp(value: RegExp): string {
  return `{"$regularExpression":{"pattern":${JSON.stringify(value.source)},"options":"${value.flags}"}}`
}

function writeNumber(value: number): string {
  if (Number.isInteger(value)) {
    if (value >= -2147483648 && value <= 2147483647) return `{"$numberInt":"${value}"}`
    if (value >= -9223372036854775808 && value <= 9223372036854775807) return `{"$numberLong":"${value}"}`
  }
  return `{"$numberDouble":"${value}"}`
}
