import type { shopWelcome } from '../../../shared/shop/contract'
import { allow } from '../../../shared/kit/ruling'
import type { Handler, MemberContext } from '../../_runtime/handler'
import { noCounters } from '../../../shared/programme/evidence'
import { tierStep } from '../tiers/faces'

const nothingYet = (now: string) => ({
  enrolledAt: now,
  totals: { spendFen: 0, orders: 0, pointsEarned: 0 },
  days: [],
  counters: noCounters,
  marks: [],
  tierId: '',
})

/** What somebody who is not a member sees: the shop, what its tiers ask and give, and the terms in force. */
export const welcome: Handler<typeof shopWelcome, MemberContext> = async ({ terms, now }) =>
  allow({
    shop: { name: terms.shop.name, storeName: null, brand: terms.shop.brand },
    tiers: terms.programme.tiers.map((tier) => tierStep(terms.programme, tier, nothingYet(now), now)),
    enrolmentPoints: terms.programme.enrolment.points,
    terms: terms.programme.terms,
  })
