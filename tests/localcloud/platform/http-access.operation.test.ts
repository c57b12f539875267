import { useCloud } from '../../support/cloud'

const cloud = useCloud({ idleMs: 1, functions: { pos: { file: 'tests/localcloud/platform/functions/pos.ts' } } })

describe('HTTP access', () => {
  it('hands the request to the function in the form of the platform and answers what it says', async () => {
    const response = await cloud.request('/pos/orders?a=1&b=%E4%B8%80', {
      method: 'POST',
      body: '{"operation":"purchases.record","input":{}}',
      headers: { 'x-changlai-key': 'key-1', 'content-type': 'application/json' },
    })
    expect(response.status).toBe(201)
    expect(response.headers.get('x-own')).toBe('yes')
    expect(await response.json()).toMatchObject({
      path: '/pos/orders',
      httpMethod: 'POST',
      headers: { 'x-changlai-key': 'key-1', 'content-type': 'application/json' },
      queryStringParameters: { a: '1', b: '一' },
      body: '{"operation":"purchases.record","input":{}}',
      isBase64Encoded: false,
      requestContext: { envId: cloud.cloud.envId },
    })
    expect((await cloud.operation('pos', 'purchases.record')).calls).toBe(1)
  })

  it('gives GET requests too, and the bare path', async () => {
    expect(await (await cloud.request('/pos')).json()).toMatchObject({ path: '/pos', httpMethod: 'GET', body: '' })
  })

  it('carries what is not text in base64, both ways', async () => {
    const response = await cloud.request('/pos', { method: 'POST', body: new Uint8Array([0xff, 0x00]) })
    expect(await response.json()).toMatchObject({ body: '/wA=', isBase64Encoded: true })
    const picture = await cloud.request('/pos/bytes')
    expect(picture.headers.get('content-type')).toBe('image/png')
    expect(Buffer.from(await picture.arrayBuffer()).toString('base64')).toBe('iVBORw==')
  })

  it('answers a string as text and an object as JSON', async () => {
    expect(await (await cloud.request('/pos/text')).text()).toBe('plain')
    expect(await (await cloud.request('/pos/object')).json()).toEqual({ plain: true })
  })

  it('refuses a body over 6 MB before the function sees it', async () => {
    const response = await cloud.request('/pos', { method: 'POST', body: 'x'.repeat(7 * 1024 * 1024) })
    expect(response.status).toBe(413)
    expect(await response.json()).toMatchObject({ ok: false, refusal: { code: 'event_too_large' } })
  })

  it('says so when the function has not been deployed', async () => {
    const response = await cloud.request('/manager', { method: 'POST', body: '{}' })
    expect(response.status).toBe(404)
    expect(await response.json()).toMatchObject({ refusal: { code: 'unknown_function' } })
  })
})

describe('a function process', () => {
  it('ends when it has had nothing to do for its idle time, and the next call starts another', async () => {
    await cloud.request('/pos/text')
    let left = 1
    while (left > 0) left = (await cloud.control('statistics')).processes
    await cloud.control('statistics', undefined, 'DELETE')
    expect(await (await cloud.request('/pos/text')).text()).toBe('plain')
    expect(await cloud.statistics()).toMatchObject({ coldStarts: 1, warmStarts: 0 })
  })
})
