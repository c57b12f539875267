/**
 * A deep copy of plain data. Documents are copied on their way in and out, so that nobody holds a piece of the
 * database and a handler that scribbles on what it read changes nothing. Several times as fast as `structuredClone` on
 * documents.
 */
export function copy<T>(value: T): T {
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) return value.map(copy) as T
  const copied: { [field: string]: unknown } = {}
  for (const key of Object.keys(value)) copied[key] = copy((value as { [field: string]: unknown })[key])
  return copied as T
}
