import type { IncomingMessage, ServerResponse } from 'node:http'

export function sendJson(response: ServerResponse, status: number, value: unknown): void {
  sendText(response, status, JSON.stringify(value), 'application/json; charset=utf-8')
}

export function sendText(response: ServerResponse, status: number, text: string, type: string): void {
  const body = Buffer.from(text)
  response.writeHead(status, { 'content-type': type, 'content-length': body.length, 'cache-control': 'no-store' })
  response.end(body)
}

/** What the gateway itself refuses, in the two languages of the product. */
export type GatewayRefusal =
  | 'event_too_large'
  | 'event_malformed'
  | 'openid_malformed'
  | 'openid_unproven'
  | 'unknown_function'
  | 'function_failed'
  | 'function_timed_out'

/** Answers in the form of our own envelope, in Chinese unless the request prefers English. */
export function refuse(exchange: Exchange, status: number, code: GatewayRefusal, details?: unknown): void {
  const message = WORDING[code][prefersEnglish(exchange.request) ? 'en' : 'zh']
  const refusal = { code, message, ...(details === undefined ? {} : { details }) }
  sendJson(exchange.response, status, { ok: false, refusal })
}

export type Exchange = { request: IncomingMessage; response: ServerResponse; url: URL }

const WORDING: Record<GatewayRefusal, { zh: string; en: string }> = {
  event_too_large: {
    zh: '内容超过 6 MB，请减少后重试。',
    en: 'The request is larger than 6 MB. Send less and try again.',
  },
  event_malformed: { zh: '请求内容不是有效的 JSON。', en: 'The request is not valid JSON.' },
  openid_malformed: { zh: '身份格式不正确。', en: 'The identity has a wrong form.' },
  openid_unproven: {
    zh: '正式环境不接受自称的身份。',
    en: 'In production nobody may simply say who they are.',
  },
  unknown_function: { zh: '没有这个云函数。', en: 'There is no such function.' },
  function_failed: { zh: '服务出错了，请稍后再试。', en: 'The service failed. Please try again later.' },
  function_timed_out: { zh: '服务响应超时，请稍后再试。', en: 'The service took too long. Please try again later.' },
}

function prefersEnglish(request: IncomingMessage): boolean {
  const first = (request.headers['accept-language'] ?? '').split(',')[0] ?? ''
  return first.trim().toLowerCase().startsWith('en')
}
