import { claimByCode } from '../../../shared/coupons/claim'
import type { couponsClaimCode } from '../../../shared/coupons/contract'
import { settleCoupons } from '../../../shared/coupons/settle'
import { allow, refuse } from '../../../shared/kit/ruling'
import type { Instant } from '../../../shared/kit/time'
import type { Effects } from '../../_runtime/effects'
import type { EnrolledContext, Handler } from '../../_runtime/handler'
import { ownCommand } from '../../_runtime/own-command'
import { shortCodeId } from '../../_runtime/short-code'
import { issuedIn } from './claim'

/** What a printed code is good for, kept under its keyed hash: one coupon, until a day. */
export type CouponCode = {
  _id: string
  templateId: string
  until: Instant
  madeAt: Instant
  /** The walk-in's order that brought it, and what of it was given back. */
  order?: {
    storeId: string
    orderId: string
    at: Instant
    amountFen: number
    fromFen: number
    refundedFen: number
    refunds: { refundId: string; amountFen: number }[]
    /** It has taken one of a coupon of which there are only so many. */
    limited?: true
  }
}

export const codePurpose = 'coupon-code'

/** Redeems a code. That it is good once is kept like a stock of one, so two members at once have one coupon between them. */
export const claimCode: Handler<typeof couponsClaimCode, EnrolledContext> = async (context, { code }) => {
  const { effects, terms, now } = context
  const known = await readCode(effects, code)
  if (!known) return refuse('coupon_code_unknown')
  return ownCommand(context, (opened) => {
    if (now >= known.until) return refuse('coupon_code_over')
    const { templateId } = known
    const ruling = claimByCode(settleCoupons(opened, now), terms.programme, { templateId, at: now })
    if (!ruling.ok) return ruling
    const stock = [{ stockId: known._id, way: 'take' as const, total: 1, refusal: 'coupon_code_used' as const }]
    return allow({ journal: ruling.value, reply: issuedIn(ruling.value, terms.programme, now), stock })
  })
}

/** However it was typed: blanks and dashes are passed over, and small letters are as good as capitals. */
function readCode(effects: Effects, typed: string): Promise<CouponCode | null> {
  const code = typed.replaceAll(/[\s-]/g, '').toUpperCase()
  return effects.store.get<CouponCode>('couponCodes', shortCodeId(effects, codePurpose, code))
}
