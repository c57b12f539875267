/** Every value inside a programme with its path, containers before what is in them. */
export function* walk(value: unknown, path: readonly PropertyKey[] = []): Generator<Place> {
  yield { path, value }
  if (Array.isArray(value)) for (const [index, one] of value.entries()) yield* walk(one, [...path, index])
  else if (typeof value === 'object' && value !== null) {
    for (const [key, one] of Object.entries(value)) yield* walk(one, [...path, key])
  }
}

export type Place = { path: readonly PropertyKey[]; value: unknown }
