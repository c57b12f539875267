/** A name as others may see it: its first character, and a star for each that follows, three at most. */
export function maskedName(name: string | null): string | null {
  const [first, ...rest] = Array.from(name?.trim() ?? '')
  return first === undefined ? null : first + '*'.repeat(Math.max(1, Math.min(3, rest.length)))
}
