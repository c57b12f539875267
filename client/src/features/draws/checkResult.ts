import type { drawsResult } from '@shared/draws/contract'
import { nextResult, prizeOf, type Head } from '@shared/draws/list'
import { pointOf } from '@shared/draws/result'
import { commitmentOf, readRules, weightsFor } from '@shared/draws/rules'
import type { OutputOf } from '@shared/kit/contract'
import { dayOf } from '@shared/kit/time'
import { canonical } from '@shared/draws/canonical'
import type { Receipt } from './chances'
import { hashing } from './hashing'

type Result = OutputOf<typeof drawsResult>

/** What the phone has worked out by itself, and whether each part of it fits what was published. */
export type Checked = {
  commitment: boolean
  result: boolean
  /** Null where this phone has no receipt of its own. */
  receipt: boolean | null
  /** Where the result falls, and the part of the table that the prize has. */
  point: number
  from: number
  to: number
  prizeId: string
}

/** Works a result out again from the seed that was told; null while it is not told. */
export function checkResult(
  { rules: text, commitment, seed, given, result, before }: Result,
  receipt: Receipt | null,
): Checked | null {
  const rules = readRules(text)
  if (seed === null || !rules) return null
  const drawn = prizeOf(hashing, { rules, seed, given, salt: result.salt })
  const index = rules.prizes.findIndex(({ id }) => id === drawn.id)
  const weights = weightsFor(rules, given.tierId)
  const from = weights.slice(0, index).reduce((sum, weight) => sum + weight, 0)
  // The chain is worked out from what is said to have been given: whether it had run out, only the whole list can tell.
  const isGone = result.prize !== result.drawn
  const taken = isGone ? { [drawn.id]: drawn.stock ?? Infinity } : {}
  const today = isGone ? { [drawn.id]: drawn.perDay ?? Infinity } : {}
  const won = isGone ? { [drawn.id]: drawn.perMember ?? Infinity } : {}
  const head: Head = { place: result.place - 1, chain: before, at: result.at, taken, day: dayOf(result.at), today }
  const again = nextResult(hashing, { rules, seed, head, given, salt: result.salt, at: result.at, won })
  return {
    commitment: commitmentOf(hashing, seed, text) === commitment,
    result: hashing.sha256(result.salt) === given.saltHash && canonical(again.result) === canonical(result),
    receipt: receipt && receipt.place === result.place && receipt.chain === result.chain,
    point: pointOf(
      hashing,
      { seed, outOf: rules.outOf },
      { roundId: rules.roundId, number: given.number, salt: result.salt },
    ),
    from,
    to: from + (weights[index] ?? 0) - 1,
    prizeId: drawn.id,
  }
}
