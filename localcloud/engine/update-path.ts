import { isFields, writeEjson, type Fields, type Value } from './ejson'
import { requestFailed } from './refused'

/** Where a path ends in a document: the container, and the name or position in it. */
export type Place = { get(): Value | undefined; set(value: Value): void; unset(): void }

const positionsMax = 1_500_000

/**
 * The place of a dotted path in a document that is being changed. Missing objects on the way are made only when `create`; null when
 * the place does not exist and must not be made. Refuses, as the cloud does, to step into null, a scalar, or an array by name.
 */
export function placeOf(document: Fields, path: string, create: boolean): Place | null {
  const parts = path.split('.')
  if (parts.some((part) => part === ''))
    throw requestFailed(`The update path '${path}' contains an empty field name, which is not allowed.`)
  let container: Fields | Value[] = document
  for (const [i, part] of parts.slice(0, -1).entries()) {
    let next: Value | undefined = read(container, part)
    if (next === undefined) {
      if (!create) return null
      next = {}
      write(container, part, next)
    }
    if (!Array.isArray(next) && !isFields(next)) {
      if (!create) return null
      throw cannotCreate(parts[i + 1] as string, part, next)
    }
    container = next
  }
  const last = parts[parts.length - 1] as string
  if (Array.isArray(container) && !isPosition(last)) {
    if (!create) return null
    throw cannotCreate(last, parts[parts.length - 2] as string, container)
  }
  return place(container, last)
}

function place(container: Fields | Value[], part: string): Place {
  return {
    get: () => read(container, part),
    set: (value) => write(container, part, value),
    unset: () => {
      if (!Array.isArray(container)) Reflect.deleteProperty(container, part)
      else if (Number(part) < container.length) container[Number(part)] = null
    },
  }
}

const isPosition = (part: string) => /^\d+$/.test(part)

function read(container: Fields | Value[], part: string): Value | undefined {
  if (Array.isArray(container)) return isPosition(part) ? container[Number(part)] : undefined
  return Object.hasOwn(container, part) ? container[part] : undefined
}

function write(container: Fields | Value[], part: string, value: Value): void {
  if (!Array.isArray(container)) {
    Object.defineProperty(container, part, { value, writable: true, enumerable: true, configurable: true })
    return
  }
  if (!isPosition(part)) throw cannotCreate(part, 'the array', container)
  if (Number(part) > positionsMax) throw requestFailed(`can't backfill array to larger than ${positionsMax} elements`)
  while (container.length < Number(part)) container.push(null)
  container[Number(part)] = value
}

function cannotCreate(field: string, parent: string, value: Value) {
  return requestFailed(`Cannot create field '${field}' in element {${parent}: ${writeEjson(value)}}`)
}
