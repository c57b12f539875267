import { inflateSync } from 'node:zlib'
import { useCloud } from '../../support/cloud'

const file = 'tests/localcloud/platform/functions/probe.ts'
const permissions = {
  openapi: [
    'subscribeMessage.send',
    'wxacode.getUnlimited',
    'phonenumber.getPhoneNumber',
    'security.msgSecCheck',
    'security.mediaCheckAsync',
    'riskControl.getUserRiskRank',
  ],
}
const notice = { file: 'tests/localcloud/platform/functions/notice.ts' }
const cloud = useCloud({ functions: { probe: { file, config: { permissions } }, forbidden: { file }, notice } })
beforeEach(() => cloud.reset({ keepProcesses: true }))

const openid = 'oMember1'
const ask = async (api: string, data: object, name = 'probe') => {
  const reply = await cloud.call(name, { operation: 'openapi', input: { api, data } }, openid)
  if (!reply.ok) throw new Error(JSON.stringify(reply))
  return reply.value
}
const outbox = async () => (await cloud.control('outbox')).openapi

describe('subscribeMessage.send', () => {
  const accept = (count: number) => cloud.control('subscribe', { openid, templateIds: ['template-1'], count })
  const send = (data: object, templateId = 'template-1') =>
    ask('subscribeMessage.send', { touser: openid, templateId, page: 'pages/points/index', data })

  it('sends one message for each acceptance and refuses the next with 43101', async () => {
    await accept(2)
    const answers = [
      await send({ thing1: { value: '积分' } }),
      await send({ thing1: { value: '积分' } }),
      await send({ thing1: { value: '积分' } }),
    ]
    expect(answers.map(({ errCode }) => errCode)).toEqual([0, 0, 43101])
  })

  it('never spends one acceptance twice at the same time', async () => {
    await accept(3)
    const answers = await Promise.all(Array.from({ length: 8 }, () => send({ thing1: { value: '积分' } })))
    expect(answers.filter(({ errCode }) => errCode === 0)).toHaveLength(3)
  })

  it.each([
    ['thing1', '一'.repeat(20), '一'.repeat(21)],
    ['thing1', '😀'.repeat(20), ''],
    ['number2', '12.5', 'twelve'],
    ['phrase3', '已经到账了', '已经到账了吗'],
    ['character_string4', 'A-1'.padEnd(32, '0'), 'A-1'.padEnd(33, '0')],
    ['amount5', '¥100.01', '一百元'],
    ['time6', '2026年11月01日 15:01', '三点'],
    ['date7', '2026年11月01日', '明天'],
    ['name8', '张三', '一'.repeat(11)],
  ])('takes %s %s and refuses %s with 47003 without spending the acceptance', async (key, fits, doesNot) => {
    await accept(1)
    expect(await send({ [key]: { value: doesNot } })).toMatchObject({
      errCode: 47003,
      errMsg: expect.stringContaining(key),
    })
    expect(await send({ [key]: { value: fits } })).toMatchObject({ errCode: 0 })
  })

  it('refuses a template that is not on the declared list with 40037, and arguments that the template lacks', async () => {
    await accept(5)
    await cloud.control('templates', [{ id: 'template-1', keys: ['thing1'] }], 'PUT')
    expect(await send({ thing1: { value: '好' } }, 'template-2')).toMatchObject({ errCode: 40037 })
    expect(await send({ thing1: { value: '好' }, thing2: { value: '好' } })).toMatchObject({ errCode: 47003 })
    expect(await send({ thing1: { value: '好' } })).toMatchObject({ errCode: 0 })
  })

  it('keeps what was sent and what was left, also over a restart', async () => {
    await accept(2)
    await send({ thing1: { value: '积分到账' } })
    await cloud.restart()
    expect(await outbox()).toMatchObject([
      {
        api: 'subscribeMessage.send',
        function: 'probe',
        openid,
        request: { touser: openid, data: { thing1: { value: '积分到账' } } },
        answer: { errcode: 0 },
      },
    ])
    expect(await cloud.control('subscribe')).toEqual([{ openid, templateId: 'template-1', left: 1 }])
  })

  it('refuses a function whose config.json lacks the permission', async () => {
    expect(await ask('subscribeMessage.send', {}, 'forbidden')).toMatchObject({ errCode: -604101 })
    expect(await outbox()).toEqual([])
  })
})

describe('wxacode.getUnlimited', () => {
  it('draws a whole picture', async () => {
    const { contentType, base64 } = await ask('wxacode.getUnlimited', {
      scene: 'm=1',
      page: 'pages/home/index',
      width: 300,
    })
    expect(contentType).toBe('image/png')
    const png = Buffer.from(base64, 'base64')
    expect(png.subarray(0, 8).toString('hex')).toBe('89504e470d0a1a0a')
    const side = png.readUInt32BE(16)
    const data = png.subarray(41, 41 + png.readUInt32BE(33))
    const rows = inflateSync(data)
    expect(rows).toHaveLength(side * (side + 1))
    expect(new Set(rows)).toEqual(new Set([0, 255]))
  })

  it.each([
    ['x'.repeat(33), 'pages/home/index', 40169],
    ['积分', 'pages/home/index', 40169],
    ['', 'pages/home/index', 40169],
    ['m=1', '/pages/home/index', 41030],
  ])('refuses scene %s on page %s with %i', async (scene, page, errCode) => {
    expect(await ask('wxacode.getUnlimited', { scene, page })).toMatchObject({ errCode })
  })
})

describe('phonenumber.getPhoneNumber', () => {
  const mint = async () => (await cloud.control('phone-codes', { phone: '13800138000' })).code as string

  it('gives the number for a code, once', async () => {
    const code = await mint()
    expect(await ask('phonenumber.getPhoneNumber', { code })).toMatchObject({
      errCode: 0,
      phoneInfo: { phoneNumber: '13800138000', countryCode: '86' },
    })
    expect(await ask('phonenumber.getPhoneNumber', { code })).toMatchObject({ errCode: 40029 })
  })

  it('gives it just before five minutes and refuses it at five minutes', async () => {
    await cloud.setClock('2031-01-01T00:00:00Z')
    const [early, late] = [await mint(), await mint()]
    await cloud.advance(5 * 60_000 - 1)
    expect(await ask('phonenumber.getPhoneNumber', { code: early })).toMatchObject({ errCode: 0 })
    await cloud.advance(1)
    expect(await ask('phonenumber.getPhoneNumber', { code: late })).toMatchObject({ errCode: 40029 })
  })
})

describe('content checks', () => {
  const check = (content: string, who = openid) =>
    ask('security.msgSecCheck', { content, version: 2, scene: 1, openid: who })

  it('judge a text by the word list', async () => {
    expect(await check('今天的咖啡不错')).toMatchObject({ errCode: 0, result: { suggest: 'pass', label: 100 } })
    expect(await check('这是违规内容')).toMatchObject({ errCode: 0, result: { suggest: 'risky' } })
    await cloud.control('words', { risky: ['咖啡'], review: ['不错'] }, 'PUT')
    expect(await check('今天的咖啡')).toMatchObject({ result: { suggest: 'risky' } })
    expect(await check('不错')).toMatchObject({ result: { suggest: 'review' } })
  })

  it('refuse a person who has not been here for two hours, and a text over 2,500 characters', async () => {
    expect(await check('你好', 'oStranger1')).toMatchObject({ errCode: 61010 })
    expect(await check('好'.repeat(2_500))).toMatchObject({ errCode: 0 })
    expect(await check('好'.repeat(2_501))).toMatchObject({ errCode: 45002 })
  })

  it('answer media later, with an event to the function that receives it', async () => {
    await cloud.control('messages', { wxa_media_check: 'notice' }, 'PUT')
    const data = { mediaUrl: 'https://files.example/risky-content.png', mediaType: 2, version: 2, scene: 1, openid }
    const { traceId } = await ask('security.mediaCheckAsync', data)
    await cloud.drain()
    const [taken] = await cloud.dump('shop')
    const event = JSON.parse((taken!.document as { event: string }).event)
    expect(event).toMatchObject({
      MsgType: 'event',
      Event: 'wxa_media_check',
      trace_id: traceId,
      result: { suggest: 'risky' },
    })
    expect(await cloud.control('notices')).toMatchObject({ media: [] })
  })

  it('bring each verdict once, however many were asked for together', async () => {
    await cloud.control('messages', { wxa_media_check: 'notice' }, 'PUT')
    const data = { mediaUrl: 'https://files.example/a.png', mediaType: 2, version: 2, scene: 1, openid }
    const asked = await Promise.all(Array.from({ length: 4 }, () => ask('security.mediaCheckAsync', data)))
    await cloud.drain()
    const told = (await cloud.dump('shop')).map(({ document }) => JSON.parse((document as { event: string }).event))
    expect(told.map(({ trace_id }) => trace_id).sort()).toEqual(asked.map(({ traceId }) => traceId).sort())
  })

  it('bring the verdict again by themselves when no function took it', async () => {
    await cloud.control('messages', { wxa_media_check: 'nowhere' }, 'PUT')
    const data = { mediaUrl: 'https://files.example/a.png', mediaType: 2, version: 2, scene: 1, openid }
    await ask('security.mediaCheckAsync', data)
    await cloud.drain()
    await cloud.control('messages', { wxa_media_check: 'notice' }, 'PUT')
    while ((await cloud.control('notices')).media.length > 0) await new Promise(setImmediate)
    expect(await cloud.dump('shop')).toHaveLength(1)
  }, 20_000)

  it('keep the verdict on media until a function takes it', async () => {
    await ask('security.mediaCheckAsync', {
      mediaUrl: 'https://files.example/a.png',
      mediaType: 2,
      version: 2,
      scene: 1,
      openid,
    })
    await cloud.restart()
    await cloud.control('messages', { wxa_media_check: 'notice' }, 'PUT')
    await cloud.control('notices', {})
    expect(await cloud.control('notices')).toMatchObject({ media: [] })
    expect(await cloud.dump('shop')).toHaveLength(1)
  })

  it('rank the risk of a person as the control interface says', async () => {
    const rank = () => ask('riskControl.getUserRiskRank', { appid: cloud.cloud.appId, openid, scene: 0 })
    expect(await rank()).toMatchObject({ errCode: 0, riskRank: 0 })
    await cloud.control('risk', { openid, rank: 4 }, 'PUT')
    expect(await rank()).toMatchObject({ riskRank: 4 })
  })
})
