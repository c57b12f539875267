import type { DrawTerms } from '../programme/parts/draws'
import type { Programme } from '../programme/schema'
import { isForTier } from '../programme/for-tiers'
import type { Round } from '../chances/round'
import { canonical } from './canonical'
import { drawRules, type DrawRules, type FixedPrize } from './contract'
import type { Hashing } from './hashing'

/** The rules of a draw for one round, with the names of tiers worked out. */
export function rulesOf(programme: Programme, draw: DrawTerms, round: Round, organiser: string): DrawRules {
  const { id: drawId, name, form, forVisitors, prizes, outOf, odds = [], fallback, perMember, rules } = draw
  const special = odds.map((one) => ({
    tiers: programme.tiers.map(({ id }) => id).filter((id) => isForTier(programme, one, id)),
    weights: prizes.map(({ id }) => one.weights[id] ?? 0),
  }))
  return {
    ...round,
    drawId,
    organiser,
    name,
    form,
    forVisitors,
    perMember: perMember ?? null,
    rules: rules ?? null,
    prizes: prizes.map(({ weight: _, ...prize }) => ({
      id: prize.id,
      name: prize.name,
      stock: prize.stock ?? null,
      perDay: prize.perDay ?? null,
      perMember: prize.perMember ?? null,
      ways: prize.ways ?? ['store'],
      gives: asPublished(prize.gives),
      worthFen: prize.worthFen ?? null,
    })),
    outOf,
    tables: [{ tiers: [], weights: prizes.map(({ weight }) => weight) }, ...special],
    fallback: fallback ?? null,
  }
}

/** Without what it costs the shop, which is its own affair. */
function asPublished(gives: FixedPrize['gives']): FixedPrize['gives'] {
  if (!gives || !('costFen' in gives)) return gives
  const { costFen: _, ...shown } = gives
  return shown
}

/** The text of rules that is hashed and published; whoever reads it back has the rules. */
export function rulesText(rules: DrawRules): string {
  return canonical(rules)
}

/** Rules of a published text; null when it is none. */
export function readRules(text: string): DrawRules | null {
  try {
    const read = drawRules.safeParse(JSON.parse(text))
    return read.success ? read.data : null
  } catch {
    return null
  }
}

/** What is published before a round opens: it fixes the secret seed (64 hex digits) and every figure of the rules. */
export function commitmentOf({ sha256 }: Hashing, seed: string, text: string): string {
  return sha256(`changlai-draw-1\n${seed}\n${text}`)
}

/** The weights that hold for a tier, or for a visitor. */
export function weightsFor({ tables }: DrawRules, tierId: string | null): readonly number[] {
  const special = tables.slice(1).find(({ tiers }) => tierId !== null && tiers.includes(tierId))
  return (special ?? tables[0])?.weights ?? []
}
