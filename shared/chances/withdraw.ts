import { record, type Journal } from '../books/journal'
import type { Instant } from '../kit/time'

/**
 * After a refund: takes back, unused, the chances of an order that is no longer worth what they ask for. What was drawn
 * with stays drawn, and the entry says so.
 */
export function withdrawForOrder(
  journal: Journal,
  { storeId, orderId, leftFen, at }: { storeId: string; orderId: string; leftFen: number; at: Instant },
): Journal {
  const lost = (journal.account.chances?.granted ?? []).filter(
    ({ source, left }) =>
      source.by === 'purchase' &&
      source.storeId === storeId &&
      source.orderId === orderId &&
      leftFen < source.fromFen &&
      left > 0,
  )
  return lost.reduce((current, { no, drawId, of, left, takes }) => {
    const back = takes && left === of ? { takes } : {}
    const fact = { kind: 'chance-withdraw' as const, drawId, grantNo: no, withdrawn: left, used: of - left, ...back }
    return record(current, fact, { at })
  }, journal)
}
