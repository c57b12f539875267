import type { couponsMakeCodes } from '../../../shared/coupons/contract'
import { templateOf } from '../../../shared/coupons/issue'
import { allow, refuse } from '../../../shared/kit/ruling'
import { addDays, dayOf, isDay, startOfDay } from '../../../shared/kit/time'
import type { Handler, ManagerContext } from '../../_runtime/handler'
import { shortCode, shortCodeId } from '../../_runtime/short-code'
import { codePurpose, type CouponCode } from './claim-code'

/** Makes codes to print or give out. The same request makes the same ones. */
export const makeCodes: Handler<typeof couponsMakeCodes, ManagerContext> = async (context, input) => {
  const { effects, terms, request, now } = context
  const { templateId, count, lastDay } = input
  if (!terms) return refuse('shop_not_founded')
  if (!request) return refuse('request_id_missing')
  if (!templateOf(terms.programme, templateId)?.issuedBy.includes('code')) return refuse('coupon_not_offered')
  if (!isDay(lastDay) || lastDay < dayOf(now)) return refuse('day_over')
  const until = startOfDay(addDays(lastDay, 1))
  const codes = Array.from({ length: count }, (_, index) =>
    shortCode(effects, codePurpose, `${context.openid}:${request.id}:${index}`),
  )
  const documents = codes.map((code): CouponCode => ({
    _id: shortCodeId(effects, codePurpose, code),
    templateId,
    until,
    madeAt: now,
  }))
  if ((await effects.store.insert('couponCodes', documents)) === 'duplicate') {
    const made = new Set(
      (
        await effects.store.getMany<CouponCode>(
          'couponCodes',
          documents.map(({ _id }) => _id),
        )
      ).map(({ _id }) => _id),
    )
    await effects.store.insert(
      'couponCodes',
      documents.filter(({ _id }) => !made.has(_id)),
    )
  }
  return allow({ codes, until })
}
