type Fields = { [field: string]: unknown }

/**
 * Every value that a path reaches as the cloud database sees it: through lists to each of their items, and a list as
 * well as its items at the end. A path that leads nowhere gives `undefined`.
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

/**
 * Writes in place, making the objects on the way; the cloud refuses a path through something else, and so does this.
 */
export function write(document: Fields, path: string, value: unknown): void {
  const { parents, last } = split(path)
  let at: Fields = document
  for (const key of parents) {
    if (at[key] === undefined) at[key] = {}
    const next = at[key]
    if (!isFields(next)) throw new Error(`Cannot create field '${last}' in element {${key}} of ${path}`)
    at = next
  }
  at[last] = value
}

export function erase(document: Fields, path: string): void {
  const { parents, last } = split(path)
  const parent = parents.length === 0 ? document : read(document, parents.join('.'))
  if (isFields(parent)) Reflect.deleteProperty(parent, last)
}

function split(path: string): { parents: string[]; last: string } {
  const keys = path.split('.')
  return { parents: keys.slice(0, -1), last: keys.at(-1) ?? path }
}

function walk(value: unknown, [key, ...rest]: string[]): unknown[] {
  if (key === undefined) return Array.isArray(value) ? [value, ...value] : [value]
  if (!Array.isArray(value)) return isFields(value) ? walk(value[key], rest) : [undefined]
  const byNumber = /^\d+$/.test(key) && Number(key) < value.length ? walk(value[Number(key)], rest) : []
  return [...byNumber, ...value.filter(isFields).flatMap((item) => walk(item, [key, ...rest]))]
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
