import { useCloud } from '../../support/cloud'

const probe = { file: 'tests/localcloud/platform/functions/probe.ts' }
const cloud = useCloud({ functions: { probe } })

describe('the door for clients', () => {
  it('gives the function its event, the identity that the header names, and answers its result as it is', async () => {
    const reply = await cloud.call('probe', { operation: 'who', input: { a: 1 }, requestId: 'request-1' }, 'oMember1')
    expect(reply).toMatchObject({
      ok: true,
      value: {
        event: {
          operation: 'who',
          input: { a: 1 },
          requestId: 'request-1',
          userInfo: { appId: cloud.cloud.appId, openId: 'oMember1' },
        },
        context: { OPENID: 'oMember1', APPID: cloud.cloud.appId, SOURCE: 'wx_client', ENV: cloud.cloud.envId },
        trigger: null,
      },
    })
  })

  it('lets a call without identity through with no identity', async () => {
    const reply = await cloud.call('probe', { operation: 'who' })
    expect(reply.ok && reply.value.context.OPENID).toBe(undefined)
  })

  it('never mixes the identities of calls that run at the same time', async () => {
    const openids = Array.from({ length: 20 }, (_, index) => `oMember${index}`)
    const replies = await Promise.all(openids.map((openid) => cloud.call('probe', { operation: 'who' }, openid)))
    expect(replies.map((reply) => reply.ok && reply.value.context.OPENID)).toEqual(openids)
  })

  it('keeps documents that a function writes through the real SDK', async () => {
    await cloud.call('probe', { operation: 'write', input: { id: 'kept', value: 7 } })
    expect(await cloud.call('probe', { operation: 'read', input: { id: 'kept' } })).toEqual({
      ok: true,
      value: { _id: 'kept', value: 7 },
    })
    expect(await cloud.dump('shop')).toContainEqual({ collection: 'shop', document: { _id: 'kept', value: 7 } })
  })

  it.each([
    ['event_too_large', 413, 'probe', JSON.stringify({ operation: 'echo', input: 'x'.repeat(7 * 1024 * 1024) }), {}],
    ['event_malformed', 400, 'probe', '{"operation":', {}],
    ['event_malformed', 400, 'probe', '[1]', {}],
    ['openid_malformed', 400, 'probe', '{}', { 'x-local-openid': '12345678' }],
    ['openid_malformed', 400, 'probe', '{}', { 'x-local-openid': '{"$gt":""}' }],
    ['unknown_function', 404, 'nowhere', '{}', {}],
    ['unknown_function', 404, '../probe', '{}', {}],
    ['unknown_function', 404, '__proto__', '{}', {}],
  ])(
    'refuses with %s and status %i, in Chinese and in English, and runs nothing',
    async (code, status, name, body, headers) => {
      const before = (await cloud.statistics()).invocations
      const messages: string[] = []
      for (const language of ['zh-CN', 'en-US,en;q=0.9']) {
        const path = `/call/${encodeURIComponent(name)}`
        const response = await cloud.request(path, {
          method: 'POST',
          body,
          headers: { ...headers, 'accept-language': language },
        })
        expect(response.status).toBe(status)
        const reply = await response.json()
        expect(reply).toMatchObject({ ok: false, refusal: { code } })
        messages.push(reply.refusal.message)
      }
      expect(messages[0]).toMatch(/\p{Script=Han}/u)
      expect(messages[1]).toMatch(/^[\x20-\x7e]+$/)
      expect((await cloud.statistics()).invocations).toBe(before)
    },
  )

  it('takes an event just under 6 MB', async () => {
    const input = 'x'.repeat(6 * 1024 * 1024 - 200)
    const reply = await cloud.call('probe', { operation: 'echo', input })
    expect(reply.ok && reply.value.input.length).toBe(input.length)
  })

  it('does not answer the pages of other sites', async () => {
    const response = await cloud.request('/call/probe', {
      method: 'POST',
      body: '{}',
      headers: { origin: 'https://elsewhere.example' },
    })
    expect(response.status).toBe(403)
    expect((await cloud.request('/__local/clock', { headers: { origin: 'null' } })).status).toBe(403)
    expect((await cloud.request('/__local/clock', { headers: { origin: cloud.url } })).status).toBe(200)
  })

  it('says how to build the client when it has not been built', async () => {
    const response = await cloud.request('/')
    expect(response.headers.get('content-type')).toContain('text/html')
    expect(await response.text()).toContain('npm run build:h5')
    expect((await cloud.request('/js/app.js')).status).toBe(404)
  })
})
