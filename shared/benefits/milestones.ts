import type { Granted } from '../books/account'
import { record, type Journal } from '../books/journal'
import { dayOf, type Day, type Instant } from '../kit/time'
import { windowKey } from '../kit/window'
import type { Programme } from '../programme/schema'
import { qualifies } from '../tiers/qualify'

type Milestone = NonNullable<Programme['milestones']>[number]

/** Gives what an order has reached, once for each window: ten orders in May give May's family set and no second one. */
export function grantMilestones(
  journal: Journal,
  programme: Programme,
  order: { storeId: string; orderId: string; at: Instant },
): Journal {
  const { milestones } = programme
  if (!milestones) return journal
  const { storeId, orderId, at } = order
  return milestones.reduce((current, milestone) => {
    const right = { code: milestone.code, window: windowKey(milestone.per, dayOf(at)) }
    if (isGranted(current, right) || !reached(current, milestone, dayOf(at))) return current
    return record(current, { kind: 'grant', ...right, storeId, orderId }, { at })
  }, journal)
}

/** Takes back what would not have been reached without an order that was refunded. */
export function withdrawMilestones(
  journal: Journal,
  programme: Programme,
  refund: { orderId: string; orderedAt: Instant; at: Instant },
): Journal {
  const { milestones } = programme
  if (!milestones) return journal
  const { orderId, orderedAt, at } = refund
  return milestones.reduce((current, milestone) => {
    const right = { code: milestone.code, window: windowKey(milestone.per, dayOf(orderedAt)) }
    const asOf = lastDayIn(current, milestone, right.window) ?? dayOf(orderedAt)
    if (!isGranted(current, right) || reached(current, milestone, asOf)) return current
    return record(current, { kind: 'withdraw', ...right, orderId }, { at })
  }, journal)
}

function isGranted({ account }: Journal, { code, window }: Granted): boolean {
  return account.granted.some((one) => one.code === code && one.window === window)
}

function reached({ account }: Journal, milestone: Milestone, day: Day): boolean {
  return qualifies(milestone.when, account, { day, holds: (id) => account.tierId === id })
}

/** The last day of a window on which something counted: as of it the window is judged whole. */
function lastDayIn({ account }: Journal, { per }: Milestone, window: string): Day | undefined {
  return account.days.filter(({ day }) => windowKey(per, day) === window).at(-1)?.day
}
