import type { OutputOf } from '@shared/kit/contract'
import type { programmesTry } from '@shared/programme/contract'
import { moneyText } from '@/kit/figures'

export type Trial = OutputOf<typeof programmesTry>
export type Tier = { id: string; name: { zh: string; en: string } }

/** The tiers of both programmes, the lowest first: those in force, and those that only the draft has. */
export function tiersOf(live: readonly Tier[], draft: string): Tier[] {
  const known = new Set(live.map(({ id }) => id))
  return [...live, ...draftTiers(draft).filter(({ id }) => !known.has(id))]
}

/** Of a text that the cloud could try, and that therefore has them. */
function draftTiers(draft: string): Tier[] {
  try {
    return (JSON.parse(draft) as { tiers: Tier[] }).tiers
  } catch {
    return []
  }
}

/** `−21.2%`; of nothing the sum itself, and null where nothing changes. */
export function changeOf(liveFen: number, draftFen: number): string | null {
  const change = draftFen - liveFen
  if (change === 0) return null
  if (liveFen === 0) return signedMoney(change)
  const tenths = Math.round((Math.abs(change) / Math.abs(liveFen)) * 1000)
  return `${change < 0 ? '−' : '+'}${tenths / 10}%`
}

/** `+¥12`, `−¥3.50`. */
export function signedMoney(fen: number): string {
  return `${fen < 0 ? '−' : '+'}${moneyText(Math.abs(fen))}`
}
