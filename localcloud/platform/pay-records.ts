/** One order at the local WeChat Pay. Amounts are fen. */
export type Payment = {
  prepayId: string
  outTradeNo: string
  totalFee: number
  body: string
  attach: string | null
  openid: string
  subMchId: string
  /** Takes the notice of the payment. */
  functionName: string
  state: 'NOTPAY' | 'SUCCESS' | 'CLOSED' | 'REFUND'
  transactionId: string | null
  paidAt: string | null
  refunds: Refund[]
}

export type Refund = { refundId: string; outRefundNo: string; refundFee: number; at: string }

/** WeChat Pay's forms of an instant: seconds since 1970, `yyyyMMddHHmmss` and `yyyy-MM-dd HH:mm:ss` in Shanghai. */
export function payTime(milliseconds: number): { seconds: string; compact: string; spaced: string } {
  const spaced = new Date(milliseconds + 8 * 3_600_000).toISOString().slice(0, 19).replace('T', ' ')
  return { seconds: String(Math.floor(milliseconds / 1000)), compact: spaced.replace(/\D/g, ''), spaced }
}
