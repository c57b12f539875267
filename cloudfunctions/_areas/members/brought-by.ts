import type { Entry } from '../../../shared/books/entry'
import type { DeviceClaim } from '../../../shared/kit/fields'
import { isBroughtBy, type Brought } from '../../../shared/members/link'
import type { OrderMade } from '../../../shared/referrals/friend'
import type { Effects } from '../../_runtime/effects'
import type { StoredAccount } from '../../_runtime/stored-account'
import { phoneMarks } from '../referrals/phone-marks'
import type { Visitor } from '../shop/scene'

type Purchase = Extract<Entry, { kind: 'purchase' }>

/** As many of the first entries as are looked through for an order that counts. */
const entriesMax = 200

/**
 * The friend's link that brought somebody before staff or a till enrolled them, with what they have bought since. Null
 * where none did; then nothing more is read.
 */
export async function broughtBy(
  effects: Effects,
  accountId: string,
  { touch, device }: { touch: Visitor['firstTouch'] | undefined; device: DeviceClaim | undefined },
): Promise<Brought | null> {
  if (touch?.kind !== 'friend') return null
  const { referrerId, at } = touch
  const account = await effects.store.get<StoredAccount>('accounts', accountId)
  if (!account || !isBroughtBy(account, { referrerId, at })) return null
  return { referrerId, at, ...phoneMarks(effects, device), orders: await ordersOf(effects, account) }
}

async function ordersOf({ store }: Effects, { _id: accountId, outbox }: StoredAccount): Promise<OrderMade[]> {
  const posted = await store.find<Entry>('entries', {
    where: { accountId, kind: { in: ['purchase', 'refund'] } },
    orderBy: [['seq', 'asc']],
    limit: entriesMax,
  })
  const known = new Set(posted.map(({ _id }) => _id))
  const all = [...posted, ...outbox.map(({ entry }) => entry).filter(({ _id }) => !known.has(_id))]
  const refundedFen = (order: Purchase) =>
    all.reduce((sum, one) => (one.kind === 'refund' && one.reverses === order._id ? sum + one.amountFen : sum), 0)
  return all.flatMap((entry): OrderMade[] => {
    if (entry.kind !== 'purchase') return []
    const { storeId, orderId, at, amountFen, holderId: by } = entry
    return [{ storeId, orderId, amountFen: amountFen - refundedFen(entry), at, by }]
  })
}
