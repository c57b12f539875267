type Fields = { [field: string]: unknown }

/**
 * Every value that a path reaches as the cloud database sees it: through lists to each of their items, and a list as well
 * as its items at the end. A path that leads nowhere gives `undefined`.
 */
export function reach(value: unknown, path: string): unknown[] {
  return walk(value, path.split('.'))
}

/** The one value at a path through objects, or `undefined`. */
export function read(document: Fields, path: string): unknown {
  if (!path.includes('.')) return document[path]
  let at: unknown = document
  for (const key of path.split('.')) {
    if (!isFields(at)) return undefined
    at = at[key]
  }
  return at
}

/** Writes in place, making the objects on the way; the cloud refuses a path through something else, and so does this. */
export function write(document: Fields, path: string, value: unknown): void {
  const keys = path.split('.')
  const last = keys.pop()!
  let at: Fields = document
  for (const key of keys) {
    if (at[key] === undefined) at[key] = {}
    const next = at[key]
    if (!isFields(next)) throw new Error(`Cannot create field '${last}' in element {${key}} of ${path}`)
    at = next
  }
  at[last] = value
}

export function erase(document: Fields, path: string): void {
  const keys = path.split('.')
  const last = keys.pop()!
  const parent = keys.length === 0 ? document : read(document, keys.join('.'))
  if (isFields(parent)) delete parent[last]
}

function walk(value: unknown, keys: string[]): unknown[] {
  if (keys.length === 0) return Array.isArray(value) ? [value, ...value] : [value]
  if (Array.isArray(value)) {
    const throughItems = value.filter(isFields).flatMap((item) => walk(item, keys))
    const byNumber =
      /^\d+$/.test(keys[0]!) && Number(keys[0]) < value.length ? walk(value[Number(keys[0])], keys.slice(1)) : []
    return [...byNumber, ...throughItems]
  }
  return isFields(value) ? walk(value[keys[0]!], keys.slice(1)) : [undefined]
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
