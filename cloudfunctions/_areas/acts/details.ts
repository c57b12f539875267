import type { Effects } from '../../_runtime/effects'
import { open, seal } from '../../_runtime/vault'

/** What a member told about themselves besides name and birthday, sealed; apart from the books, so that it can be forgotten. */
export type ToldDetails = {
  _id: string
  sealed: string
  /** When which things were told anew, the last ones; never what was told. */
  changes: { at: string; codes: string[] }[]
}
export type Details = { [code: string]: string }

const changesMax = 50

export function openDetails(effects: Effects, told: ToldDetails | null): Details {
  return told ? (JSON.parse(open(effects.secrets.vaultKey, told.sealed, placeOf(told._id))) as Details) : {}
}

/** The document after a change of these codes; null when there is none. */
export function sealDetails(
  effects: Effects,
  before: ToldDetails | null,
  next: { accountId: string; details: Details; codes: string[]; at: string },
): ToldDetails | null {
  const { accountId, details, codes, at } = next
  if (codes.length === 0) return null
  const sealed = seal(effects.secrets.vaultKey, JSON.stringify(details), placeOf(accountId))
  return { _id: accountId, sealed, changes: [...(before?.changes ?? []), { at, codes }].slice(-changesMax) }
}

function placeOf(accountId: string): string {
  return `details/${accountId}`
}
