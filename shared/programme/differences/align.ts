export type Pair<T> = { before: T | undefined; after: T | undefined; index: number }

/** The members of two lists by their key: in the order of the second, then what only the first has. */
export function align<T>(
  before: readonly T[],
  after: readonly T[],
  keyOf: (one: T, index: number) => string,
): Pair<T>[] {
  const [old, fresh] = [keyed(before, keyOf), keyed(after, keyOf)]
  return [
    ...[...fresh].map(([key, { one, index }]) => ({ before: old.get(key)?.one, after: one, index })),
    ...[...old].flatMap(([key, { one, index }]) => (fresh.has(key) ? [] : [{ before: one, after: undefined, index }])),
  ]
}

/** By key, the second of the same key being another one. */
function keyed<T>(list: readonly T[], keyOf: (one: T, index: number) => string) {
  const found = new Map<string, { one: T; index: number }>()
  list.forEach((one, index) => {
    let key = keyOf(one, index)
    while (found.has(key)) key = `${key}+`
    found.set(key, { one, index })
  })
  return found
}
