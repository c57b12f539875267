import { randomBytes } from 'node:crypto'
import type { Json } from '../engine/values'
import { openidOf } from '../functions/identity'
import { notEmulated, type PlatformCall, type WireError } from '../gateway/admin'
import { queueNotice } from './pay-notice'
import { payTime, type Payment, type Refund } from './pay-records'
import type { PlatformParts } from './services'

type Input = Record<string, unknown>
type Handler = (parts: PlatformParts, input: Input, payer: string | null) => Promise<object> | object

const HANDLERS: Record<string, Handler> = { unifiedOrder, queryOrder, closeOrder, refund, queryRefund }

/**
 * Answers `cloudPay.*` in the form of WeChat Pay's service-provider interface: a call that was understood says SUCCESS in
 * `return_code`; what it did stands in `result_code`, with `err_code` when it was refused.
 */
export async function answerPay(parts: PlatformParts, call: PlatformCall): Promise<Buffer | WireError> {
  const handler = Object.hasOwn(HANDLERS, call.apiName) ? HANDLERS[call.apiName] : undefined
  if (!handler) return notEmulated(`cloudPay.${call.apiName}`)
  const input = JSON.parse(call.data.toString('utf8')) as Input
  const outcome = await handler(parts, input, call.invocation ? openidOf(call.invocation.caller) : null)
  return Buffer.from(JSON.stringify({ ...envelope(parts, input), ...outcome }))
}

export function paymentByNumber(parts: PlatformParts, input: Input): Payment | null {
  const payments = parts.records.list('payments').map(({ value }) => value as unknown as Payment)
  const { out_trade_no: number, transaction_id: transaction } = input
  return (
    payments.find((one) => (number ? one.outTradeNo === number : transaction && one.transactionId === transaction)) ??
    null
  )
}

export async function savePayment(parts: PlatformParts, payment: Payment): Promise<void> {
  await parts.records.put('payments', payment.prepayId, payment as unknown as Json)
}

async function unifiedOrder(parts: PlatformParts, input: Input, payer: string | null): Promise<object> {
  const wrong = wrongOrder(input)
  if (wrong) return refused('PARAM_ERROR', wrong)
  const openid = String(input.sub_openid ?? input.openid ?? payer ?? '')
  if (openid === '') return refused('PARAM_ERROR', 'openid is missing')
  const known = paymentByNumber(parts, { out_trade_no: input.out_trade_no })
  if (known) return repeatedOrder(known, { input, openid, appId: parts.environment.appId })
  const payment: Payment = {
    prepayId: `wx${parts.now()}${randomBytes(6).toString('hex')}`,
    outTradeNo: String(input.out_trade_no),
    totalFee: Number(input.total_fee),
    body: String(input.body),
    attach: typeof input.attach === 'string' ? input.attach : null,
    openid,
    subMchId: String(input.sub_mch_id),
    functionName: String(input.function_name),
    state: 'NOTPAY',
    transactionId: null,
    paidAt: null,
    refunds: [],
  }
  await savePayment(parts, payment)
  return orderAnswer(payment, parts.environment.appId)
}

function repeatedOrder(known: Payment, again: { input: Input; openid: string; appId: string }): object {
  if (known.state === 'SUCCESS' || known.state === 'REFUND') return refused('ORDERPAID', '该订单已支付')
  if (known.state === 'CLOSED') return refused('ORDERCLOSED', '该订单已关闭')
  const same = known.totalFee === again.input.total_fee && known.openid === again.openid
  return same ? orderAnswer(known, again.appId) : refused('OUT_TRADE_NO_USED', '商户订单号重复')
}

/** `payment` is what `wx.requestPayment` takes; `payPage` is the local stand-in for its dialog. */
function orderAnswer(payment: Payment, appId: string): object {
  return {
    ...SUCCESS,
    trade_type: 'JSAPI',
    prepay_id: payment.prepayId,
    payment: {
      appId,
      timeStamp: payTime(Date.now()).seconds,
      nonceStr: randomBytes(16).toString('hex'),
      package: `prepay_id=${payment.prepayId}`,
      signType: 'MD5',
      paySign: randomBytes(16).toString('hex').toUpperCase(),
      payPage: `/pay/${payment.prepayId}`,
    },
  }
}

function queryOrder(parts: PlatformParts, input: Input): object {
  const payment = paymentByNumber(parts, input)
  if (!payment) return refused('ORDERNOTEXIST', '订单不存在')
  const paid = payment.paidAt && {
    transaction_id: payment.transactionId,
    time_end: payTime(Date.parse(payment.paidAt)).compact,
    bank_type: 'OTHERS',
    cash_fee: payment.totalFee,
  }
  return {
    ...SUCCESS,
    openid: payment.openid,
    sub_openid: payment.openid,
    trade_type: 'JSAPI',
    trade_state: payment.state,
    trade_state_desc: STATES[payment.state],
    out_trade_no: payment.outTradeNo,
    total_fee: payment.totalFee,
    fee_type: 'CNY',
    ...(payment.attach === null ? {} : { attach: payment.attach }),
    ...paid,
  }
}

async function closeOrder(parts: PlatformParts, input: Input): Promise<object> {
  const payment = paymentByNumber(parts, input)
  if (!payment) return refused('ORDERNOTEXIST', '订单不存在')
  if (payment.state === 'SUCCESS' || payment.state === 'REFUND') return refused('ORDERPAID', '该订单已支付')
  await savePayment(parts, { ...payment, state: 'CLOSED' })
  return SUCCESS
}

async function refund(parts: PlatformParts, input: Input): Promise<object> {
  const payment = paymentByNumber(parts, input)
  if (!payment) return refused('ORDERNOTEXIST', '订单不存在')
  if (!payment.paidAt) return refused('TRADE_STATE_ERROR', '订单状态错误')
  if (Number(input.total_fee) !== payment.totalFee) return refused('PARAM_ERROR', '订单金额不一致')
  const known = payment.refunds.find((one) => one.outRefundNo === input.out_refund_no)
  if (known && known.refundFee !== input.refund_fee) return refused('INVALID_REQUEST', '退款单号已使用且金额不一致')
  if (known) return refundAnswer(payment, known)
  const fee = Number(input.refund_fee)
  const left = payment.totalFee - payment.refunds.reduce((sum, one) => sum + one.refundFee, 0)
  if (!Number.isSafeInteger(fee) || fee <= 0 || !input.out_refund_no) return refused('PARAM_ERROR', '退款参数错误')
  if (fee > left) return refused('INVALID_REQUEST', '退款金额大于可退金额')
  const made: Refund = {
    refundId: `50${parts.now()}${randomBytes(4).toString('hex')}`,
    outRefundNo: String(input.out_refund_no),
    refundFee: fee,
    at: new Date(parts.now()).toISOString(),
  }
  const changed: Payment = { ...payment, state: 'REFUND', refunds: [...payment.refunds, made] }
  await savePayment(parts, changed)
  if (input.function_name)
    await queueNotice(parts, {
      kind: 'refund',
      functionName: String(input.function_name),
      payment: changed,
      refund: made,
    })
  return refundAnswer(payment, made)
}

function refundAnswer(payment: Payment, made: Refund): object {
  return {
    ...SUCCESS,
    transaction_id: payment.transactionId,
    out_trade_no: payment.outTradeNo,
    out_refund_no: made.outRefundNo,
    refund_id: made.refundId,
    refund_fee: made.refundFee,
    total_fee: payment.totalFee,
    cash_fee: payment.totalFee,
  }
}

function queryRefund(parts: PlatformParts, input: Input): object {
  const all = parts.records.list('payments').map(({ value }) => value as unknown as Payment)
  const payment =
    paymentByNumber(parts, input) ??
    all.find((one) => one.refunds.some((made) => made.outRefundNo === input.out_refund_no))
  if (!payment || payment.refunds.length === 0) return refused('REFUNDNOTEXIST', '退款不存在')
  const rows = payment.refunds.flatMap((made, index) => [
    [`out_refund_no_${index}`, made.outRefundNo],
    [`refund_id_${index}`, made.refundId],
    [`refund_fee_${index}`, made.refundFee],
    [`refund_status_${index}`, 'SUCCESS'],
  ])
  return {
    ...SUCCESS,
    out_trade_no: payment.outTradeNo,
    refund_count: payment.refunds.length,
    ...Object.fromEntries(rows),
  }
}

const SUCCESS = { result_code: 'SUCCESS' }
const STATES = { NOTPAY: '订单未支付', SUCCESS: '支付成功', CLOSED: '订单已关闭', REFUND: '转入退款' }

function refused(code: string, description: string): object {
  return { result_code: 'FAIL', err_code: code, err_code_des: description }
}

function envelope(parts: PlatformParts, input: Input): object {
  return {
    return_code: 'SUCCESS',
    return_msg: 'OK',
    appid: 'wx0000000000000000',
    mch_id: '1800000000',
    sub_appid: parts.environment.appId,
    sub_mch_id: input.sub_mch_id,
    nonce_str: randomBytes(16).toString('hex'),
  }
}

function wrongOrder(input: Input): string | null {
  if (typeof input.body !== 'string' || input.body === '' || Buffer.byteLength(input.body) > 128) return 'body'
  if (!/^[0-9A-Za-z_\-|*@]{6,32}$/.test(String(input.out_trade_no ?? ''))) return 'out_trade_no'
  if (!Number.isSafeInteger(input.total_fee) || Number(input.total_fee) <= 0) return 'total_fee'
  if (!input.sub_mch_id) return 'sub_mch_id'
  if (!input.function_name || !input.env_id) return 'function_name, env_id'
  return null
}
