import { createHash, createHmac, timingSafeEqual } from 'node:crypto'

/**
 * What a till signs: the request as it travels. `timestamp` is in unix seconds, as text; `body` is the text as sent.
 */
export type SignedRequest = { method: string; path: string; timestamp: string; nonce: string; body: string }

/**
 * The signature of a till's request, as the till computes it: the hex HMAC-SHA256, under the key's secret, of method,
 * path, timestamp, nonce and the hex SHA-256 of the body, joined by line feeds.
 */
export function signPosRequest(secret: string, request: SignedRequest): string {
  return mac(secret, request).toString('hex')
}

/**
 * Whether a till's request is genuine and fresh. The signature is compared first and in constant time, so that only the
 * holder of the key learns that its clock is off. Whether the nonce was used before is the caller's to ask.
 */
export function checkPosSignature(
  secret: string,
  request: SignedRequest,
  claim: { signature: string; now: string },
): PosSignatureVerdict {
  if (!isSignable(request) || !/^[0-9a-f]{64}$/.test(claim.signature)) return 'signature_invalid'
  if (!timingSafeEqual(mac(secret, request), Buffer.from(claim.signature, 'hex'))) return 'signature_invalid'
  const offSeconds = Math.abs(Date.parse(claim.now) / 1_000 - Number(request.timestamp))
  return offSeconds <= timestampToleranceSeconds ? 'ok' : 'signature_expired'
}

export type PosSignatureVerdict = 'ok' | 'signature_invalid' | 'signature_expired'

/** A timestamp may be off by this much either way; a nonce has to be remembered for twice as long. */
export const timestampToleranceSeconds = 300

/** The four headers of a signed request, or null when one is missing or given twice. Names of headers have no case. */
export function readPosHeaders(headers: { [name: string]: unknown }): PosHeaders | null {
  const found = HEADERS.map((wanted) =>
    Object.keys(headers).filter((name) => name.toLowerCase() === `x-changlai-${wanted}`),
  )
  const [key, timestamp, nonce, signature] = found.map(([name, ...more]) =>
    name !== undefined && more.length === 0 ? headers[name] : null,
  )
  if (!isText(key) || !isText(timestamp) || !isText(nonce) || !isText(signature)) return null
  return { key, timestamp, nonce, signature }
}

export type PosHeaders = { key: string; timestamp: string; nonce: string; signature: string }

const HEADERS = ['key', 'timestamp', 'nonce', 'signature'] as const

function mac(secret: string, { method, path, timestamp, nonce, body }: SignedRequest): Buffer {
  const bodyHash = createHash('sha256').update(body, 'utf8').digest('hex')
  return createHmac('sha256', secret).update([method, path, timestamp, nonce, bodyHash].join('\n')).digest()
}

/** No part may carry a line feed, or two requests could share one signature; the nonce is 8 to 64 characters. */
function isSignable({ method, path, timestamp, nonce }: SignedRequest): boolean {
  return (
    /^[A-Z]+$/.test(method) &&
    /^\/[^\s]*$/.test(path) &&
    /^\d{1,12}$/.test(timestamp) &&
    /^[A-Za-z0-9_-]{8,64}$/.test(nonce)
  )
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value.length > 0 && value.length <= 256
}
