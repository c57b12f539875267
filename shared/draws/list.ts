import { dayOf, type Day, type Instant } from '../kit/time'
import { canonical } from './canonical'
import type { Hashing } from './hashing'
import { pointOf, prizeAt } from './result'
import type { DrawRules, FixedPrize } from './contract'
import { weightsFor } from './rules'

/** A number that was given out. `link` fixes it and all numbers before it. */
export type GivenNumber = {
  number: number
  /** Whose it is, under a name that says nothing. */
  member: string
  tierId: string | null
  /** What the phone committed itself to before it knew the number: the hash of its salt. */
  saltHash: string
  at: Instant
  link: string
}

/** A result, at its place in the order of drawing. `chain` fixes it and all results before it. */
export type Result = {
  place: number
  number: number
  salt: string
  at: Instant
  /** What the seed gave. */
  drawn: string
  /** What the member was given: the same, or the fallback. */
  prize: string
  chain: string
}

/** How far the list has come: the last place, and what is gone. */
export type Head = {
  place: number
  chain: string
  at: Instant
  taken: { [prizeId: string]: number }
  day: Day
  today: { [prizeId: string]: number }
}

/** Before the first result of a round. */
export function firstHead({ from }: Pick<DrawRules, 'from'>, commitment: string): Head {
  return { place: 0, chain: commitment, at: from, taken: {}, day: dayOf(from), today: {} }
}

/** Numbers follow each other without a gap; the first follows the commitment. */
export function nextNumber(
  { sha256 }: Hashing,
  before: Pick<GivenNumber, 'number' | 'link' | 'at'>,
  given: Pick<GivenNumber, 'member' | 'tierId' | 'saltHash' | 'at'>,
): GivenNumber {
  const { member, tierId, saltHash } = given
  const at = later(before.at, given.at)
  const fixed = { number: before.number + 1, member, tierId, saltHash, at }
  return { ...fixed, link: sha256(`${before.link}\n${canonical(fixed)}`) }
}

export type Drawing = {
  rules: DrawRules
  seed: string
  head: Head
  given: GivenNumber
  salt: string
  at: Instant
  /** How many of each prize this member has been given before. */
  won: { [prizeId: string]: number }
}

/**
 * The next result. What the seed gives counts unless it is used up, used up for the day, or was had often enough by this
 * member: then it is the fallback. Anybody who has the list up to here comes to the same.
 */
export function nextResult(hashing: Hashing, drawing: Drawing): { result: Result; head: Head } {
  const { rules, seed, head, given, salt } = drawing
  const at = later(later(head.at, given.at), drawing.at)
  const today = dayOf(at) === head.day ? head.today : {}
  const drawn = prizeOf(hashing, { rules, seed, given, salt })
  const isLeft = isLeftOf(drawn, { taken: head.taken, today, won: drawing.won })
  const prize = isLeft ? drawn.id : (rules.fallback ?? drawn.id)
  const fixed = { place: head.place + 1, number: given.number, link: given.link, salt, at, drawn: drawn.id, prize }
  const { link: _, ...row } = fixed
  const chain = hashing.sha256(`${head.chain}\n${canonical(fixed)}`)
  return {
    result: { ...row, chain },
    head: {
      place: row.place,
      chain,
      at,
      taken: oneMore(head.taken, prize),
      day: dayOf(at),
      today: oneMore(today, prize),
    },
  }
}

/** What the seed alone gives, whatever is left. */
export function prizeOf(
  hashing: Hashing,
  {
    rules,
    seed,
    given,
    salt,
  }: { rules: DrawRules; seed: string; given: Pick<GivenNumber, 'number' | 'tierId'>; salt: string },
): FixedPrize {
  const { roundId, outOf, prizes } = rules
  const point = pointOf(hashing, { seed, outOf }, { roundId, number: given.number, salt })
  const prize = prizes[prizeAt(weightsFor(rules, given.tierId), point)]
  if (!prize) throw new Error(`the table of ${roundId} has more weights than prizes`)
  return prize
}

/** Whether one more may be given. */
function isLeftOf(
  { id, stock, perDay, perMember }: FixedPrize,
  { taken, today, won }: Pick<Head, 'taken' | 'today'> & Pick<Drawing, 'won'>,
): boolean {
  if (stock !== null && (taken[id] ?? 0) >= stock) return false
  if (perDay !== null && (today[id] ?? 0) >= perDay) return false
  return perMember === null || (won[id] ?? 0) < perMember
}

function oneMore(counts: { [prizeId: string]: number }, id: string) {
  return { ...counts, [id]: (counts[id] ?? 0) + 1 }
}

/** Functions whose clocks differ a little never write a list that goes back in time, nor a result before its number. */
function later(one: Instant, other: Instant): Instant {
  return one > other ? one : other
}
