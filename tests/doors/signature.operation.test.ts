import { randomUUID } from 'node:crypto'
import { signPosRequest } from '../../cloudfunctions/_runtime/pos-signature'
import { everything, manage, memberOf, order, record, sendItems, today, useShop, type Bend } from '../support/shop'

const shop = useShop('demo-tea', 'once')
const now = Date.parse(today)

async function refusedWith(bend: Bend, till: object = {}) {
  const before = await everything(shop.cloud)
  const codes = new Set<string>()
  for (const language of ['zh-CN', 'en']) {
    const { status, reply } = await sendItems(shop.cloud, { ...shop.till, language, ...till }, [order({})], bend)
    if (reply.ok) throw new Error('it was taken')
    expect(/[一-龥]/.test(reply.refusal.message)).toBe(language === 'zh-CN')
    codes.add(`${status} ${reply.refusal.code}`)
  }
  expect(await everything(shop.cloud)).toEqual(before)
  return [...codes]
}

describe('a till’s signature', () => {
  it.each<[string, Bend]>([
    ['another body than was signed', { body: '{"operation":"purchases.record","input":{"storeId":"S1","items":[1]}}' }],
    ['a timestamp changed afterwards', { headers: { 'x-changlai-timestamp': String(now / 1000 + 1) } }],
    ['a nonce changed afterwards', { headers: { 'x-changlai-nonce': 'another-nonce' } }],
    ['a signature that is none', { signature: 'x'.repeat(64) }],
    ['a signature by another secret', { signature: signature('another secret', '{}') }],
    ['an empty signature', { signature: '' }],
    ['a nonce too short to be one', { nonce: 'n' }],
  ])('is refused with signature_invalid for %s', async (_, bend) => {
    expect(await refusedWith(bend)).toEqual(['401 signature_invalid'])
  })

  it('is refused with signature_expired more than five minutes off either way, and taken at five', async () => {
    expect(await refusedWith({ nowMs: now - 301_000 })).toEqual(['401 signature_expired'])
    expect(await refusedWith({ nowMs: now + 301_000 })).toEqual(['401 signature_expired'])
    for (const nowMs of [now - 300_000, now + 300_000])
      expect((await sendItems(shop.cloud, shop.till, [order({ customer: 'c5' })], { nowMs })).status).toBe(200)
  })

  it('is refused with key_unknown for a key that nobody issued, and one that was revoked', async () => {
    const stranger = { key: { keyId: 'pos-nobody', secret: 'guessed' } }
    expect(await refusedWith({}, stranger)).toEqual(['401 key_unknown'])
    const key = await manage(shop.cloud, 'pos-keys.issue', { label: 'old till', storeIds: ['S1'] })
    expect((await sendItems(shop.cloud, { key }, [order({ customer: 'c6' })])).status).toBe(200)
    await manage(shop.cloud, 'pos-keys.revoke', { keyId: key.keyId })
    expect(await refusedWith({}, { key })).toEqual(['401 key_unknown'])
  })

  it('is good for the stores of its key only', async () => {
    expect(await refusedWith({}, { storeId: 'S2' })).toEqual(['403 store_not_allowed'])
    expect(await refusedWith({}, { storeId: 'S9' })).toEqual(['403 store_not_allowed'])
  })

  it('counts once: the same request again is refused with signature_replayed, before and after it is in the ledger', async () => {
    const nonce = randomUUID()
    const items = [order({ customer: 'c7', orderId: 'once' })]
    expect((await sendItems(shop.cloud, shop.till, items, { nonce })).status).toBe(200)
    const bought = await memberOf(shop.cloud, 'c7')
    for (const wait of [0, 1, 2]) {
      if (wait) await shop.cloud.drain()
      const { status, reply } = await sendItems(shop.cloud, shop.till, items, { nonce, nowMs: now + wait })
      expect([status, reply]).toMatchObject([409, { refusal: { code: 'signature_replayed' } }])
    }
    expect(await memberOf(shop.cloud, 'c7')).toEqual(bought)
  })

  it('with a fresh nonce, a repeated order is answered as the first time and adds nothing', async () => {
    const items = [order({ customer: 'c8', orderId: 'twice' })]
    const [first] = await record(shop.cloud, shop.till, items)
    expect(await record(shop.cloud, shop.till, items)).toEqual([{ ...first, duplicate: true }])
  })
})

describe('a request at the till’s door', () => {
  const signed = (signedBody: string) => refusedWith({ signedBody })
  it('is refused when it is no JSON, no envelope, of no operation, or wrong inside', async () => {
    expect(await signed('{')).toEqual(['400 request_malformed'])
    expect(await signed('[]')).toEqual(['400 request_malformed'])
    expect(await signed('{"operation":"purchases.record","input":{},"key":"k"}')).toEqual(['400 request_malformed'])
    expect(await signed('{"operation":"points.adjust","input":{}}')).toEqual(['404 unknown_operation'])
    expect(await signed('{"operation":"purchases.record","input":{"storeId":"S1"}}')).toEqual(['400 input_invalid'])
  })

  it('tells nothing about its input to somebody whose signature is wrong', async () => {
    const bend = { signedBody: '{"operation":"purchases.record","input":{}}', signature: 'a'.repeat(64) }
    expect(await refusedWith(bend)).toEqual(['401 signature_invalid'])
  })

  it('is refused without its headers, and when it is no HTTP at all', async () => {
    const bare = await shop.cloud.request('/pos', { method: 'POST', body: '{}' })
    expect(await bare.json()).toMatchObject({ refusal: { code: 'signature_invalid' } })
    const called: any = await shop.cloud.call('pos', { operation: 'purchases.record', input: {} }, 'o-member-1')
    expect(JSON.parse(called.body)).toMatchObject({ refusal: { code: 'request_malformed' } })
  })
})

function signature(secret: string, body: string): string {
  return signPosRequest(secret, {
    method: 'POST',
    path: '/pos',
    timestamp: String(now / 1000),
    nonce: 'n-12345678',
    body,
  })
}
