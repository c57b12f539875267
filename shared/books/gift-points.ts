import type { Instant } from '../kit/time'
import type { Account } from './account'
import { takeDraws, type Draw } from './lots'
import { withoutTakes, type Take } from './taken'

/** Points that came with the gift of a tier, and by which gift: what a refund takes back that loses the tier. */
export type GiftPoints = { gift: string; points: number; expiresAt: Instant | null }

/** A tier was lost by a refund: the points of its gift are taken back. */
export type GiftUndoneFact = {
  kind: 'gift-undone'
  gift: string
  /** Points taken back, from which lots, what could not be taken because it was spent, and what had expired before. */
  reversed: number
  draws: Draw[]
  owed: number
  lapsed: number
  lapsedFrom: Instant | null
  takes: Take[]
}

export function giftIn({ change, expiresAt }: { change: number; expiresAt: Instant | null }, gift: string): GiftPoints {
  return { gift, points: change, expiresAt }
}

export function afterGiftUndone(account: Account, entry: GiftUndoneFact): Account {
  const { gift, draws, owed, lapsed, lapsedFrom, reversed, takes } = entry
  const known = account.giftPoints ?? []
  const index = known.findIndex((one) => one.gift === gift && one.points === reversed && one.expiresAt === lapsedFrom)
  return {
    ...account,
    lots: takeDraws(account.lots, draws),
    lapsed: takeDraws(account.lapsed, [{ expiresAt: lapsedFrom, points: lapsed }]),
    debt: account.debt + owed,
    taken: withoutTakes(account.taken, takes),
    giftPoints: known.filter((_, at) => at !== index),
  }
}
