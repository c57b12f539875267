import type { Account } from '../../../shared/books/account'
import { balanceOf } from '../../../shared/books/account'
import type { Instant } from '../../../shared/kit/time'
import { accountAt } from '../../../shared/points/expiring'
import { worthFen } from '../../../shared/points/redemption'
import type { CustomerSheet } from '../../../shared/staff/contract'
import { discountOf } from '../../../shared/tiers/benefits'
import { tierById } from '../../../shared/tiers/qualify'
import type { Terms } from '../../_runtime/terms'
import { progressView, tierFace } from '../tiers/faces'

/** A customer as the till shows them. */
export function customerSheet(
  stored: Account,
  terms: Terms,
  pass: { scanId: string; goodUntil: Instant; now: Instant },
): CustomerSheet {
  const account = accountAt(stored, pass.now)
  const tier = tierById(terms.programme, account.tierId)
  const balance = balanceOf(account)
  return {
    scanId: pass.scanId,
    accountId: account.accountId,
    goodUntil: pass.goodUntil,
    member: { memberNo: account.memberNo, name: account.name },
    tier: { ...tierFace(tier), discountPercent: discountOf(terms.programme, tier), pointsPerYuan: tier.pointsPerYuan },
    progress: progressView(account, terms, pass.now),
    points: { balance, worthFen: worthFen(terms.programme, balance, tier.id) },
    totals: { spendFen: account.totals.spendFen, orders: account.totals.orders },
  }
}
