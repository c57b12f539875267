import { randomBytes, randomUUID } from 'node:crypto'
import type { Json } from '../engine/values'
import { keepDelivering, type Post } from './delivery'
import { payTime, type Payment, type Refund } from './pay-records'
import type { PlatformParts } from './services'

export type Notice =
  | { kind: 'payment'; functionName: string; payment: Payment }
  | { kind: 'refund'; functionName: string; payment: Payment; refund: Refund }

/** Keeps a notice until its function has taken it, and makes the first try now. */
export async function queueNotice(parts: PlatformParts, notice: Notice): Promise<void> {
  const id = randomUUID()
  await parts.records.put('notices', id, { functionName: notice.functionName, event: eventOf(parts, notice) as Json })
  void keepDelivering(parts, noticePost, id)
}

/** A notice is taken when the function answers `{ errcode: 0 }`; anything else brings it again. */
export const noticePost: Post = {
  kind: 'notices',
  async hand({ pool }, value) {
    const { functionName, event } = value as { functionName: string; event: object }
    const outcome = await pool.invoke({ function: functionName, event, caller: { source: 'platform' } })
    return outcome.ok && (outcome.result as { errcode?: unknown } | null)?.errcode === 0
  },
}

/** The event as the platform hands it to the function: camel case, amounts in fen. */
function eventOf(parts: PlatformParts, notice: Notice): Record<string, unknown> {
  const { payment } = notice
  const common = {
    returnCode: 'SUCCESS',
    appid: 'wx0000000000000000',
    mchId: '1800000000',
    subAppid: parts.environment.appId,
    subMchId: payment.subMchId,
    nonceStr: randomBytes(16).toString('hex'),
    transactionId: payment.transactionId,
    outTradeNo: payment.outTradeNo,
    totalFee: payment.totalFee,
    userInfo: { appId: parts.environment.appId, openId: payment.openid },
  }
  if (notice.kind === 'payment') return { ...common, ...paymentFields(payment) }
  return { ...common, ...refundFields(notice.refund) }
}

function paymentFields(payment: Payment): Record<string, unknown> {
  return {
    resultCode: 'SUCCESS',
    openid: payment.openid,
    subOpenid: payment.openid,
    isSubscribe: 'N',
    subIsSubscribe: 'N',
    tradeType: 'JSAPI',
    bankType: 'OTHERS',
    feeType: 'CNY',
    cashFee: payment.totalFee,
    cashFeeType: 'CNY',
    timeEnd: payTime(Date.parse(payment.paidAt ?? '')).compact,
    ...(payment.attach === null ? {} : { attach: payment.attach }),
  }
}

function refundFields(refund: Refund): Record<string, unknown> {
  return {
    refundId: refund.refundId,
    outRefundNo: refund.outRefundNo,
    refundFee: refund.refundFee,
    settlementRefundFee: refund.refundFee,
    refundStatus: 'SUCCESS',
    successTime: payTime(Date.parse(refund.at)).spaced,
    refundRecvAccout: '支付用户零钱',
    refundAccount: 'REFUND_SOURCE_RECHARGE_FUNDS',
    refundRequestSource: 'API',
  }
}
