import type { Bilingual } from '../kit/fields'
import type { CouponScope, CouponWorth } from '../programme/parts/coupons'
import type { Programme } from '../programme/schema'

type Named = Pick<Programme, 'goods' | 'goodsCategories'>

/**
 * What a coupon is exchanged for, or on which goods alone it counts, by the names that the programme has for them now. A
 * category without a name is named by its goods; what the programme no longer has is left out.
 */
export function namedGoods(
  programme: Named,
  { worth, scope }: { worth: CouponWorth; scope?: CouponScope | undefined },
): Bilingual[] {
  return worth.kind === 'goods' ? namesOf(programme.goods ?? [], worth.goods) : scopedGoods(programme, scope)
}

/** The categories and goods that are meant, by the same names; empty for all. */
export function scopedGoods(
  { goods = [], goodsCategories = [] }: Named,
  scope: Pick<CouponScope, 'goods' | 'categories'> | undefined,
): Bilingual[] {
  const inCategory = (code: string) => {
    const named = namesOf(goodsCategories, [code])
    return named.length > 0 ? named : goods.filter(({ category }) => category === code).map(({ name }) => name)
  }
  return [...(scope?.categories ?? []).flatMap(inCategory), ...namesOf(goods, scope?.goods ?? [])]
}

function namesOf(named: readonly { code: string; name: Bilingual }[], codes: readonly string[]): Bilingual[] {
  return codes.flatMap((code) => named.filter((one) => one.code === code).map(({ name }) => name))
}
