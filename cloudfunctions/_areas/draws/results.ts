import { firstHead, nextResult, type Head, type Result } from '../../../shared/draws/list'
import { addMilliseconds, type Instant } from '../../../shared/kit/time'
import type { Effects } from '../../_runtime/effects'
import { keepRowMs } from '../../_runtime/stored-account'
import { append } from './append'
import { hashing } from './hashing'
import type { StoredNumber } from './numbers'
import { seedOf, type OpenRound } from './rounds'

/** A result at its place, with what is gone up to there, so that whoever comes next needs to read nothing else. */
export type StoredResult = Result & {
  _id: string
  roundId: string
  drawId: string
  numberId: string
  holder: string
  member: string
  takeNo: number | null
  /** The end of the winner's member number; null for a visitor. */
  tail: string | null
  won: boolean
  /** The chain before it. */
  before: string
  head: Head
  /** A visitor's prize that waits until they are a member. */
  unclaimedBy: string | null
  /** When the clock looks whether the prize has reached the account; null once it surely has. */
  dueAt: Instant | null
  [field: string]: unknown
}

/**
 * Draws a number: place, stock and chain are written as one document, so no prize is given twice and nobody can order the list
 * otherwise afterwards. A number that was drawn already gives its result again. Null when the round is too busy.
 */
export function appendResult(
  effects: Effects,
  round: OpenRound,
  { given, salt, tail, at }: { given: StoredNumber; salt: string; tail: string | null; at: Instant },
): Promise<StoredResult | null> {
  const { rules, stored } = round
  const { roundId } = rules
  const seed = seedOf(effects, stored)
  const { holder, member, takeNo, drawId } = given
  const countsWins = rules.prizes.some(({ perMember }) => perMember !== null)
  return append<StoredResult>(effects, 'drawResults', async () => {
    const [known, head] = await Promise.all([resultOf(effects, given._id), headOf(effects, round)])
    if (known) return { stands: known }
    // Asked after the place is known: a win that is written in between takes that place, and this is tried again.
    const won = countsWins ? await winsOf(effects, roundId, member) : {}
    const next = nextResult(hashing, { rules, seed, head, given, salt, at, won })
    const isWon = rules.prizes.some(({ id, gives }) => id === next.result.prize && gives !== null)
    return {
      write: {
        ...next.result,
        ...{ roundId, drawId, holder, member, takeNo, tail },
        _id: `${roundId}:${next.result.place}`,
        numberId: given._id,
        won: isWon,
        before: head.chain,
        head: next.head,
        unclaimedBy: isWon && takeNo === null ? holder : null,
        dueAt: takeNo === null ? null : addMilliseconds(effects.now(), keepRowMs),
      },
    }
  })
}

/** The result of a number; null while it is not drawn. */
export async function resultOf({ store }: Effects, numberId: string): Promise<StoredResult | null> {
  return (await store.find<StoredResult>('drawResults', { where: { numberId }, limit: 1 }))[0] ?? null
}

/** How far the list of a round has come. */
export async function headOf(effects: Effects, { rules, stored }: OpenRound): Promise<Head> {
  const [last] = await effects.store.find<StoredResult>('drawResults', {
    where: { roundId: rules.roundId, place: { gt: 0 } },
    orderBy: [['place', 'desc']],
    limit: 1,
  })
  return last?.head ?? firstHead(rules, stored.commitment)
}

/** Only what is published of it. */
export function publishedResult({ place, number, salt, at, drawn, prize, chain }: Result): Result {
  return { place, number, salt, at, drawn, prize, chain }
}

async function winsOf({ store }: Effects, roundId: string, member: string): Promise<{ [prizeId: string]: number }> {
  const rows = await store.find<StoredResult>('drawResults', {
    where: { roundId, member },
    limit: 1_000,
    fields: ['prize'],
  })
  return rows.reduce<{ [prizeId: string]: number }>(
    (wins, { prize }) => ({ ...wins, [prize]: (wins[prize] ?? 0) + 1 }),
    {},
  )
}
