import type { ChanceSource } from '../books/chance'
import { record, type Journal } from '../books/journal'
import type { Instant } from '../kit/time'
import { isOwing } from './owed'

/**
 * After a refund: takes back, unused, the chances of an order that is no longer worth what they ask for. What was drawn
 * with stays drawn, and is owed.
 */
export function withdrawForOrder(
  journal: Journal,
  { storeId, orderId, leftFen, at }: { storeId: string; orderId: string; leftFen: number; at: Instant },
): Journal {
  return withdraw(
    journal,
    (source) =>
      source.by === 'purchase' && source.storeId === storeId && source.orderId === orderId && leftFen < source.fromFen,
    at,
  )
}

/** Takes back, unused, the chances that a friend brought who counts no more. */
export function withdrawForReferral(
  journal: Journal,
  { friendId, round, at }: { friendId: string; round: number; at: Instant },
): Journal {
  const isOf = (source: ChanceSource) =>
    source.by === 'referral' && source.friendId === friendId && source.round === round
  return withdraw(journal, isOf, at)
}

/** Takes back, unused, the chances that were among the reward of this code. */
export function withdrawForReward(journal: Journal, code: string, at: Instant): Journal {
  return withdraw(journal, (source) => source.by === 'rule' && source.why === 'referral' && source.code === code, at)
}

/** Takes back, unused, what a rule had given that an order led to which was refunded; what counted as given may come again. */
export function withdrawUnearnedChances(
  journal: Journal,
  isUnearned: (source: { by: string; why?: string; code?: string }) => boolean,
  at: Instant,
): Journal {
  return withdraw(journal, (source) => source.by === 'rule' && isUnearned(source), at)
}

function withdraw(journal: Journal, isLost: (source: ChanceSource) => boolean, at: Instant): Journal {
  const lost = (journal.account.chances?.granted ?? []).filter(
    ({ source, left }) => (left > 0 || isOwing(source)) && isLost(source),
  )
  return lost.reduce((current, { no, drawId, of, left, takes, source }) => {
    const back = takes && left === of ? { takes } : {}
    const owed = left < of && isOwing(source) ? { owed: true as const } : {}
    const fact = { kind: 'chance-withdraw' as const, drawId, grantNo: no, withdrawn: left, used: of - left, ...back }
    return record(current, { ...fact, ...owed }, { at })
  }, journal)
}
