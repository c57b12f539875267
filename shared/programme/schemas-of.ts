type Kind = { schema: unknown }

/** The schemas of registered kinds, in their order: so a kind stands in one list. */
export function schemasOf<const Kinds extends readonly Kind[]>(kinds: Kinds) {
  return kinds.map(({ schema }) => schema) as unknown as {
    -readonly [Index in keyof Kinds]: Kinds[Index]['schema']
  }
}
