import type { Coupon, CouponSource } from '../books/coupon'
import { record, type Journal } from '../books/journal'
import type { Take } from '../books/taken'
import type { Instant } from '../kit/time'
import type { CouponTemplate } from '../programme/parts/coupons'
import type { Programme } from '../programme/schema'
import { spanOf, type Span } from './validity'

export type Issuing = {
  templateId: string
  /** One where it says nothing. */
  count?: number
  source: CouponSource
  at: Instant
  /** Good in this time instead of the template's own. */
  span?: Span
  /** What it counts towards, where it is limited to so many times. */
  takes?: Take[]
  unlimited?: boolean
}

/** The template of an id; null where the programme has none. */
export function templateOf(programme: Programme, templateId: string): CouponTemplate | null {
  return programme.coupons?.find(({ id }) => id === templateId) ?? null
}

/**
 * Issues coupons of a template, each an entry and an instrument of its own, under the template's terms as they are now.
 * Nothing when the programme has no such template, or when the coupon would be over already.
 */
export function issueCoupons(journal: Journal, programme: Programme, issuing: Issuing): Journal {
  const template = templateOf(programme, issuing.templateId)
  const span =
    issuing.span ?? (template && spanOf(template.valid, { at: issuing.at, birthday: journal.account.birthday }))
  if (!template || !span) return journal
  const { id: templateId, name, worth, scope, stacks = false, giftable = false } = template
  const terms = { templateId, name, worth, ...(scope ? { scope } : {}), stacks, giftable }
  const { count: of = 1 } = issuing
  return Array.from({ length: of }).reduce<Journal>(
    (current, _, index) =>
      issueOne(current, { ...terms, ...(of > 1 ? { among: { nth: index + 1, of } } : {}) }, { ...issuing, span }),
    journal,
  )
}

type Terms = Pick<Coupon, 'templateId' | 'name' | 'worth' | 'scope' | 'stacks' | 'giftable' | 'gift' | 'among'>

/** One coupon under terms of its own, such as a gift that has no template. */
export function issueOne(
  journal: Journal,
  terms: Terms,
  { source, at, span, takes, unlimited }: Omit<Issuing, 'templateId' | 'count'> & { span: Span },
): Journal {
  const no = journal.account.seq + 1
  const coupon: Coupon = {
    ...terms,
    couponId: couponIdOf(journal.account.accountId, no),
    no,
    ...(unlimited ? { unlimited } : {}),
    ...span,
    issuedAt: at,
    source,
  }
  return record(journal, { kind: 'coupon-issue', coupon, ...(takes ? { takes } : {}) }, { at })
}

/** A coupon's id: from its member and the number of its entry, which a retry reaches again. */
export function couponIdOf(accountId: string, no: number): string {
  return `coupon-${accountId}-${no}`
}
