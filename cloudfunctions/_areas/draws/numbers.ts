import { nextNumber, type GivenNumber } from '../../../shared/draws/list'
import type { Instant } from '../../../shared/kit/time'
import type { Effects } from '../../_runtime/effects'
import { append } from './append'
import { hashing } from './hashing'
import { publicName } from './holders'
import type { OpenRound } from './rounds'

/** A number that was given out, and to whom. */
export type StoredNumber = GivenNumber & {
  _id: string
  roundId: string
  drawId: string
  /** The account, or the name under which a visitor is known. */
  holder: string
  /** The entry that took the chance; null for a visitor's. */
  takeNo: number | null
  /** The taking it belongs to: one taking, one number, however often it is asked. */
  takeKey: string
  [field: string]: unknown
}

export type Taking = Pick<StoredNumber, 'holder' | 'takeNo' | 'takeKey' | 'tierId' | 'saltHash'> & {
  at: Instant
  /** The name in the public list, where they have one of this round already. */
  knownAs?: string | undefined
}

/** The next number of a round for one taking; the same number when it is asked again. Null when the round is too busy. */
export function giveNumber(effects: Effects, round: OpenRound, taking: Taking): Promise<StoredNumber | null> {
  const { rules, stored } = round
  const { roundId, drawId, from } = rules
  const { at, saltHash, tierId, knownAs, ...mine } = taking
  const member = knownAs ?? publicName(effects, roundId, mine.holder)
  return append<StoredNumber>(effects, 'drawNumbers', async () => {
    const [[known], [last]] = await Promise.all([
      effects.store.find<StoredNumber>('drawNumbers', { where: { takeKey: mine.takeKey }, limit: 1 }),
      lastNumbers(effects, roundId, 1),
    ])
    if (known) return { stands: known }
    const before = last ?? { number: 0, link: stored.commitment, at: from }
    const given = nextNumber(hashing, before, { member, tierId, saltHash, at })
    return { write: { ...given, ...mine, _id: numberId(roundId, given.number), roundId, drawId } }
  })
}

export function numberId(roundId: string, number: number): string {
  return `${roundId}:${number}`
}

export function lastNumbers({ store }: Effects, roundId: string, limit: number): Promise<StoredNumber[]> {
  return store.find<StoredNumber>('drawNumbers', {
    where: { roundId, number: { gt: 0 } },
    orderBy: [['number', 'desc']],
    limit,
  })
}

/** How many of somebody's last numbers are looked at. */
export const numbersMax = 100

/** The last numbers that somebody was given, in every draw: more of them than may wait at once. */
export function lastNumbersOf({ store }: Effects, holder: string): Promise<StoredNumber[]> {
  return store.find<StoredNumber>('drawNumbers', {
    where: { holder, at: { gt: '' } },
    orderBy: [['at', 'desc']],
    limit: numbersMax,
  })
}

/** Only what is published of it. */
export function publishedNumber({ number, member, tierId, saltHash, at, link }: GivenNumber): GivenNumber {
  return { number, member, tierId, saltHash, at, link }
}
