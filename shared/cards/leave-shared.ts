import { record } from '../books/journal'
import { drawFromLots, lotsTotal, putIntoLot, takeDraws, type Draw, type Lot } from '../books/lots'
import { shareAt, type Share } from '../books/shared-card'
import { allow, refuse, type Ruling } from '../kit/ruling'
import type { Instant } from '../kit/time'
import { expirePoints } from '../points/expire'
import type { Pair } from './join-shared'
import { holderOf, mainCard, subCard } from './shared-cards'

export type Leaving = { cardId: string; by: 'holder' | 'main'; at: Instant }

/**
 * A holder leaves, or is let go by the main holder. What their orders brought into a pool and they have not burned goes
 * with them, as far as the pool still has it: two facts that name each other, so not a point comes or goes.
 */
export function leaveShared(
  { main, own }: Pair,
  { cardId, by, at }: Leaving,
): Ruling<Pair & { moved: number }, 'card_not_held'> {
  const card = mainCard(main.account, cardId)
  const held = subCard(own.account, cardId)
  const holderId = own.account.accountId
  const holder = card && holderOf(card, holderId)
  if (!card || !holder || !held) return refuse('card_not_held')
  const left = {
    main: record(expirePoints(main, at), { kind: 'holder-leave', cardId, holderId, by }, { at }),
    own: record(expirePoints(own, at), { kind: 'card-leave', cardId, cardNo: held.cardNo, by }, { at }),
  }
  const draws = settlement(holder.share, left.main.account.lots, at)
  return allow({ ...transfer(left, { cardId, cardNo: held.cardNo, draws, at }), moved: lotsTotal(draws) })
}

/** Which points of a pool go to a holder who leaves: theirs lot by lot, and where others burned those, of the other lots. */
export function settlement(share: Share, pool: readonly Lot[], now: Instant): Draw[] {
  const owned = shareAt(share, now).lots
  const same = owned.flatMap((lot) => {
    const there = pool.find((one) => one.expiresAt === lot.expiresAt)
    return there ? [{ ...lot, points: Math.min(lot.points, there.points) }] : []
  })
  const rest = takeDraws(pool, same)
  const missing = Math.min(lotsTotal(owned) - lotsTotal(same), lotsTotal(rest))
  return [...same, ...(drawFromLots(rest, missing) ?? [])].reduce<Lot[]>(putIntoLot, [])
}

/** Both entries are named after the number that the holder gives back, which nobody will have again. */
function transfer(
  { main, own }: Pair,
  { cardId, cardNo, draws, at }: { cardId: string; cardNo: string; draws: Draw[]; at: Instant },
): Pair {
  const moved = lotsTotal(draws)
  if (moved === 0) return { main, own }
  const [out, into] = [`transfer-out:${cardNo}`, `transfer-in:${cardNo}`]
  const [mainAccountId, holderId] = [main.account.accountId, own.account.accountId]
  const { repaid, lots } = afterDebt(draws, own.account.debt)
  return {
    main: record(main, { kind: 'transfer-out', cardId, holderId, moved, draws, other: into }, { at, id: out }),
    own: record(
      own,
      { kind: 'transfer-in', cardId, from: mainAccountId, moved, repaid, lots, other: out },
      { at, id: into },
    ),
  }
}

/** What somebody owes is paid first, with what expires first. */
function afterDebt(lots: readonly Lot[], debt: number): { repaid: number; lots: Lot[] } {
  const repaid = Math.min(debt, lotsTotal(lots))
  return { repaid, lots: takeDraws(lots, drawFromLots(lots, repaid) ?? []) }
}
