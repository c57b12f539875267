import { isOpen } from '../../../shared/acts/act'
import type { actsOrder } from '../../../shared/acts/contract'
import { allow } from '../../../shared/kit/ruling'
import type { EnrolledContext, Handler } from '../../_runtime/handler'
import { orderFace, ownOrder, type Review } from './orders'

/** An order of the member's own, with what they have said of it and what a review would bring. */
export const readOrder: Handler<typeof actsOrder, EnrolledContext> = async (context, { entryId }) => {
  const { effects, account, terms, now } = context
  const [order, review] = await Promise.all([
    ownOrder(effects, account, entryId),
    effects.store.get<Review>('reviews', entryId),
  ])
  if (!order.ok) return order
  return allow({
    serverAt: now,
    order: orderFace(order.value, terms),
    review: review && { stars: review.stars, text: review.text, hidden: review.state !== 'shown' },
    points: terms.programme.earning?.acts?.review?.points ?? 0,
    open: isOpen(account, terms.programme, 'review', now),
  })
}
