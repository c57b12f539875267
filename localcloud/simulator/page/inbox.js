import { receivesAt } from './phones.js'
import { make, shopTime } from './shop.js'

const place = document.getElementById('inbox')
const states = { NOTPAY: '待支付', SUCCESS: '已支付', CLOSED: '已关闭', REFUND: '已退款' }
let shown = ''

/**
 * Shows what the platform would have brought to one person, the latest first. `open` takes an address of a page and shows it
 * in that person's phone. Says how many messages were refused, since nobody would have seen them.
 */
export function showInbox({ openapi, payments, templates, texts }, { openid, name }, open) {
  const messages = messagesTo(openapi, openid)
  const own = payments.filter((payment) => payment.openid === openid)
  const news = JSON.stringify([openid, messages, own, templates, texts])
  if (news === shown) return
  shown = news
  const arrived = messages.filter(({ answer }) => answer.errcode === 0).reverse()
  const refused = messages.filter(({ answer }) => answer.errcode !== 0)
  place.replaceChildren(
    ...own.reverse().map((payment) => paymentCard(payment, open)),
    ...arrived.map((message) => {
      if (message.api === mailApi) return mailCard(message)
      return message.api === textApi ? textCard(message, texts) : messageCard(message, templates, open)
    }),
    ...(refused.length > 0 ? [make('p', { className: 'hint' }, refusedSentence(refused))] : []),
  )
  if (!place.hasChildNodes()) place.append(make('p', { className: 'hint' }, `${name}还没有收到消息，也没有支付。`))
}

/** How many things have arrived for a person. */
export function countFor({ openapi, payments }, openid) {
  const arrived = messagesTo(openapi, openid).filter(({ answer }) => answer.errcode === 0)
  return arrived.length + payments.filter((payment) => payment.openid === openid).length
}

function messagesTo(openapi, openid) {
  return openapi.filter(({ api, request }) => {
    // Nobody here has a mailbox, so mail shows beside every phone.
    if (api === mailApi) return true
    if (api === textApi) return receivesAt(openid, request.number.replace('+86', ''))
    return api === 'subscribeMessage.send' && request.touser === openid
  })
}

const textApi = 'sms.SendSms'
const mailApi = 'mail.send'

function mailCard({ at, request }) {
  const { from, to, subject, text } = request
  return make(
    'article',
    {},
    heading(`邮件 · ${subject}`, shopTime(at)),
    make('p', { className: 'hint' }, `${from} 发往 ${to.join('、')}`),
    ...text.split('\n').map((line) => make('p', {}, line)),
  )
}

/** A text whose words the shop has declared is shown whole; of any other its values, the first of which is a code. */
function textCard({ at, request }, texts) {
  const { sign, number, template, parameters } = request
  const words = texts.find(({ id }) => id === template)?.words
  if (words)
    return make(
      'article',
      {},
      heading(`短信 · ${sign}`, shopTime(at)),
      make('p', { className: 'hint' }, `发往 ${number} · 模板 ${template}`),
      make('p', {}, `【${sign}】${words.replace(/\{(\d+)\}/g, (_, n) => parameters[Number(n) - 1] ?? '')}`),
    )
  return make(
    'article',
    {},
    heading(`短信 · ${sign}`, shopTime(at)),
    make('p', { className: 'hint' }, `发往 ${number} · 模板 ${template}`),
    make('p', {}, make('strong', {}, parameters[0] ?? ''), parameters[1] ? ` ${parameters[1]} 分钟内有效` : ''),
  )
}

/** The platform writes its own titles and labels beside the values; a template that nobody declared has none. */
function messageCard({ at, request }, templates, open) {
  const template = templates.find(({ id }) => id === request.template_id)
  const facts = Object.entries(request.data ?? {}).flatMap(([key, argument]) => [
    make('dt', { title: key }, template?.labels?.[key] ?? key),
    make('dd', {}, String(argument?.value ?? '')),
  ])
  return make(
    'article',
    {},
    heading(template?.title ?? '订阅消息', shopTime(at)),
    make('p', { className: 'hint' }, `${template?.title ? '订阅消息' : '模板'} ${request.template_id}`),
    make('dl', {}, ...facts),
    request.page ? opener(`打开 ${request.page}`, () => open(`#/${request.page.replace(/^\//, '')}`)) : '',
  )
}

function paymentCard({ prepayId, body, totalFee, state, paidAt, refunds }, open) {
  const yuan = (fen) => `¥${(fen / 100).toFixed(2)}`
  const refunded = refunds.reduce((sum, { refundFee }) => sum + refundFee, 0)
  return make(
    'article',
    {},
    heading(`支付 · ${states[state] ?? state}`, paidAt ? shopTime(paidAt) : ''),
    make('p', {}, make('strong', {}, yuan(totalFee)), ` ${body}`),
    refunded > 0 ? make('p', { className: 'hint' }, `已退 ${yuan(refunded)}`) : '',
    opener(state === 'NOTPAY' ? '打开付款页' : '查看付款页', () => open(`/pay/${prepayId}`)),
  )
}

function heading(what, when) {
  return make('h3', { className: 'row' }, make('span', {}, what), make('time', {}, when))
}

function opener(label, onclick) {
  return make('button', { onclick, title: 'Open in the phone' }, label)
}

function refusedSentence(refused) {
  const codes = [...new Set(refused.map(({ answer }) => answer.errcode))].join('、')
  return `另有 ${refused.length} 条没有送达（${codes}）。`
}
