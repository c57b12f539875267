import { isFields, type Fields, type Value } from './ejson'

/** What a dotted path finds in a document, for a column: `multi` when an array was on the way or at the end. */
export function valueAt(document: Fields, path: string): { value: Value | undefined; multi: boolean } {
  if (!path.includes('.')) {
    const value = document[path]
    return { value, multi: Array.isArray(value) }
  }
  return walk(document, path.split('.'), 0)
}

/** The value that decides a sort: of an array the least element ascending, the greatest descending. */
export function sortValue(
  document: Fields,
  path: string,
  pick: (values: Value[]) => Value | undefined,
): Value | undefined {
  const found = valueAt(document, path)
  if (!found.multi || !Array.isArray(found.value)) return found.value
  const flat = found.value.flatMap((value) => (Array.isArray(value) ? value : [value]))
  return pick(flat)
}

function walk(value: Value | undefined, parts: string[], at: number): { value: Value | undefined; multi: boolean } {
  if (at === parts.length) return { value, multi: Array.isArray(value) }
  const part = parts[at] as string
  if (Array.isArray(value)) {
    if (/^\d+$/.test(part)) return { value: walk(value[Number(part)], parts, at + 1).value, multi: true }
    const inner = value.filter(isFields).map((element) => walk(element, parts, at).value)
    return { value: inner.filter((found) => found !== undefined), multi: true }
  }
  return isFields(value) ? walk(value[part], parts, at + 1) : { value: undefined, multi: false }
}
