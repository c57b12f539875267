import { createHash, createHmac } from 'node:crypto'
import {
  checkPosSignature,
  readPosHeaders,
  signPosRequest,
  type SignedRequest,
} from '../../cloudfunctions/_runtime/pos-signature'

const secret = 'the secret of a till'
const now = '2026-11-22T08:00:00.000Z'
const seconds = Date.parse(now) / 1_000
const request: SignedRequest = {
  method: 'POST',
  path: '/pos',
  timestamp: String(seconds),
  nonce: 'nonce-0001',
  body: '{"operation":"purchases.record","input":{"name":"王小姐"}}',
}
const check = (given: SignedRequest, signature = signPosRequest(secret, request), at = now) =>
  checkPosSignature(secret, given, { signature, now: at })

describe('a till’s signature', () => {
  it('is the hex HMAC-SHA256 of method, path, timestamp, nonce and body hash, as any till can compute it', () => {
    const bodyHash = createHash('sha256').update(Buffer.from(request.body)).digest('hex')
    const text = `POST\n/pos\n${seconds}\nnonce-0001\n${bodyHash}`
    expect(signPosRequest(secret, request)).toBe(createHmac('sha256', secret).update(text).digest('hex'))
  })

  it('is accepted for the request it was made for', () => expect(check(request)).toBe('ok'))

  it.each([
    ['method', { method: 'GET' }],
    ['path', { path: '/manager' }],
    ['timestamp', { timestamp: String(seconds + 1) }],
    ['nonce', { nonce: 'nonce-0002' }],
    ['body', { body: request.body.replace('王', '李') }],
  ])('is refused when the %s was altered', (_, altered) => {
    expect(check({ ...request, ...altered })).toBe('signature_invalid')
  })

  it('is refused under another secret', () => {
    expect(check(request, signPosRequest('another secret', request))).toBe('signature_invalid')
  })

  it.each([
    '',
    'x',
    'Z'.repeat(64),
    signPosRequest(secret, request).toUpperCase(),
    `${signPosRequest(secret, request)}00`,
  ])('is refused in the form "%s"', (signature) => expect(check(request, signature)).toBe('signature_invalid'))

  it('is good for five minutes either way and no second longer', () => {
    const at = (offset: number) => check(request, undefined, new Date(Date.parse(now) + offset * 1_000).toISOString())
    expect([at(-300), at(300)]).toEqual(['ok', 'ok'])
    expect([at(-301), at(301)]).toEqual(['signature_expired', 'signature_expired'])
  })

  it('tells that the clock is off only to the holder of the key', () => {
    const old = { ...request, timestamp: String(seconds - 9_999) }
    expect(checkPosSignature(secret, old, { signature: signPosRequest(secret, old), now })).toBe('signature_expired')
    expect(checkPosSignature(secret, old, { signature: signPosRequest('guess', old), now })).toBe('signature_invalid')
  })

  it.each([
    ['a line feed in the path', { path: '/pos\n1' }],
    ['a line feed in the nonce', { nonce: 'nonce\n0001' }],
    ['a short nonce', { nonce: 'n1' }],
    ['a timestamp that is no number', { timestamp: 'NaN' }],
    ['a negative timestamp', { timestamp: '-1' }],
  ])('is refused over %s even when the sum is right', (_, odd) => {
    const signed = { ...request, ...odd }
    expect(check(signed, signPosRequest(secret, signed))).toBe('signature_invalid')
  })
})

describe('the headers of a signed request', () => {
  const headers = {
    'X-Changlai-Key': 'pos-1',
    'x-changlai-timestamp': '1',
    'X-CHANGLAI-NONCE': 'nonce-0001',
    'x-changlai-signature': 'ab',
  }

  it('are read whatever the case of their names', () => {
    expect(readPosHeaders(headers)).toEqual({ key: 'pos-1', timestamp: '1', nonce: 'nonce-0001', signature: 'ab' })
  })

  it.each(Object.keys(headers))('are not read without %s', (name) => {
    expect(readPosHeaders({ ...headers, [name]: undefined })).toBeNull()
    expect(readPosHeaders({ ...headers, [name]: ['a', 'b'] })).toBeNull()
  })

  it('are not read when one is given twice', () => {
    expect(readPosHeaders({ ...headers, 'x-changlai-key': 'pos-2' })).toBeNull()
  })
})
