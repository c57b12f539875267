import type { Entry } from '../../../shared/books/entry'
import { soonestFirst } from '../../../shared/coupons/best'
import type { couponsList } from '../../../shared/coupons/contract'
import { allow } from '../../../shared/kit/ruling'
import type { EnrolledContext, Handler } from '../../_runtime/handler'
import type { StoredAccount } from '../../_runtime/stored-account'
import { offersOf } from './offers'
import { couponView, pastView, type PastEntry } from './views'

const pageSize = 20
/** Entries that a page reads, with some to spare for those it passes over. */
const readSize = 40

const kinds = {
  used: ['coupon-redeem', 'coupon-return', 'coupon-pass'],
  over: ['coupon-lapse', 'coupon-withdraw', 'coupon-return'],
} as const

/** The member's coupons of one tab. */
export const listCoupons: Handler<typeof couponsList, EnrolledContext> = async (context, { tab, before }) => {
  const { account, terms, now } = context
  const { programme, shop } = terms
  const open = (account.coupons ?? []).map((coupon) => couponView(coupon, programme, now))
  const usable = open.filter(({ state }) => state !== 'over')
  const about = {
    serverAt: now,
    usable: usable.length,
    claimable: offersOf(context).filter(({ state }) => state === 'open').length,
    stores: shop.stores,
    tierNames: Object.fromEntries(programme.tiers.map((tier) => [tier.id, tier.name])),
  }
  if (tab === 'usable') return allow({ ...about, coupons: usable.sort(soonestFirst), nextBefore: null })
  const { past, more } = await pastEntries(context, tab, before ?? account.seq + 1)
  const page = past.slice(0, pageSize)
  const names = await friendNames(context, page)
  const overHere = tab === 'over' && !before ? open.filter(({ state }) => state === 'over') : []
  return allow({
    ...about,
    coupons: [...overHere, ...page.map((entry) => pastView(entry, terms, names))],
    nextBefore: past.length > pageSize ? (page.at(-1)?.seq ?? null) : more,
  })
}

/** Who took a coupon is named as they go by now: the ledger keeps only which account it was. */
async function friendNames({ effects }: EnrolledContext, page: readonly PastEntry[]) {
  const ids = page.flatMap((entry) => (entry.kind === 'coupon-pass' ? [entry.to] : []))
  if (ids.length === 0) return new Map<string, string | null>()
  const friends = await effects.store.find<Pick<StoredAccount, '_id' | 'name'>>('accounts', {
    where: { _id: { in: [...new Set(ids)] } },
    limit: pageSize,
    fields: ['_id', 'name'],
  })
  return new Map(friends.map(({ _id, name }) => [_id, name]))
}

async function pastEntries(
  { effects, account }: EnrolledContext,
  tab: 'used' | 'over',
  before: number,
): Promise<{ past: PastEntry[]; more: number | null }> {
  const posted = await effects.store.find<Entry>('entries', {
    where: { accountId: account._id, kind: { in: kinds[tab] }, seq: { lt: before } },
    orderBy: [['seq', 'desc']],
    limit: readSize,
  })
  const known = new Set(posted.map(({ _id }) => _id))
  // Where the ledger has more than was read, the next page goes on below it, and what is older waits for that page too.
  const more = posted.length === readSize ? (posted.at(-1)?.seq ?? null) : null
  const unposted = account.outbox
    .map(({ entry }) => entry)
    .filter(({ _id, seq }) => seq < before && seq >= (more ?? 0) && !known.has(_id))
  const past = [...unposted, ...posted]
    .filter((entry): entry is PastEntry => (kinds[tab] as readonly string[]).includes(entry.kind))
    .filter((entry) => entry.kind !== 'coupon-return' || entry.ended === (tab === 'over'))
    .sort((one, other) => other.seq - one.seq)
  return { past, more }
}
