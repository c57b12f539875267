import { allow, refuse, type Ruling } from '../../shared/kit/ruling'

/** The platform's HTTP access: what a function is given, and what it answers. */
export type HttpEvent = {
  path: string
  httpMethod: string
  headers: { [name: string]: unknown }
  body: string
}
export type HttpAnswer = { statusCode: number; headers: { [name: string]: string }; body: string }

/** A till's batch of a hundred is about 30 KB. */
const bodyMax = 1_000_000

/** The event as HTTP access gives it, or a refusal when a function was called in another way. */
export function readHttpEvent(event: unknown): Ruling<HttpEvent, 'request_malformed'> {
  if (typeof event !== 'object' || event === null) return refuse('request_malformed', { field: 'event' })
  const { path, httpMethod, headers, body, isBase64Encoded } = event as Record<string, unknown>
  if (typeof path !== 'string' || typeof httpMethod !== 'string') return refuse('request_malformed', { field: 'path' })
  if (typeof headers !== 'object' || headers === null) return refuse('request_malformed', { field: 'headers' })
  const raw = typeof body === 'string' ? body : ''
  const text = isBase64Encoded === true ? Buffer.from(raw, 'base64').toString('utf8') : raw
  if (text.length > bodyMax) return refuse('request_malformed', { field: 'body' })
  return allow({ path, httpMethod, headers: headers as HttpEvent['headers'], body: text })
}

export function readJson(text: string): Ruling<unknown, 'request_malformed'> {
  try {
    return allow(JSON.parse(text))
  } catch {
    return refuse('request_malformed', { field: 'body' })
  }
}

export function jsonAnswer(statusCode: number, body: unknown): HttpAnswer {
  return { statusCode, headers: { 'content-type': 'application/json; charset=utf-8' }, body: JSON.stringify(body) }
}

/** The status that says to a till's programmer whether to mend, to sign anew, or to send the same again. */
export function statusOf(code: string): number {
  return statuses[code] ?? 400
}

const statuses: { [code: string]: number } = {
  signature_invalid: 401,
  signature_expired: 401,
  signature_replayed: 409,
  key_unknown: 401,
  store_not_allowed: 403,
  unknown_operation: 404,
  shop_not_founded: 409,
  rate_limited: 429,
  internal_error: 500,
  busy: 503,
}
