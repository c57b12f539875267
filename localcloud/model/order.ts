/**
 * The cloud database's order of values: missing and null, then numbers, strings, objects, lists, booleans. Strings go
 * by code point, as their UTF-8 bytes do, which differs from JavaScript's own order above U+FFFF.
 */
export function compareValues(one: unknown, other: unknown): number {
  const byKind = kindOf(one) - kindOf(other)
  if (byKind !== 0) return byKind
  if (typeof one === 'string') return compareText(one, other as string)
  if (typeof one === 'number' || typeof one === 'boolean') return Number(one) - Number(other)
  return 0
}

/** Values of different kinds never compare: `lt 5` finds no string. */
export function isSameKind(one: unknown, other: unknown): boolean {
  return kindOf(one) === kindOf(other)
}

export function compareText(one: string, other: string): number {
  if (one === other) return 0
  const length = Math.min(one.length, other.length)
  for (let at = 0; at < length; at += 1) {
    if (one[at] !== other[at]) return weight(one, at) - weight(other, at)
  }
  return one.length - other.length
}

/** A text under which equal values meet, for indexes: null and missing are one. */
export function keyOf(value: unknown): string {
  if (value === null || value === undefined) return 'null'
  if (typeof value === 'number') return `n${value}`
  return typeof value === 'string' ? `s${value}` : JSON.stringify(value)
}

const KINDS = { null: 1, number: 2, string: 3, object: 4, list: 5, boolean: 6 } as const

function kindOf(value: unknown): number {
  if (value === null || value === undefined) return KINDS.null
  if (Array.isArray(value)) return KINDS.list
  const kind = typeof value
  return kind === 'number' || kind === 'string' || kind === 'boolean' ? KINDS[kind] : KINDS.object
}

/** Halves of a pair (U+D800–DFFF) stand above every single unit. */
function weight(text: string, at: number): number {
  const unit = text.charCodeAt(at)
  return unit >= 0xd800 && unit <= 0xdfff ? unit + 0x10000 : unit
}
