import { openJournal } from '../../../shared/books/journal'
import { couponsMax } from '../../../shared/coupons/claim'
import type { couponsGift, couponsTakeGift } from '../../../shared/coupons/contract'
import { namedGoods } from '../../../shared/coupons/goods'
import { takeGift } from '../../../shared/coupons/send'
import { isSent } from '../../../shared/coupons/usable'
import { allow, refuse } from '../../../shared/kit/ruling'
import type { EnrolledContext, Handler, MemberContext } from '../../_runtime/handler'
import type { StoredAccount } from '../../_runtime/stored-account'
import { commitTogether } from '../../_runtime/together'
import { openGift } from './send'
import { couponView } from './views'

/** What a link holds, for whoever opens it. */
export const readGift: Handler<typeof couponsGift, MemberContext> = async (context, { gift }) => {
  const { effects, account, terms, now } = context
  const link = openGift(effects, gift)
  if (!link) return refuse('gift_gone')
  const sender = await effects.store.get<StoredAccount>('accounts', link.accountId)
  const coupon = sender?.coupons?.find(({ couponId, sent }) => couponId === link.couponId && sent?.token === link.token)
  const isOpen = coupon !== undefined && isSent(coupon, now)
  const isOwn = account !== null && account._id === sender?._id
  const taken = account?.coupons?.some(({ source, gift: from }) => source.by === 'friend' && from === link.token)
  return allow({
    serverAt: now,
    shopName: terms.shop.name,
    state: taken ? 'yours' : !isOpen ? 'gone' : isOwn ? 'own' : 'open',
    fromName: isOpen ? (sender?.name ?? null) : null,
    words: isOpen ? (coupon.sent?.words ?? null) : null,
    until: isOpen ? (coupon.sent?.until ?? null) : null,
    coupon: isOpen
      ? {
          name: coupon.name,
          worth: coupon.worth,
          ...(coupon.scope ? { scope: coupon.scope } : {}),
          goods: namedGoods(terms.programme, coupon),
          until: coupon.until,
        }
      : null,
    isMember: account !== null,
  })
}

/** A friend takes it: it leaves one account and stands on the other together, or neither. */
export const take: Handler<typeof couponsTakeGift, EnrolledContext> = async (context, { gift }) => {
  const { effects, account, terms, request, now } = context
  if (!request) return refuse('request_id_missing')
  const link = openGift(effects, gift)
  if (!link) return refuse('gift_gone')
  if (link.accountId === account._id) return refuse('gift_own')
  const stamp = { recordedAt: now, programmeVersion: terms.programmeVersion, requestId: request.id }
  return commitTogether(effects, {
    asker: account,
    request,
    decide: async (transaction, asker) => {
      const before = await transaction.get<StoredAccount>('accounts', link.accountId)
      if (!before) return refuse('gift_gone')
      if ((asker.coupons?.length ?? 0) >= couponsMax) return refuse('coupon_too_many')
      const [sender, friend] = [openJournal(before, stamp), openJournal(asker, stamp)]
      const ruling = takeGift(sender, friend, { ...link, at: now })
      if (!ruling.ok) return ruling
      const coupon = ruling.value.friend.account.coupons?.at(-1)
      if (!coupon) return refuse('gift_gone')
      return allow({
        own: ruling.value.friend,
        other: { before, journal: ruling.value.sender },
        reply: { coupon: couponView(coupon, terms.programme, now) },
      })
    },
  })
}
