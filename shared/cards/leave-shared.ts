import type { Account } from '../books/account'
import { record } from '../books/journal'
import { drawFromLots, lotsTotal, putIntoLot, takeDraws, type Draw, type Lot } from '../books/lots'
import { drawOwnPending, drawPending, type PendingLot } from '../books/pending'
import { shareAt, type Share } from '../books/shared-card'
import { pointsAt } from '../books/take-back'
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
  const settled = settlement(holder.share, left.main.account, at)
  const moved = lotsTotal(settled.draws) + lotsTotal(settled.pendingDraws)
  return allow({ ...transfer(left, { cardId, cardNo: held.cardNo, ...settled, at }), moved })
}

type Pool = Pick<Account, 'lots' | 'pending'>
export type Settlement = { draws: Draw[]; pendingDraws: PendingLot[] }

/**
 * Which points of a pool go to a holder who leaves: theirs lot by lot, and where others burned those, of the other lots.
 * What of theirs still waits goes along and waits on.
 */
export function settlement(share: Share, pool: Pool, now: Instant): Settlement {
  const { lots: owned, waits = [] } = shareAt(share, now)
  const pendingDraws = waiting(waits, pool.pending ?? [], lotsTotal(owned))
  const active = takeDraws(owned, ofShare(owned, pendingDraws))
  return { draws: activeDraws(active, pool.lots), pendingDraws }
}

/** What waits is only theirs as far as they have not burned as much, and as far as the pool still has it. */
function waiting(waits: readonly PendingLot[], pool: readonly PendingLot[], upTo: number): PendingLot[] {
  return drawPending(
    waits.flatMap((one) => drawOwnPending(pool, one)),
    upTo,
  )
}

/** The lots of a share in which pending points stand; what is burned of these comes from its other lots. */
function ofShare(owned: readonly Lot[], pending: readonly PendingLot[]): Draw[] {
  const same = pending
    .reduce<Lot[]>((lots, { expiresAt, points }) => putIntoLot(lots, { expiresAt, points }), [])
    .map((lot) => ({ ...lot, points: Math.min(lot.points, pointsAt(owned, lot.expiresAt)) }))
  const rest = takeDraws(owned, same)
  return [...same, ...(drawFromLots(rest, lotsTotal(pending) - lotsTotal(same)) ?? [])]
}

function activeDraws(owned: readonly Lot[], pool: readonly Lot[]): Draw[] {
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
  { cardId, cardNo, draws, pendingDraws, at }: Settlement & { cardId: string; cardNo: string; at: Instant },
): Pair {
  const moved = lotsTotal(draws)
  const waits = pendingDraws.length > 0
  if (moved === 0 && !waits) return { main, own }
  const [out, into] = [`transfer-out:${cardNo}`, `transfer-in:${cardNo}`]
  const [mainAccountId, holderId] = [main.account.accountId, own.account.accountId]
  const { repaid, lots } = afterDebt(draws, own.account.debt)
  return {
    main: record(
      main,
      { kind: 'transfer-out', cardId, holderId, moved, draws, other: into, ...(waits ? { pendingDraws } : {}) },
      { at, id: out },
    ),
    own: record(
      own,
      {
        kind: 'transfer-in',
        cardId,
        from: mainAccountId,
        moved,
        repaid,
        lots,
        other: out,
        ...(waits ? { pending: pendingDraws } : {}),
      },
      { at, id: into },
    ),
  }
}

/** What somebody owes is paid first, with what expires first. */
function afterDebt(lots: readonly Lot[], debt: number): { repaid: number; lots: Lot[] } {
  const repaid = Math.min(debt, lotsTotal(lots))
  return { repaid, lots: takeDraws(lots, drawFromLots(lots, repaid) ?? []) }
}
