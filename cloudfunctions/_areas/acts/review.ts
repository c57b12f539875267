import { doAct, orderActId } from '../../../shared/acts/act'
import type { actsReview } from '../../../shared/acts/contract'
import { balanceOf } from '../../../shared/books/account'
import { openJournal } from '../../../shared/books/journal'
import { allow, refuse } from '../../../shared/kit/ruling'
import { expirePoints } from '../../../shared/points/expire'
import { reviewTiers } from '../../../shared/tiers/retier'
import type { Effects } from '../../_runtime/effects'
import type { EnrolledContext, Handler } from '../../_runtime/handler'
import { commitTogether } from '../../_runtime/together'
import { isRefunded, ownOrder, type Review } from './orders'

/**
 * The member reviews an order, once, and has what the programme gives for it. A text that the platform calls unlawful is
 * refused; one that it doubts, or could not look at, is kept and shown to nobody.
 */
export const review: Handler<typeof actsReview, EnrolledContext> = async (context, { entryId, stars, text = '' }) => {
  const { effects, account: asker, terms, now, request, openid } = context
  const { programme, programmeVersion } = terms
  if (!request) return refuse('request_id_missing')
  const [order, judged] = await Promise.all([ownOrder(effects, asker, entryId), judgeText(effects, openid, text)])
  if (!order.ok) return order
  if (judged === 'risky') return refuse('text_not_allowed')
  const { storeId } = order.value
  const state = judged === 'pass' ? 'shown' : 'unchecked'
  const stamp = { recordedAt: now, programmeVersion, requestId: request.id }
  const id = orderActId('review', entryId)
  return commitTogether(effects, {
    asker,
    request,
    receiptId: id,
    decide: async (transaction, account) => {
      if (isRefunded(account, entryId, [])) return refuse('order_refunded')
      if (await transaction.get<Review>('reviews', entryId)) return refuse('order_reviewed')
      const settled = reviewTiers(expirePoints(openJournal(account, stamp), now), programme, now)
      const own = doAct(settled, programme, { act: 'review', orderEntryId: entryId, at: now, id })
      const earned = own.entries.reduce(
        (sum, entry) => (entry._id === id && entry.kind === 'act' ? entry.earned : sum),
        0,
      )
      const said: Review = { _id: entryId, accountId: account._id, storeId, stars, text, state, at: now }
      const reply = { earned, balance: balanceOf(own.account), hidden: state !== 'shown' }
      return allow({ own, reply, also: () => transaction.insert('reviews', said) })
    },
  })
}

/** Whether the platform lets a text be shown; nothing written is always fit. */
export async function judgeText(
  { platform }: Effects,
  openid: string,
  text: string,
): Promise<'pass' | 'risky' | 'unsure'> {
  if (text === '') return 'pass'
  const { verdict } = await platform.checkText({ openid, text })
  return verdict === 'pass' || verdict === 'risky' ? verdict : 'unsure'
}
