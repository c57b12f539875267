import { isFields, type Fields, type Value } from './ejson'

/**
 * The values that a dotted path means in a document. An array on the way stands for its elements (and, for a number, for that position);
 * a missing field gives `undefined`, an array without fitting elements gives nothing.
 */
export function valuesOf(document: Fields, path: string): (Value | undefined)[] {
  if (!path.includes('.')) return [Object.hasOwn(document, path) ? document[path] : undefined]
  const found: (Value | undefined)[] = []
  collect(document, path.split('.'), 0, found)
  return found
}

/** The same, with the elements of an array at the end besides the array itself: what an equality or a range is tried on. */
export function candidatesOf(values: (Value | undefined)[]): (Value | undefined)[] {
  return values.some(Array.isArray)
    ? values.flatMap((value) => (Array.isArray(value) ? [...value, value] : [value]))
    : values
}

function collect(value: Value | undefined, parts: string[], at: number, found: (Value | undefined)[]): void {
  const part = parts[at]
  if (part === undefined) return void found.push(value)
  if (Array.isArray(value)) return collectInArray(value, parts, at, found)
  if (!isFields(value)) return void found.push(undefined)
  collect(Object.hasOwn(value, part) ? value[part] : undefined, parts, at + 1, found)
}

function collectInArray(list: Value[], parts: string[], at: number, found: (Value | undefined)[]): void {
  const part = parts[at] as string
  if (/^\d+$/.test(part) && Number(part) < list.length) collect(list[Number(part)], parts, at + 1, found)
  for (const element of list) if (isFields(element)) collect(element, parts, at, found)
}
