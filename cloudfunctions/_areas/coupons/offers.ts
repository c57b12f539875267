import { mayTake } from '../../../shared/coupons/claim'
import type { couponsOffers } from '../../../shared/coupons/contract'
import { namedGoods } from '../../../shared/coupons/goods'
import { birthdayGift, birthdayNow, hasBeenGiven, ownCode } from '../../../shared/coupons/due'
import { spanOf } from '../../../shared/coupons/validity'
import { allow } from '../../../shared/kit/ruling'
import type { OutputOf } from '../../../shared/kit/contract'
import type { CouponTemplate } from '../../../shared/programme/parts/coupons'
import { effectWords } from '../../../shared/programme/parts/effects'
import { benefitsOf } from '../../../shared/programme/benefits'
import { accountAsOf } from '../../../shared/tiers/as-of'
import { tierById } from '../../../shared/tiers/qualify'
import type { EnrolledContext, Handler } from '../../_runtime/handler'
import type { Stock } from '../../_runtime/stock'

export type Offer = { template: CouponTemplate; state: 'open' | 'taken' | 'not-your-tier' }

/** Under which id the stock of a template is counted. */
export function couponStockId(templateId: string): string {
  return `coupon:${templateId}`
}

/** What the programme offers to claim, with how many are left of it. */
export const readOffers: Handler<typeof couponsOffers, EnrolledContext> = async (context) => {
  const { effects, account, now } = context
  const offers = offersOf(context)
  const limited = offers.flatMap(({ template }) => (template.stock ? [couponStockId(template.id)] : []))
  const stocks = limited.length > 0 ? await effects.store.getMany<Stock>('stocks', limited) : []
  const takenOf = (id: string) => stocks.find(({ _id }) => _id === couponStockId(id))?.taken ?? 0
  return allow({
    serverAt: now,
    offers: offers.map(({ template, state }) => {
      const { id, name, worth, scope, stock, valid } = template
      const goods = namedGoods(context.terms.programme, template)
      const left = stock ? Math.max(0, stock - takenOf(id)) : null
      const until = spanOf(valid, { at: now, birthday: account.birthday })?.until ?? null
      const shown = state === 'open' && left === 0 ? ('none-left' as const) : state
      return { templateId: id, name, worth, ...(scope ? { scope } : {}), goods, left, until, state: shown }
    }),
    birthday: birthdayOf(context),
  })
}

/** Templates that members may claim, but for those that are over. */
export function offersOf({ account: stored, terms, now }: EnrolledContext): Offer[] {
  const { programme } = terms
  const account = accountAsOf(stored, programme, now)
  return (programme.coupons ?? [])
    .filter(({ issuedBy }) => issuedBy.includes('claim'))
    .flatMap((template): Offer[] => {
      const may = mayTake(account, programme, template, now)
      if (may.ok) return [{ template, state: 'open' }]
      if (may.refusal === 'coupon_taken') return [{ template, state: 'taken' }]
      return may.refusal === 'coupon_not_your_tier' ? [{ template, state: 'not-your-tier' }] : []
    })
}

type Birthday = OutputOf<typeof couponsOffers>['birthday']

function birthdayOf({ account, terms, now }: EnrolledContext): Birthday {
  const benefits = benefitsOf(terms.programme, tierById(terms.programme, account.tierId))
  for (const benefit of benefits) {
    if (benefit.kind !== 'birthday' || benefit.choose !== 'one') continue
    const span = birthdayNow(account, benefit, now)
    if (!span) continue
    if (hasBeenGiven(account, birthdayGift(benefit, span))) continue
    return { code: ownCode(benefit), until: span.until, choices: benefit.gives.map(effectWords) }
  }
  return null
}
