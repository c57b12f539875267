import { createHash, createHmac, randomBytes } from 'node:crypto'
import type { PosKey } from './arguments'

/**
 * The headers that sign one request of a till: HMAC-SHA256 by the key's secret over method, path, timestamp, nonce and the
 * hash of the body, each on a line. Every try is signed anew, since a nonce is taken once.
 */
export function signedHeaders(
  key: PosKey,
  request: { path: string; body: string; now: number },
): Record<string, string> {
  const timestamp = String(Math.floor(request.now / 1000))
  const nonce = randomBytes(16).toString('hex')
  const bodyHash = createHash('sha256').update(request.body).digest('hex')
  const text = ['POST', request.path, timestamp, nonce, bodyHash].join('\n')
  return {
    'content-type': 'application/json',
    'x-changlai-key': key.keyId,
    'x-changlai-timestamp': timestamp,
    'x-changlai-nonce': nonce,
    'x-changlai-signature': createHmac('sha256', key.secret).update(text).digest('hex'),
  }
}
