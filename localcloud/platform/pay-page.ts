import { randomBytes } from 'node:crypto'
import { readBody } from '../gateway/body'
import { sendJson, sendText, type Exchange } from '../gateway/reply'
import { savePayment } from './pay'
import { queueNotice } from './pay-notice'
import type { Payment } from './pay-records'
import type { PlatformParts } from './services'

/**
 * The local stand-in for the payment dialog: `GET /pay/<prepayId>` shows it, `POST` with `act=pay` or `act=cancel` answers
 * it. `?back=` is where the page leads afterwards, a path of this gateway. JSON is answered to whoever accepts only JSON.
 */
export async function servePayPage(parts: PlatformParts, exchange: Exchange, prepayId: string): Promise<void> {
  const isAnswer = exchange.request.method === 'POST'
  const form = new URLSearchParams((isAnswer && (await readBody(exchange.request, 10_000))?.toString('utf8')) || '')
  // Read only now: while the answer was on its way, another may have paid or closed the order.
  const payment = parts.records.get('payments', prepayId) as unknown as Payment | null
  if (!payment) return sendText(exchange.response, 404, page('没有这笔订单', '<p>链接可能已经失效。</p>'), HTML)
  if (!isAnswer) return show(exchange, payment)
  const settled = form.get('act') === 'pay' ? await pay(parts, payment) : payment
  if (exchange.request.headers.accept === 'application/json') {
    return sendJson(exchange.response, 200, { state: settled.state, transactionId: settled.transactionId })
  }
  show(exchange, settled, form.get('act') === 'cancel')
}

/** Only an open order can be paid; a second tap changes nothing. Nothing is waited for between reading and saving. */
async function pay(parts: PlatformParts, payment: Payment): Promise<Payment> {
  if (payment.state !== 'NOTPAY') return payment
  const paidAt = new Date(parts.now()).toISOString()
  const paid: Payment = {
    ...payment,
    state: 'SUCCESS',
    transactionId: `42${parts.now()}${randomBytes(6).toString('hex')}`,
    paidAt,
  }
  await savePayment(parts, paid)
  await queueNotice(parts, { kind: 'payment', functionName: paid.functionName, payment: paid })
  return paid
}

function show({ response, url }: Exchange, payment: Payment, cancelled = false): void {
  const back = url.searchParams.get('back') ?? '/'
  const link = /^\/(?![/\\])/.test(back) ? back : '/'
  const open = payment.state === 'NOTPAY' && !cancelled
  const body = open
    ? `<form method="post">${button('pay', '支付')}${button('cancel', '取消')}</form>`
    : `<a href="${escape(link)}">返回</a>`
  const title = cancelled
    ? '已取消支付'
    : { NOTPAY: '确认支付', SUCCESS: '支付成功', CLOSED: '订单已关闭', REFUND: '已退款' }[payment.state]
  const amount = `¥${Math.floor(payment.totalFee / 100)}.${String(payment.totalFee % 100).padStart(2, '0')}`
  sendText(response, 200, page(title, `<p>${escape(payment.body)}</p><p class="amount">${amount}</p>${body}`), HTML)
}

const HTML = 'text/html; charset=utf-8'

function button(act: string, label: string): string {
  return `<button name="act" value="${act}" id="${act}">${label}</button>`
}

function page(title: string, body: string): string {
  return `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<title>${title}</title><style>body{font:16px system-ui,sans-serif;text-align:center;padding:15vh 24px 0;color:#1f2329}
.amount{font-size:36px;font-weight:600;margin:16px 0 40px}button,a{display:block;width:100%;max-width:320px;margin:12px auto;padding:14px;
border:0;border-radius:8px;font-size:17px;background:#f2f3f5;color:#1f2329;text-decoration:none;box-sizing:border-box}#pay{background:#07c160;color:#fff}</style></head>
<body><h1>${title}</h1>${body}</body></html>`
}

function escape(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`)
}
