import type { Entry } from '../../../shared/books/entry'
import type { CouponRefusal } from '../../../shared/coupons/usable'
import { refuse, type Ruling } from '../../../shared/kit/ruling'
import { clockText } from '../../../shared/kit/time'
import type { StaffContext } from '../../_runtime/staff-door'
import type { StoredAccount } from '../../_runtime/stored-account'
import { storeName, type Terms } from '../../_runtime/terms'
import { withStoreNames } from '../coupons/views'

type Asked = { accountId: string; couponId: string }

/**
 * A refusal about a coupon as the till is told it: one that the customer no longer has was used somewhere, and where and
 * when is looked up; store ids become names. Costs its trips only on the way to a refusal.
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
  const use = await lastUse(context, { accountId, couponId })
  return use ? usedAt(use, terms) : ruling
}

type Use = Extract<Entry, { kind: 'coupon-redeem' }>

async function lastUse({ effects }: StaffContext, { accountId, couponId }: Asked): Promise<Use | null> {
  const [account, posted] = await Promise.all([
    effects.store.get<StoredAccount>('accounts', accountId),
    effects.store.find<Entry>('entries', { where: { couponId }, orderBy: [['seq', 'desc']], limit: 1 }),
  ])
  const rows = [...(account?.outbox ?? []).map(({ entry }) => entry), ...posted]
  const uses = rows.filter(
    (entry): entry is Use =>
      entry.kind === 'coupon-redeem' && entry.couponId === couponId && entry.accountId === accountId,
  )
  return uses.sort((one, other) => other.seq - one.seq)[0] ?? null
}

function usedAt({ at, storeId }: Use, terms: Terms) {
  return refuse('coupon_used', { time: clockText(at), store: storeName(terms, storeId) ?? '' })
}
