import type { Hashing } from './hashing'

/** What a result is made of. */
export type Drawn = { roundId: string; number: number; salt: string }

/**
 * Where a result falls: HMAC-SHA256 under the seed of round, number and salt, its first 53 bits modulo the sum of the
 * weights. Every point is one of `outOf`, so none falls beside the table; with at most 10,000,000 of them a prize's odds
 * are off by less than 1.2 in a thousand million (outOf / 2^53) of themselves.
 */
export function pointOf(
  { hmacSha256 }: Hashing,
  { seed, outOf }: { seed: string; outOf: number },
  { roundId, number, salt }: Drawn,
): number {
  const digest = hmacSha256(seed, `${roundId}|${number}|${salt}`)
  const high = Number.parseInt(digest.slice(0, 8), 16)
  const low = Number.parseInt(digest.slice(8, 16), 16) >>> 11
  return (high * 2 ** 21 + low) % outOf
}

/** Which prize a point falls on, by its place in the table. */
export function prizeAt(weights: readonly number[], point: number): number {
  let end = 0
  for (const [index, weight] of weights.entries()) {
    end += weight
    if (point < end) return index
  }
  throw new Error(`the point ${point} lies beyond the weights`)
}
