import type { ItemRefusal, RefundItem, WalkInItem, WalkInResult } from '../../../shared/purchases/contract'
import { templateOf } from '../../../shared/coupons/issue'
import { allow, refuse, type Ruling } from '../../../shared/kit/ruling'
import { orderEntryId } from '../../../shared/purchases/purchase'
import { walkInCoupon } from '../../../shared/purchases/walk-in'
import type { Effects } from '../../_runtime/effects'
import { shortCode, shortCodeId } from '../../_runtime/short-code'
import { holdStock, releaseStock, settleStock, takeAtOnce, type StockClaim } from '../../_runtime/stock'
import type { Terms } from '../../_runtime/terms'
import { codePurpose, type CouponCode } from '../coupons/claim-code'
import { couponStockId } from '../coupons/offers'

export type AboutWalkIns = { effects: Effects; terms: Terms; storeId: string; now: string }
type Took = Ruling<WalkInResult, ItemRefusal>

/**
 * Takes an order of somebody whom nobody knows. Where a campaign gives walk-ins a coupon, the till gets a code to print:
 * it follows from store and order number, so a repeated order prints the same one, and is kept only under its hash.
 */
export async function takeWalkIn(about: AboutWalkIns, item: WalkInItem): Promise<Took> {
  const { effects, terms, storeId, now } = about
  const { orderId, amountFen, at } = item
  const { code, id } = codeOf(about, orderId)
  const known = await effects.store.get<CouponCode>('couponCodes', id)
  if (known) return again(known, item, code)
  const coupon = walkInCoupon(terms.programme, { storeId, amountFen, at })
  if (!coupon) return allow(tookWith(null))
  const { templateId, until, fromFen } = coupon
  const claim = stockClaim(about, item, templateId)
  if (claim && !(await holdOnce(effects, claim))) return allow(tookWith(null))
  if (!(await takeNumber(about, item))) {
    if (claim) await releaseStock(effects, claim)
    return refuse('order_id_reused')
  }
  if (claim) effects.afterReply(() => settleStock(effects, claim))
  const limited = claim ? { limited: true as const } : {}
  const order = { storeId, orderId, at, amountFen, fromFen, refundedFen: 0, refunds: [], ...limited }
  const document: CouponCode = { _id: id, templateId, until, madeAt: now, order }
  if ((await effects.store.insert('couponCodes', [document])) === 'inserted') return allow(tookWith({ code, until }))
  const meanwhile = await effects.store.get<CouponCode>('couponCodes', id)
  return meanwhile ? again(meanwhile, item, code) : refuse('busy')
}

/** What a code takes of a coupon of which there are only so many: it is promised where it is printed, and not again where it is claimed. */
function stockClaim({ terms, storeId }: AboutWalkIns, { orderId }: WalkInItem, templateId: string): StockClaim | null {
  const total = templateOf(terms.programme, templateId)?.stock
  if (total === undefined) return null
  const entryId = orderEntryId(storeId, orderId)
  const accountId = `${walkInAccount}${storeId}:${orderId}`
  return { stockId: couponStockId(templateId), way: 'take', count: 1, total, accountId, entryId }
}

/** An order that has its number has taken its coupon before, however it was cut off since. */
async function holdOnce(effects: Effects, claim: StockClaim): Promise<boolean> {
  const number = await effects.store.get<WalkInNumber>('entries', claim.entryId)
  return number?.accountId === claim.accountId || holdStock(effects, claim)
}

/**
 * Gives back an order of a walk-in; null where this is none that brought a code. What is left of it may no longer reach
 * what the campaign asks for: then the code is over, unless somebody has claimed it, and of a limited coupon there is one more.
 */
export async function refundWalkIn(about: AboutWalkIns, item: RefundItem): Promise<Took | null> {
  const { store } = about.effects
  const { id } = codeOf(about, item.orderId)
  const known = await store.get<CouponCode>('couponCodes', id)
  if (!known?.order) return null
  const { order, until } = known
  const { refundId, amountFen } = item
  const before = order.refunds.find((one) => one.refundId === refundId)
  if (before) return before.amountFen === amountFen ? allow(tookWith(null, true)) : refuse('refund_id_reused')
  const restFen = order.amountFen - order.refundedFen
  if (amountFen > restFen) return refuse('refund_above_rest', { restFen })
  const isOver = restFen - amountFen < Math.max(order.fromFen, 1)
  // First of all, so that nobody claims it between the two writes.
  const wasLeft = isOver && (await takeAtOnce(about.effects, { stockId: id, total: 1 }))
  const written = await store.change(
    'couponCodes',
    { _id: id, 'order.refundedFen': order.refundedFen },
    {
      set: {
        'order.refundedFen': order.refundedFen + amountFen,
        'order.refunds': [...order.refunds, { refundId, amountFen }],
        ...(isOver && about.now < until ? { until: about.now } : {}),
      },
    },
  )
  if (wasLeft && order.limited)
    await store.change('stocks', { _id: couponStockId(known.templateId) }, { increase: { taken: -1 } })
  return written === 1 ? allow(tookWith(null)) : refuse('busy')
}

/**
 * An order number that brought a walk-in a code. It stands in the ledger under the id that a member's order of that number
 * would have, and belongs to no account: whichever of the two is written second finds it taken, also in the same instant.
 */
type WalkInNumber = { _id: string; accountId: string; seq: 1; kind: 'walk-in'; at: string; recordedAt: string }

/** Whether what stands under an order's id is a walk-in's number and no member's entry. */
export function isOfWalkIn({ accountId }: { accountId: string }): boolean {
  return accountId.startsWith(walkInAccount)
}

const walkInAccount = 'walk-in:'

async function takeNumber({ effects, storeId, now }: AboutWalkIns, { orderId, at }: WalkInItem): Promise<boolean> {
  const _id = orderEntryId(storeId, orderId)
  const accountId = `${walkInAccount}${storeId}:${orderId}`
  const number: WalkInNumber = { _id, accountId, seq: 1, kind: 'walk-in', at, recordedAt: now }
  if ((await effects.store.insert('entries', [number])) === 'inserted') return true
  return (await effects.store.get<WalkInNumber>('entries', _id))?.accountId === accountId
}

function again({ order, until }: CouponCode, { amountFen, at }: WalkInItem, code: string): Took {
  if (order?.amountFen !== amountFen || order.at !== at) return refuse('order_id_reused')
  return allow(tookWith({ code, until }, true))
}

function tookWith(coupon: { code: string; until: string } | null, duplicate = false): WalkInResult {
  return { ok: true, duplicate, claimCode: coupon?.code ?? null, claimUntil: coupon?.until ?? null }
}

function codeOf({ effects, storeId }: AboutWalkIns, orderId: string): { code: string; id: string } {
  const code = shortCode(effects, codePurpose, `walk-in:${storeId}:${orderId}`)
  return { code, id: shortCodeId(effects, codePurpose, code) }
}
