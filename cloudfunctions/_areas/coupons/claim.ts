import type { Journal } from '../../../shared/books/journal'
import { claimCoupon } from '../../../shared/coupons/claim'
import type { couponsChoose, couponsClaim } from '../../../shared/coupons/contract'
import { birthdayNow, giveChosen, ownCode } from '../../../shared/coupons/due'
import { templateOf } from '../../../shared/coupons/issue'
import { settleCoupons } from '../../../shared/coupons/settle'
import { allow, refuse } from '../../../shared/kit/ruling'
import { benefitsOf } from '../../../shared/programme/benefits'
import type { Programme } from '../../../shared/programme/schema'
import { tierById } from '../../../shared/tiers/qualify'
import type { EnrolledContext, Handler } from '../../_runtime/handler'
import { ownCommand } from '../../_runtime/own-command'
import type { Wanted } from '../../_runtime/unit-of-work'
import { couponStockId } from './offers'
import { couponView } from './views'

/** A member takes a coupon that is offered. Of a limited one the last goes to one member only. */
export const claim: Handler<typeof couponsClaim, EnrolledContext> = (context, { templateId }) => {
  const { terms, now } = context
  return ownCommand(context, (opened) => {
    const ruling = claimCoupon(settleCoupons(opened, now), terms.programme, { templateId, at: now })
    if (!ruling.ok) return ruling
    const reply = issuedIn(ruling.value, terms.programme, now)
    return allow({ journal: ruling.value, reply, stock: stockOf(terms.programme, templateId) })
  })
}

/** One of what the birthday offers to choose from. */
export const choose: Handler<typeof couponsChoose, EnrolledContext> = (context, { code, choice }) => {
  const { terms, now } = context
  const { programme } = terms
  return ownCommand(context, (opened) => {
    const settled = settleCoupons(opened, now)
    const benefit = benefitsOf(programme, tierById(programme, settled.account.tierId)).find(
      (one) => one.kind === 'birthday' && one.choose === 'one' && ownCode(one) === code,
    )
    if (benefit?.kind !== 'birthday' || !birthdayNow(settled.account, benefit, now)) return refuse('birthday_not_now')
    const journal = giveChosen(settled, programme, { benefit, choice, now })
    if (journal === settled) return refuse('birthday_taken')
    return allow({ journal, reply: issuedIn(journal, programme, now) })
  })
}

/** What a limited template takes of its stock; nothing where it has none. */
export function stockOf(programme: Programme, templateId: string): Wanted<'coupon_sold_out'>[] {
  const stock = templateOf(programme, templateId)?.stock
  if (!stock) return []
  return [{ stockId: couponStockId(templateId), way: 'take', total: stock, refusal: 'coupon_sold_out' }]
}

/** The coupons that a command has just issued. */
export function issuedIn({ entries }: Journal, programme: Programme, now: string) {
  const coupons = entries.flatMap((entry) => (entry.kind === 'coupon-issue' ? [entry.coupon] : []))
  return { coupons: coupons.map((coupon) => couponView(coupon, programme, now)) }
}
