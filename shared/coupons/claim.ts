import type { Account } from '../books/account'
import type { Journal } from '../books/journal'
import { timesTaken, type Take } from '../books/taken'
import { allow, refuse, type Ruling } from '../kit/ruling'
import { dayOf, type Instant } from '../kit/time'
import { limitWindow } from '../kit/window'
import type { CouponTemplate } from '../programme/parts/coupons'
import type { Programme } from '../programme/schema'
import { isForTier } from '../programme/for-tiers'
import { accountAsOf } from '../tiers/as-of'
import { issueCoupons, templateOf } from './issue'
import { spanOf } from './validity'

export const claimRefusals = ['coupon_not_offered', 'coupon_taken', 'coupon_not_your_tier', 'coupon_too_many'] as const
export type ClaimRefusal = (typeof claimRefusals)[number]

/** How many coupons an account holds at the most: what a wallet can show, and what one document can bear. */
export const couponsMax = 200

/** A member takes a coupon that the programme offers, as often as its limit allows. */
export function claimCoupon(
  journal: Journal,
  programme: Programme,
  { templateId, at }: { templateId: string; at: Instant },
): Ruling<Journal, ClaimRefusal> {
  const template = templateOf(programme, templateId)
  if (!template?.issuedBy.includes('claim')) return refuse('coupon_not_offered')
  return taken(journal, programme, template, { at, source: { by: 'claim' } })
}

/** The coupon of a code, which says itself how often it is good; the template's limit holds beside it. */
export function claimByCode(
  journal: Journal,
  programme: Programme,
  { templateId, at }: { templateId: string; at: Instant },
): Ruling<Journal, ClaimRefusal> {
  const template = templateOf(programme, templateId)
  if (!template) return refuse('coupon_not_offered')
  return taken(journal, programme, template, { at, source: { by: 'code' } })
}

/** An employee hands it out; the limit per member holds for this way as well. */
export function handCoupon(
  journal: Journal,
  programme: Programme,
  { templateId, reason, at }: { templateId: string; reason: string; at: Instant },
): Ruling<Journal, ClaimRefusal> {
  const template = templateOf(programme, templateId)
  if (!template?.issuedBy.includes('hand')) return refuse('coupon_not_offered')
  return taken(journal, programme, template, { at, source: { by: 'hand', reason } })
}

/** What of a template a member has had in the window that runs; null where it is not limited. */
export function takeOfTemplate({ id, perMember }: CouponTemplate, at: Instant): Take | null {
  return perMember ? { code: `coupon:${id}`, window: limitWindow(perMember.per, dayOf(at)) } : null
}

/** Whether a member, as they are at that instant, may take one more of a template; why not otherwise. */
export function mayTake(
  account: Account,
  programme: Programme,
  template: CouponTemplate,
  at: Instant,
): Ruling<Take | null, ClaimRefusal> {
  if (!isForTier(programme, template.scope ?? {}, account.tierId)) return refuse('coupon_not_your_tier')
  if (!spanOf(template.valid, { at, birthday: account.birthday })) return refuse('coupon_not_offered')
  if ((account.coupons?.length ?? 0) >= couponsMax) return refuse('coupon_too_many')
  const take = takeOfTemplate(template, at)
  if (take && timesTaken(account.taken, take) >= (template.perMember?.times ?? 0)) return refuse('coupon_taken')
  return allow(take)
}

function taken(
  journal: Journal,
  programme: Programme,
  template: CouponTemplate,
  { at, source }: { at: Instant; source: Parameters<typeof issueCoupons>[2]['source'] },
): Ruling<Journal, ClaimRefusal> {
  const may = mayTake(accountAsOf(journal.account, programme, at), programme, template, at)
  if (!may.ok) return may
  const takes = may.value ? { takes: [may.value] } : {}
  return allow(issueCoupons(journal, programme, { templateId: template.id, source, at, ...takes }))
}
