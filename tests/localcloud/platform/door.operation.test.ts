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

  it('keeps documents that a function writes through the real SDK', async () => {
    await cloud.call('probe', { operation: 'write', input: { id: 'kept', value: 7 } })
    expect(await cloud.call('probe', { operation: 'read', input: { id: 'kept' } })).toEqual({
      ok: true,
      value: { _id: 'kept', value: 7 },
    })
    expect(await cloud.dump('shop')).toContainEqual({ collection: 'shop', document: { _id: 'kept', value: 7 } })
  })
})
