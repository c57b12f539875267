import { balanceOf, type Account } from '../../../shared/books/account'
import type { Entry } from '../../../shared/books/entry'
import type { Journal } from '../../../shared/books/journal'
import type { SharedCard } from '../../../shared/books/shared-card'
import { cardAccepted } from '../../../shared/cards/accepted'
import { cardsOf } from '../../../shared/cards/shared-cards'
import type { InputOf, OutputOf } from '../../../shared/kit/contract'
import { yuanText } from '../../../shared/kit/money'
import { allow, refuse } from '../../../shared/kit/ruling'
import { addMilliseconds } from '../../../shared/kit/time'
import { billOf, billTermsOf, bulkPriceOf } from '../../../shared/purchases/bill'
import { orderEntryId, purchase } from '../../../shared/purchases/purchase'
import type { staffAccrue } from '../../../shared/staff/contract'
import { tierById } from '../../../shared/tiers/qualify'
import type { Handler } from '../../_runtime/handler'
import type { StaffContext } from '../../_runtime/staff-door'
import type { Terms } from '../../_runtime/terms'
import { progressView, tierFace } from '../tiers/faces'
import { actFor } from './act-for'

/** How long a payment may be undone by whoever took it. */
export const undoMs = 5 * 60_000

/** Takes a payment of the customer whom the till has identified. The request id is the order's number. */
export const accrue: Handler<typeof staffAccrue, StaffContext> = (context, input) => {
  const { now } = context
  return actFor(context, input, {
    receiptId: ({ pass, requestId }) => orderEntryId(pass.storeId, orderIdOf(requestId)),
    decide: (opened, { pass, terms, requestId, holder }) => {
      const { storeId, cardNo } = pass
      const { account } = opened
      const shown = holder ? { holder, main: account } : { holder: account, main: null }
      const accepted = cardNo === null ? allow(null) : cardAccepted(shown, cardNo)
      if (!accepted.ok) return accepted
      if (cardNo === null && input.burnPoints) return refuse('burn_needs_code')
      const card = cardNo === null ? null : shownCard(shown.holder, cardNo)
      const corporate = card?.kind === 'corporate'
      const bill = billed(account, input, { terms, bulk: corporate })
      if (!bill.ok) return bill
      const by = card && holder ? { by: { cardId: card.cardId, holderId: holder.accountId } } : {}
      const order = { storeId, orderId: orderIdOf(requestId), ...bill.value, at: now, nonce: null, corporate, ...by }
      const ruling = purchase(opened, order, terms.programme)
      if (!ruling.ok) return ruling
      return allow({ journal: ruling.value, reply: receiptOf(ruling.value, account.tierId, terms) })
    },
  })
}

function shownCard(holder: Account, cardNo: string): SharedCard | null {
  return cardsOf(holder).find((one) => one.cardNo === cardNo) ?? null
}

function orderIdOf(requestId: string): string {
  return `till-${requestId}`
}

/**
 * What the customer pays, worked out here: what the phone showed only says whether it knew the same terms. Where it did
 * not, it is told the whole bill as it is now.
 */
function billed(
  account: Account,
  input: InputOf<typeof staffAccrue>,
  { terms, bulk }: { terms: Terms; bulk: boolean },
) {
  const { amountFen: listFen, burnPoints: offered = 0, dueFen } = input
  if (offered > 0 && !terms.programme.redemption) return refuse('points_not_redeemable')
  const tier = tierById(terms.programme, account.tierId)
  const bill = billOf(
    { amountFen: listFen, burnPoints: offered },
    billTermsOf(terms.programme, tier, bulk ? bulkPriceOf(terms.programme) : null),
  )
  if (bill.dueFen !== dueFen) return refuse('bill_changed', { ...bill, due: yuanText(bill.dueFen) })
  return allow({ amountFen: bill.dueFen, listFen, burnPoints: bill.burnPoints })
}

/** What the till shows of an order it has just taken. */
function receiptOf({ account, entries }: Journal, tierBefore: string, terms: Terms): OutputOf<typeof staffAccrue> {
  const order = entries.find((entry): entry is Extract<Entry, { kind: 'purchase' }> => entry.kind === 'purchase')
  if (!order) throw new Error('an order that was taken wrote no entry')
  const tier = tierById(terms.programme, account.tierId)
  return {
    orderId: order.orderId,
    at: order.at,
    amountFen: order.amountFen,
    listFen: order.listFen ?? order.amountFen,
    earned: order.earned,
    burned: order.burned,
    balance: balanceOf(account),
    pointsPerYuan: order.rate / 100,
    tier: tierFace(tier),
    upgradedFrom: tier.id === tierBefore ? null : tierFace(tierById(terms.programme, tierBefore)),
    progress: progressView(account, terms, order.at),
    undoUntil: addMilliseconds(order.at, undoMs),
  }
}
