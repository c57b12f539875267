import type { Entry } from '../../../shared/books/entry'
import { lastDayWords, type CouponRefusal } from '../../../shared/coupons/usable'
import { momentWords } from '../../../shared/kit/day-words'
import { refuse, type Ruling } from '../../../shared/kit/ruling'
import type { StaffContext } from '../../_runtime/staff-door'
import type { StoredAccount } from '../../_runtime/stored-account'
import type { StaffGrant } from '../../_runtime/handler'
import { storeName, type Terms } from '../../_runtime/terms'
import { withStoreNames } from '../coupons/views'

type Asked = { accountId: string; couponId: string }

/**
 * A refusal about a coupon as the till is told it: of one that the customer no longer has, what became of it is looked up,
 * as where and when it was used; store ids become names. Costs its trips only on the way to a refusal.
 */
export async function toldWhereUsed<Value, Refusal extends string>(
  context: StaffContext,
  { accountId, couponId }: Asked,
  ruling: Ruling<Value, Refusal | CouponRefusal>,
): Promise<Ruling<Value, Refusal | CouponRefusal | 'coupon_used'>> {
  if (ruling.ok) return ruling
  const entered = await context.entered
  if (!entered.ok) return ruling
  const { terms } = entered.value
  if (ruling.refusal === 'coupon_not_here') return withStoreNames(ruling, terms)
  if (ruling.refusal !== 'coupon_not_yours') return ruling
  const end = await lastOf(context, { accountId, couponId })
  const told = end && (await endedBy(context, end, terms))
  return told ? { ...told, details: { ...told.details, couponId } } : ruling
}

/** The last that the ledger has of this member's coupon; of another member's it says nothing. */
async function lastOf({ effects }: StaffContext, { accountId, couponId }: Asked): Promise<Entry | null> {
  const [account, posted] = await Promise.all([
    effects.store.get<StoredAccount>('accounts', accountId),
    effects.store.find<Entry>('entries', { where: { couponId }, orderBy: [['seq', 'desc']], limit: 1 }),
  ])
  const rows = [...(account?.outbox ?? []).map(({ entry }) => entry), ...posted]
  return rows
    .filter((entry) => 'couponId' in entry && entry.couponId === couponId && entry.accountId === accountId)
    .reduce<Entry | null>((last, entry) => (last && last.seq > entry.seq ? last : entry), null)
}

async function endedBy({ effects, now }: StaffContext, entry: Entry, terms: Terms) {
  if (entry.kind === 'coupon-redeem') {
    const { at, coupon, orderId, actor } = entry
    const clerk = actor ? await effects.store.get<StaffGrant>('staff', actor) : null
    const store = storeName(terms, entry.storeId) ?? ''
    const used = { ...momentWords(at, now), usedAt: at, store, ...(clerk ? { by: clerk.name } : {}) }
    return refuse('coupon_used', { ...used, nameZh: coupon.name.zh, nameEn: coupon.name.en, orderId: orderId ?? '' })
  }
  if (entry.kind !== 'coupon-lapse' && entry.kind !== 'coupon-return') return null
  return refuse('coupon_over', lastDayWords(entry.coupon, now))
}
