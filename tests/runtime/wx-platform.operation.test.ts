import { wxEffects } from '../../cloudfunctions/_runtime/wx'
import { useCloud } from '../support/cloud'

const cloud = useCloud()
const message = {
  openid: 'oAnna-1',
  templateId: 'tier-up',
  page: 'pages/home',
  data: { thing1: { value: '银卡会员' } },
}
const send = (given = message) => cloud.run(() => wxEffects().platform.sendSubscribeMessage(given))

beforeEach(() => cloud.reset())

describe('a subscription message', () => {
  it('is sent when the member accepted it, with its words as they are', async () => {
    await cloud.control('subscribe', { openid: 'oAnna-1', templateIds: ['tier-up'] })
    expect(await send()).toMatchObject({ errCode: 0 })
    const sent = JSON.stringify(await cloud.control('outbox'))
    for (const word of ['oAnna-1', 'tier-up', 'pages/home', 'thing1', '银卡会员']) expect(sent).toContain(word)
  })

  it('answers 43101 and throws nothing when the member has accepted no more', async () => {
    expect(await send()).toMatchObject({ errCode: 43101, errMsg: expect.stringContaining('refuse') })
  })

  it('answers 47003 and throws nothing when an argument is over its limit', async () => {
    await cloud.control('subscribe', { openid: 'oAnna-1', templateIds: ['tier-up'] })
    expect(await send({ ...message, data: { thing1: { value: '券'.repeat(21) } } })).toMatchObject({ errCode: 47003 })
  })
})
