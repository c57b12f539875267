import { wordsNow } from '../../shared/messages/preferences'
import { byMail, byText, keepNotice } from '../support/notices'
import { enrolPhone, manage, managerOpenid, phone, requestId, useShop, valueOf, wakeClock } from '../support/shop'
import { numberOf } from '../support/joining'
import { codeIn, mailProof } from '../support/mail'

const shop = useShop('demo-tea', 'once')
const { cloud } = shop
const text = {
  topic: 'points-expiring',
  templateId: '1000002',
  words: '您有{1}积分将于{2}到期，回T退订',
  arguments: ['points', 'on'],
}
let address = ''
let openid = ''
let accountId = ''
let count = 0

const set = (change: object, more: object = {}) =>
  phone(cloud, openid, 'messages.set-preference', { change }, { requestId: requestId(), ...more })
const agree = async (kind: 'text' | 'mail', words = wordsNow.version) =>
  set({ kind, on: true, words, ...(kind === 'mail' ? await mailProof(cloud, openid, address) : {}) })
const settings = async () => valueOf(await phone(cloud, openid, 'messages.settings'))
const sent = async (api: string) => (await cloud.control('outbox')).openapi.filter((one: any) => one.api === api)
const texts = () => sent('sms.SendSms')
/** But for those that brought a code. */
const mails = async () => (await sent('mail.send')).filter(({ request }: any) => !codeIn(request.text))
const decisions = async () =>
  (await cloud.dump('preferences'))
    .map(({ document }: any) => document)
    .filter((one: any) => one.accountId === accountId)
    .sort((one: any, other: any) => one.seq - other.seq)
const states = async () => valueOf(await phone(cloud, openid, 'messages.inbox')).notices.map((one: any) => one.state)
async function minute(): Promise<void> {
  await cloud.advance(60_000)
  await wakeClock(cloud)
}
/** One more notice, which the clock then works off; its id. */
async function tell(sending = byText, about: object = {}): Promise<string> {
  count += 1
  const key = `news-${count}`
  await keepNotice(cloud, accountId, { key, sending, ...about })
  await minute()
  return `notice:${accountId}:${key}`
}

beforeAll(async () => {
  await manage(cloud, 'messages.set-templates', { templates: [], texts: [text], mail: true })
  await cloud.advance(5 * 60_000)
})
beforeEach(async () => {
  openid = `o-${requestId()}`
  address = `lin-${openid}@example.com`
  accountId = (await enrolPhone(cloud, openid)).member.accountId
  await cloud.control('outbox', undefined, 'DELETE')
  await cloud.control('text-failures', {}, 'PUT')
  await cloud.control('mail-failures', {}, 'PUT')
})

describe('promotion', () => {
  it('leaves by neither text nor mail before the member has agreed, and stands in the list', async () => {
    await tell(byText)
    await tell(byMail)
    expect([await texts(), await mails(), await states()]).toEqual([[], [], ['inbox', 'inbox']])
  })

  it('goes by text once agreed, with the words that the service approved, to the proved number alone', async () => {
    expect(valueOf(await agree('text')).text).toMatchObject({
      available: true,
      to: `…${numberOf(openid).slice(-4)}`,
    })
    await tell(byText)
    expect(await texts()).toMatchObject([
      { request: { number: `+86${numberOf(openid)}`, template: '1000002', parameters: ['100', '2026年6月30日'] } },
    ])
    expect(await states()).toEqual(['sent'])
  })

  it('goes by mail once agreed, says who writes and how to end it, and is known again by its number', async () => {
    expect(valueOf(await agree('mail')).mail).toMatchObject({ to: 'li…@example.com' })
    await tell(byMail)
    const [mail] = await mails()
    expect(mail.request).toMatchObject({ to: [address], subject: '测试店：100 积分快到期了' })
    expect(mail.request.text).toContain('「我的 - 消息设置」')
    expect(mail.request.messageId).toMatch(/^<[0-9a-f]{32}@changlai\.local>$/)
    expect(JSON.stringify(await cloud.dump())).not.toContain(address)
  })

  it('ends at once where the member takes it back, and the address goes', async () => {
    for (const kind of ['text', 'mail'] as const) {
      valueOf(await agree(kind))
      valueOf(await set({ kind, on: false }))
    }
    await tell(byText)
    await tell(byMail)
    expect([await texts(), await mails()]).toEqual([[], []])
    expect((await decisions()).every((one: any) => !('sealedAddress' in one))).toBe(true)
  })

  it('goes by mail no more once a manager has said that the shop has none', async () => {
    valueOf(await agree('mail'))
    await manage(cloud, 'messages.set-templates', { templates: [], mail: false })
    await cloud.advance(5 * 60_000)
    await tell(byMail)
    expect([await mails(), await states()]).toEqual([[], ['inbox']])
    await manage(cloud, 'messages.set-templates', { templates: [], mail: true })
    await cloud.advance(5 * 60_000)
  })

  it('that was tried by mail before the shop turned mail off goes to the list, and says why', async () => {
    valueOf(await agree('mail'))
    await cloud.control('mail-failures', { [address]: 450 }, 'PUT')
    const id = await tell(byMail)
    await manage(cloud, 'messages.set-templates', { templates: [], mail: false })
    await cloud.advance(5 * 60_000)
    await minute()
    const kept = (await cloud.dump('notices')).map(({ document }: any) => document).find(({ _id }) => _id === id)
    expect(kept).toMatchObject({ state: 'inbox', tries: 1, reason: 'not-offered', channel: null, dueAt: null })
    await manage(cloud, 'messages.set-templates', { templates: [], mail: true })
    await cloud.advance(5 * 60_000)
  })

  it('of a topic that is turned off is not even in the list', async () => {
    valueOf(await agree('text'))
    valueOf(await set({ kind: 'topic', topic: 'points-expiring', on: false }))
    await tell(byText)
    expect([await texts(), await states()]).toEqual([[], []])
  })

  it('whose text has no way out is not sent', async () => {
    valueOf(await agree('text'))
    const silent = { ...text, words: '您有{1}积分将于{2}到期' }
    await manage(cloud, 'messages.set-templates', { templates: [], texts: [silent] })
    await cloud.advance(5 * 60_000)
    await tell(byText)
    expect([await texts(), await states()]).toEqual([[], ['inbox']])
    await manage(cloud, 'messages.set-templates', { templates: [], texts: [text] })
    await cloud.advance(5 * 60_000)
  })
})

describe('what a member decides', () => {
  it('is kept decision by decision: who, when, and which words', async () => {
    valueOf(await agree('text'))
    valueOf(await set({ kind: 'topic', topic: 'check-in', on: false }))
    valueOf(await set({ kind: 'text', on: false }))
    expect(await decisions()).toMatchObject([
      { seq: 1, by: 'member', change: { kind: 'text', on: true, words: wordsNow.version } },
      { seq: 2, text: { words: wordsNow.version }, optedOut: ['check-in'] },
      { seq: 3, text: null, optedOut: ['check-in'] },
    ])
  })

  it('counts once however often its request comes, and two at once both count', async () => {
    const id = requestId()
    const change = { kind: 'topic', topic: 'check-in', on: false }
    const replies = await Promise.all([
      set(change, { requestId: id }),
      set(change, { requestId: id }),
      set({ kind: 'topic', topic: 'card-used', on: false }),
    ])
    expect(replies.every(({ ok }) => ok)).toBe(true)
    expect((await settings()).topics.filter(({ on }: any) => !on).map(({ topic }: any) => topic)).toEqual([
      'card-used',
      'check-in',
    ])
    expect(await decisions()).toHaveLength(2)
    expect(await set({ ...change, on: true }, { requestId: id })).toMatchObject({ refusal: { code: 'request_reused' } })
  })

  it('needs a proved number, a way that the shop has, and the words that are shown', async () => {
    expect(await agree('text', '2019-01')).toMatchObject({ refusal: { code: 'words_changed' } })
    const other = `o-${requestId()}`
    await enrolPhone(cloud, other)
    const change = { kind: 'text', on: true, words: wordsNow.version }
    await cloud.run(async () => {
      const { wxEffects } = await import('../../cloudfunctions/_runtime/wx')
      const { accountId: theirs } = (valueOf(await phone(cloud, other, 'home.read')) as any).member
      await wxEffects().store.remove('profiles', { _id: theirs })
    })
    const refused = await phone(cloud, other, 'messages.set-preference', { change })
    expect(refused).toMatchObject({ refusal: { code: 'number_missing' } })
    await manage(cloud, 'messages.set-templates', { templates: [], texts: [], mail: false })
    await cloud.advance(5 * 60_000)
    expect(await agree('text')).toMatchObject({ refusal: { code: 'texts_not_set_up' } })
    const mail = { kind: 'mail', on: true, words: wordsNow.version, address, code: '123456' }
    expect(await set(mail)).toMatchObject({ refusal: { code: 'mail_not_set_up' } })
    await manage(cloud, 'messages.set-templates', { templates: [], texts: [text], mail: true })
    await cloud.advance(5 * 60_000)
  })
})

describe('a number or an address that refuses', () => {
  it.each([
    ['text', byText, 'FailedOperation.PhoneNumberInBlacklist'],
    ['text', byText, 'InvalidParameterValue.IncorrectPhoneNumber'],
    ['mail', byMail, 550],
  ] as const)('by %s ends the consent, and nothing is tried again', async (kind, sending, code) => {
    valueOf(await agree(kind))
    const setting = `${kind}-failures`
    await cloud.control(setting, { [kind === 'text' ? numberOf(openid) : address]: code }, 'PUT')
    await tell(sending)
    for (let n = 0; n < 8; n += 1) await minute()
    expect([await states(), (await settings())[kind].agreedAt]).toEqual([['refused'], null])
    expect(await decisions()).toMatchObject([{ by: 'member' }, { by: 'platform', change: { kind, on: false } }])
    await cloud.control(setting, {}, 'PUT')
    await tell(sending)
    expect((await states())[0]).toBe('inbox')
  })
})

describe('a mail server that is down', () => {
  const failuresOf = async () =>
    (await manage(cloud, 'messages.failures')).failures.filter((one: any) => one.id.includes(accountId))

  it('for a day: tried by policy, then shown to the manager, who has it sent again once it is up', async () => {
    valueOf(await agree('mail'))
    await cloud.control('mail-failures', { '*': 0 }, 'PUT')
    const noticeId = await tell(byMail)
    const pauses: number[] = []
    for (let waited = 0; waited < 24 * 60; waited += 30) {
      await cloud.advance(30 * 60_000)
      await wakeClock(cloud)
      const [kept] = (await cloud.dump('notices')).filter(({ document }: any) => document._id === noticeId)
      pauses.push((kept!.document as any).tries)
    }
    expect([Math.max(...pauses), await mails(), await states()]).toEqual([6, [], ['failed']])
    expect(await failuresOf()).toMatchObject([{ id: noticeId, channel: 'mail', tries: 6, maySendAgain: true }])
    await cloud.control('mail-failures', {}, 'PUT')
    const again = { operation: 'messages.send-again', input: { noticeId }, requestId: requestId() }
    for (let twice = 0; twice < 2; twice += 1)
      expect(valueOf(await cloud.call('manager', again, managerOpenid))).toEqual({ noticeId, state: 'planned' })
    await minute()
    expect([await states(), await failuresOf()]).toEqual([['sent'], []])
    expect(await mails()).toHaveLength(1)
    await expect(manage(cloud, 'messages.send-again', { noticeId })).rejects.toThrow('notice_settled')
  })

  it('a manager may drop it; what may have left can only be dropped', async () => {
    const failed = `failed-${count}`
    await keepNotice(cloud, accountId, { key: failed }, { state: 'failed', dueAt: null })
    await keepNotice(cloud, accountId, { key: 'lost' }, { state: 'unsure', channel: 'subscription', dueAt: null })
    const [one, lost] = [`notice:${accountId}:${failed}`, `notice:${accountId}:lost`]
    expect(await manage(cloud, 'messages.drop', { noticeId: one })).toMatchObject({ state: 'dropped' })
    await expect(manage(cloud, 'messages.send-again', { noticeId: lost })).rejects.toThrow('notice_unsure')
    await manage(cloud, 'messages.drop', { noticeId: lost })
    await expect(manage(cloud, 'messages.drop', { noticeId: lost })).rejects.toThrow('notice_settled')
    await expect(manage(cloud, 'messages.drop', { noticeId: 'notice:nobody:1' })).rejects.toThrow('notice_unknown')
    expect([await failuresOf(), await states()]).toEqual([[], ['dropped', 'dropped']])
  })
})
