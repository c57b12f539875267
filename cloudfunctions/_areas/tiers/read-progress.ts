import { entitlementsOf } from '../../../shared/benefits/entitlements'
import { balanceOf } from '../../../shared/books/account'
import type { tiersProgress } from '../../../shared/tiers/contract'
import { allow } from '../../../shared/kit/ruling'
import { accountAsOf } from '../../../shared/tiers/as-of'
import { salesFor } from '../../../shared/tiers/buy'
import { tierById } from '../../../shared/tiers/qualify'
import type { EnrolledContext, Handler } from '../../_runtime/handler'
import { benefitViews } from './benefit-views'
import { progressView, tierFace, tierStep } from './faces'

/** The ladder of tiers and the member's place on it. */
export const readProgress: Handler<typeof tiersProgress, EnrolledContext> = async ({ account: stored, terms, now }) => {
  const account = accountAsOf(stored, terms.programme, now)
  const tiers = terms.programme.tiers
  const current = tierById(terms.programme, account.tierId)
  const balance = balanceOf(account)
  const sales = salesFor(account, terms.programme, now).map(({ sale: { id, name, points }, tier, until, left }) => ({
    ...{ id, name, points, until, left },
    tier: tierFace(tier),
    short: Math.max(0, points - balance),
  }))
  return allow({
    serverAt: now,
    balance,
    sales,
    current: { ...tierFace(current), since: account.tierSince },
    progress: progressView(account, terms, now),
    ladder: tiers.map((tier) => ({
      ...tierStep(terms.programme, tier, account, now),
      reached: tiers.indexOf(tier) <= tiers.indexOf(current),
      pointsPerYuan: tier.pointsPerYuan,
      benefits: benefitViews(
        terms.programme,
        tier,
        tier === current ? entitlementsOf(account, terms.programme, now) : [],
      ),
    })),
  })
}
