import { isOpen } from '../../../shared/acts/act'
import type { actsWays } from '../../../shared/acts/contract'
import { calendarOf } from '../../../shared/checkins/calendar'
import { allow } from '../../../shared/kit/ruling'
import { dayOf, monthOf } from '../../../shared/kit/time'
import { profileFilled } from '../../../shared/members/profile'
import { accountAsOf } from '../../../shared/tiers/as-of'
import { tierById } from '../../../shared/tiers/qualify'
import type { EnrolledContext, Handler } from '../../_runtime/handler'
import { newestEntries } from '../books/newest-entries'
import { openDetails, type ToldDetails } from './details'
import { isRefunded, orderFace, type OrderEntry, type Review } from './orders'

/** How many of the last orders are looked through for one that can still be reviewed. */
const ordersLooked = 20

/** The ways to earn, each with what is done of it. */
export const readWays: Handler<typeof actsWays, EnrolledContext> = async (context) => {
  const { effects, account, terms, now } = context
  const { programme } = terms
  const { profile, review } = programme.earning?.acts ?? {}
  const [told, order] = await Promise.all([
    profile ? effects.store.get<ToldDetails>('details', account._id) : null,
    review ? lastToReview(context) : null,
  ])
  const tier = tierById(programme, accountAsOf(account, programme, now).tierId)
  const act = (kind: 'profile' | 'review') => ({
    points: programme.earning?.acts?.[kind]?.points ?? 0,
    open: isOpen(account, programme, kind, now),
  })
  return allow({
    serverAt: now,
    earned: account.days.reduce(
      (sum, one) => (monthOf(one.day) === monthOf(dayOf(now)) ? sum + one.pointsEarned : sum),
      0,
    ),
    rate: { tier: tier.name, pointsPerYuan: tier.pointsPerYuan },
    checkIn: programme.checkIn ? visitOf(calendarOf(account, programme.checkIn, now)) : null,
    profile: profile ? { ...act('profile'), ...profileFilled(account, openDetails(effects, told), programme) } : null,
    review: review ? { ...act('review'), order: order && orderFace(order, terms) } : null,
  })
}

function visitOf({ checkedIn, streak, points }: ReturnType<typeof calendarOf>) {
  return { checkedIn, streak, points }
}

async function lastToReview({ effects, account }: EnrolledContext): Promise<OrderEntry | null> {
  const { entries } = await newestEntries(effects, account, account.seq + 1)
  const orders = entries
    .filter((entry): entry is OrderEntry => entry.kind === 'purchase' && !isRefunded(account, entry._id, entries))
    .slice(0, ordersLooked)
  if (orders.length === 0) return null
  const ids = orders.map(({ _id }) => _id)
  const reviewed = new Set((await effects.store.getMany<Review>('reviews', ids)).map(({ _id }) => _id))
  return orders.find(({ _id }) => !reviewed.has(_id)) ?? null
}
