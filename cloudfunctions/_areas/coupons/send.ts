import { createHash } from 'node:crypto'
import type { couponsRecall, couponsSend } from '../../../shared/coupons/contract'
import { recallCoupon, sendCoupon } from '../../../shared/coupons/send'
import { allow, refuse } from '../../../shared/kit/ruling'
import type { Effects } from '../../_runtime/effects'
import type { EnrolledContext, Handler } from '../../_runtime/handler'
import { ownCommand } from '../../_runtime/own-command'
import { open, seal, VaultRefused } from '../../_runtime/vault'
import { couponView } from './views'

/** Sends a coupon out. Words that go with it are checked by the platform before anybody else may read them. */
export const send: Handler<typeof couponsSend, EnrolledContext> = async (context, { couponId, words }) => {
  const { effects, account, openid, request, now } = context
  if (!request) return refuse('request_id_missing')
  if (words) {
    const { verdict } = await effects.platform.checkText({ openid, text: words })
    if (verdict !== 'pass') return refuse('words_refused')
  }
  const token = createHash('sha256').update(`${account._id}\n${request.id}`).digest('hex').slice(0, 32)
  return ownCommand(context, (opened) => {
    const ruling = sendCoupon(opened, { couponId, token, ...(words ? { words } : {}), at: now })
    if (!ruling.ok) return ruling
    const sent = ruling.value.account.coupons?.find((one) => one.couponId === couponId)?.sent
    const gift = sealGift(effects, { accountId: opened.account.accountId, couponId, token })
    return allow({ journal: ruling.value, reply: { gift, until: sent?.until ?? now } })
  })
}

/** The sender takes it back before anybody has taken it. */
export const recall: Handler<typeof couponsRecall, EnrolledContext> = (context, { couponId }) => {
  const { terms, now } = context
  return ownCommand(context, (opened) => {
    const ruling = recallCoupon(opened, { couponId, at: now })
    if (!ruling.ok) return ruling
    const coupon = ruling.value.account.coupons?.find((one) => one.couponId === couponId)
    if (!coupon) return refuse('coupon_not_yours')
    return allow({ journal: ruling.value, reply: { coupon: couponView(coupon, terms.programme, now) } })
  })
}

/** What a link carries: whose coupon, and which sending of it. Sealed, so no link can be made outside. */
export type GiftLink = { accountId: string; couponId: string; token: string }

const place = 'coupons/gift'

export function sealGift(effects: Effects, link: GiftLink): string {
  return seal(effects.secrets.vaultKey, JSON.stringify(link), place)
}

/** Null for a text that is no link of ours. */
export function openGift(effects: Effects, gift: string): GiftLink | null {
  try {
    return JSON.parse(open(effects.secrets.vaultKey, gift, place)) as GiftLink
  } catch (error) {
    if (error instanceof VaultRefused) return null
    throw error
  }
}
