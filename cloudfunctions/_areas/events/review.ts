import { doAct } from '../../../shared/acts/act'
import { balanceOf } from '../../../shared/books/account'
import { openJournal } from '../../../shared/books/journal'
import type { eventsReview } from '../../../shared/events/contract'
import { eventOf, isSeated } from '../../../shared/events/terms'
import { allow, refuse } from '../../../shared/kit/ruling'
import { expirePoints } from '../../../shared/points/expire'
import { reviewTiers } from '../../../shared/tiers/retier'
import type { EnrolledContext, Handler } from '../../_runtime/handler'
import { commitTogether } from '../../_runtime/together'
import type { Review } from '../acts/orders'
import { judgeText } from '../acts/review'

/** Says how an event was, or a trial's new thing; once, after having come. It brings what a review brings. */
export const review: Handler<typeof eventsReview, EnrolledContext> = async (context, { eventId, stars, text = '' }) => {
  const { effects, account: asker, terms, now, request, openid } = context
  const { programme, programmeVersion } = terms
  if (!request) return refuse('request_id_missing')
  const event = eventOf(programme, eventId)
  if (!isSeated(event)) return refuse('event_unknown')
  if (!asker.marks.includes(eventId)) return refuse('event_not_attended')
  const judged = await judgeText(effects, openid, text)
  if (judged === 'risky') return refuse('text_not_allowed')
  const state = judged === 'pass' ? 'shown' : 'unchecked'
  const stamp = { recordedAt: now, programmeVersion, requestId: request.id }
  const _id = reviewId(eventId, asker._id)
  return commitTogether(effects, {
    asker,
    request,
    receiptId: _id,
    decide: async (transaction, account) => {
      if (await transaction.get<Review>('reviews', _id)) return refuse('event_reviewed')
      const settled = reviewTiers(expirePoints(openJournal(account, stamp), now), programme, now)
      const own = doAct(settled, programme, { act: 'review', at: now, id: _id })
      const entry = own.entries.find((one) => one._id === _id)
      const earned = entry?.kind === 'act' ? entry.earned : 0
      const said: Review = { _id, accountId: account._id, storeId: event.storeId ?? '', stars, text, state, at: now }
      const reply = { earned, balance: balanceOf(own.account), hidden: state !== 'shown' }
      return allow({ own, reply, also: () => transaction.insert('reviews', said) })
    },
  })
}

export function reviewId(eventId: string, accountId: string): string {
  return `review:${eventId}:${accountId}`
}
