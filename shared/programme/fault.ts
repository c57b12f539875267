import type { Bilingual } from '../kit/fields'

/** What is wrong with a programme: where, and in a sentence that a merchant understands. */
export type Fault = { path: string } & Bilingual

/** A place in a programme as a merchant's editor names it: `tiers[1].benefits[0].percent`. */
export function pathText(path: readonly PropertyKey[]): string {
  return path.reduce<string>((text, key) => {
    if (typeof key === 'number') return `${text}[${key}]`
    return text === '' ? String(key) : `${text}.${String(key)}`
  }, '')
}
