import type { Account } from '../../../shared/books/account'
import { balanceOf } from '../../../shared/books/account'
import type { Instant } from '../../../shared/kit/time'
import { accountAt } from '../../../shared/points/expiring'
import { redemptionAt, worthFen } from '../../../shared/points/redemption'
import type { CustomerSheet } from '../../../shared/staff/contract'
import { discountOf } from '../../../shared/tiers/benefits'
import { tierById } from '../../../shared/tiers/qualify'
import type { Terms } from '../../_runtime/terms'
import { shownName } from '../cards/shown-name'
import { waitingFor } from '../rewards/exchange-view'
import { progressView, tierFace } from '../tiers/faces'

/** What shared cards add to it. */
export type Sharing = Pick<CustomerSheet, 'shared' | 'toCheck'>

/** A customer as the till shows them. */
export function customerSheet(
  stored: Account,
  terms: Terms,
  pass: { scanId: string; cardNo: string | null; goodUntil: Instant; now: Instant },
  sharing: Sharing = { shared: null, toCheck: [] },
): CustomerSheet {
  const account = accountAt(stored, pass.now)
  const tier = tierById(terms.programme, account.tierId)
  const balance = balanceOf(account)
  return {
    scanId: pass.scanId,
    accountId: account.accountId,
    proof: pass.cardNo === null ? 'phone' : 'code',
    card: cardFaceOf(account),
    ...sharing,
    goodUntil: pass.goodUntil,
    member: { memberNo: account.memberNo, name: shownName(account) },
    tier: { ...tierFace(tier), discountPercent: discountOf(terms.programme, tier), pointsPerYuan: tier.pointsPerYuan },
    progress: progressView(account, terms, pass.now),
    points: { balance, worthFen: worthFen(terms.programme, balance, tier.id) },
    redemption: redemptionAt(terms.programme, tier.id),
    totals: { spendFen: account.totals.spendFen, orders: account.totals.orders },
    waiting: pass.cardNo === null || sharing.shared?.role === 'sub' ? [] : waitingFor(account, terms, pass.now),
  }
}

/** What the till knows of a customer's card. */
export function cardFaceOf({ cardNo, cardFrozenAt }: Account) {
  return { tail: cardNo.slice(-4), frozenAt: cardFrozenAt ?? null }
}
