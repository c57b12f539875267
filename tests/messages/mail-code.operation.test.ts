import { wordsNow } from '../../shared/messages/preferences'
import { lastCode, mailProof, mailsTo } from '../support/mail'
import { byMail, keepNotice } from '../support/notices'
import { enrolPhone, everything, manage, phone, requestId, useShop, valueOf, wakeClock } from '../support/shop'

const shop = useShop('demo-tea', 'once')
const { cloud } = shop
const minute = 60_000
let openid = ''
let accountId = ''
let address = ''

const send = (to = address, id = requestId(), who = openid) =>
  phone(cloud, who, 'messages.send-mail-code', { address: to }, { requestId: id })
const agree = (proof: { address: string; code: string }, id = requestId(), who = openid) =>
  phone(
    cloud,
    who,
    'messages.set-preference',
    { change: { kind: 'mail', on: true, words: wordsNow.version, ...proof } },
    { requestId: id },
  )
const agreedAt = async () => valueOf(await phone(cloud, openid, 'messages.settings')).mail.agreedAt
/** Another code than this one. */
const wrong = (code: string, n = 1) => String((Number(code) + n) % 1_000_000).padStart(6, '0')
const midday = (day: number) => cloud.setClock(`2026-06-0${day}T04:00:00.000Z`)
async function someone(): Promise<string> {
  const other = `o-${requestId()}`
  await enrolPhone(cloud, other)
  return other
}
/** One more promotion, which the clock then works off. */
async function promote(): Promise<void> {
  await keepNotice(cloud, accountId, { key: requestId(), sending: byMail })
  await cloud.advance(minute)
  await wakeClock(cloud)
}

beforeAll(() => manage(cloud, 'messages.set-templates', { templates: [], mail: true }))
beforeEach(async () => {
  await midday(2)
  openid = `o-${requestId()}`
  address = `lin-${openid}@example.com`
  accountId = (await enrolPhone(cloud, openid)).member.accountId
  await cloud.control('mail-failures', {}, 'PUT')
})

describe('a code by mail', () => {
  it('arrives at the address, says what it is for and how long it is good, and is kept nowhere as it is', async () => {
    expect(valueOf(await send())).toEqual({
      goodUntil: '2026-06-02T04:05:00.000Z',
      againAt: '2026-06-02T04:01:00.000Z',
    })
    const [mail] = await mailsTo(cloud, address)
    expect(mail.request).toMatchObject({ to: [address], subject: '测试店：邮箱验证码' })
    expect(mail.request.text).toContain('5 分钟内有效')
    expect(mail.request.text).toContain('good for 5 minutes')
    const kept = JSON.stringify(await cloud.dump())
    expect(kept).not.toContain(address)
    expect(JSON.stringify(await cloud.dump('textCodes'))).not.toContain(await lastCode(cloud, address))
  })

  it('is mailed once for the same tap, and again for another after a minute: before it, text_too_soon', async () => {
    const [id, other] = [requestId(), await someone()]
    const first = valueOf(await send(address, id))
    await cloud.advance(20_000)
    expect(valueOf(await send(address, id))).toEqual(first)
    const tooSoon = { refusal: { code: 'text_too_soon', details: { seconds: 40 } } }
    expect(await send()).toMatchObject(tooSoon)
    expect(await send(address.toUpperCase(), requestId(), other)).toMatchObject(tooSoon)
    expect(await send(`another-${address}`)).toMatchObject(tooSoon)
    expect(await mailsTo(cloud, address)).toHaveLength(1)
    await cloud.advance(40_000)
    expect((await send()).ok).toBe(true)
    await cloud.drain()
    await cloud.advance(minute)
    expect((await send(address, id)).ok).toBe(true)
    expect(await mailsTo(cloud, address)).toHaveLength(2)
  })

  it('is refused with text_too_many after five on a day, for the address and for the member', async () => {
    for (let sent = 0; sent < 5; sent += 1) {
      expect((await send()).ok).toBe(true)
      await cloud.advance(minute)
    }
    expect(await send()).toMatchObject({ refusal: { code: 'text_too_many' } })
    expect(await send(`another-${address}`)).toMatchObject({ refusal: { code: 'text_too_many' } })
    expect(await send(address, requestId(), await someone())).toMatchObject({ refusal: { code: 'text_too_many' } })
    await midday(3)
    expect((await send()).ok).toBe(true)
  })

  it.each([
    ['is down', '*', 0],
    ['refuses the address', 'lin', 550],
  ])('is refused with mail_not_sent where the mail server %s, and leaves no code behind', async (_, at, code) => {
    await cloud.control('mail-failures', { [at === '*' ? at : address]: code }, 'PUT')
    expect(await send()).toMatchObject({ refusal: { code: 'mail_not_sent' } })
    await cloud.control('mail-failures', {}, 'PUT')
    expect(await mailsTo(cloud, address)).toEqual([])
    expect(await agree({ address, code: '123456' })).toMatchObject({ refusal: { code: 'text_code_over' } })
    expect(await agreedAt()).toBeNull()
    await cloud.advance(minute)
    expect((await send()).ok).toBe(true)
  })

  it('is refused with mail_not_set_up by a shop that sends none, and nothing is written', async () => {
    await manage(cloud, 'messages.set-templates', { templates: [], mail: false })
    await cloud.advance(5 * minute)
    const before = await everything(cloud)
    expect(await send()).toMatchObject({ refusal: { code: 'mail_not_set_up' } })
    expect(await everything(cloud)).toEqual(before)
    await manage(cloud, 'messages.set-templates', { templates: [], mail: true })
    await cloud.advance(5 * minute)
  })

  it.each([5, 7, 8, 9])(
    'leaves at most once for one request whose function ends after call %i, and the next one confirms',
    async (atCall) => {
      const id = requestId()
      await cloud.plant({ function: 'member', operation: 'messages.send-mail-code', kind: 'kill', atCall, after: true })
      await send(address, id).catch(() => null)
      await cloud.plant()
      await send(address, id)
      await cloud.drain()
      await cloud.advance(minute)
      expect((await send(address, id)).ok).toBe(true)
      expect((await mailsTo(cloud, address)).length).toBeLessThanOrEqual(1)
      await cloud.advance(minute)
      expect((await agree(await mailProof(cloud, openid, address))).ok).toBe(true)
    },
  )
})

describe('giving the code', () => {
  it('is what makes the consent count: before it, promotion reaches nobody by mail', async () => {
    const proof = await mailProof(cloud, openid, address)
    await promote()
    expect([await agreedAt(), (await mailsTo(cloud, address)).length]).toEqual([null, 1])
    expect(valueOf(await agree(proof)).mail).toMatchObject({ to: 'li…@example.com', agreedAt: expect.any(String) })
    await promote()
    expect(await mailsTo(cloud, address)).toHaveLength(2)
    const rows = (await cloud.dump('preferences')).map(
      ({ document }) => document as { accountId: string; change: object },
    )
    expect(rows.filter((one) => one.accountId === accountId).map(({ change }) => change)).toEqual([
      { kind: 'mail', on: true, words: wordsNow.version },
    ])
  })

  it('is refused with text_code_wrong and the tries left, and the right one is still taken, once', async () => {
    const proof = await mailProof(cloud, openid, address)
    for (const left of [4, 3]) {
      const refusal = { code: 'text_code_wrong', details: { left } }
      expect(await agree({ address, code: wrong(proof.code) })).toMatchObject({ refusal })
    }
    expect(await agreedAt()).toBeNull()
    expect((await agree(proof)).ok).toBe(true)
    await cloud.drain()
    expect(await agree(proof)).toMatchObject({ refusal: { code: 'text_code_over' } })
  })

  it('is refused with text_code_over from the sixth try on, right or wrong, and changes nothing', async () => {
    const proof = await mailProof(cloud, openid, address)
    for (let tries = 1; tries <= 5; tries += 1)
      expect((await agree({ address, code: wrong(proof.code, tries) })).ok).toBe(false)
    const before = await everything(cloud)
    expect(await agree(proof)).toMatchObject({ refusal: { code: 'text_code_over' } })
    expect(await everything(cloud)).toEqual(before)
  })

  it('is refused with text_code_over at five minutes, to another member, and for another address', async () => {
    const [proof, other] = [await mailProof(cloud, openid, address), await someone()]
    const over = { refusal: { code: 'text_code_over' } }
    expect(await agree(proof, requestId(), other)).toMatchObject(over)
    expect(await agree({ ...proof, address: `another-${address}` })).toMatchObject(over)
    await cloud.advance(5 * minute)
    expect(await agree(proof)).toMatchObject(over)
    expect(await agreedAt()).toBeNull()
  })

  it.each([8, 10, 11, 12])('counts once for the same tap whose function ended after call %i', async (atCall) => {
    const id = requestId()
    const proof = await mailProof(cloud, openid, address)
    await cloud.plant({ function: 'member', operation: 'messages.set-preference', kind: 'kill', atCall, after: true })
    await agree(proof, id).catch(() => null)
    await cloud.plant()
    const kept = valueOf(await agree(proof, id)).mail
    await cloud.drain()
    expect(valueOf(await agree(proof, id)).mail).toEqual(kept)
    expect([(await mailsTo(cloud, address)).length, kept.to]).toEqual([1, 'li…@example.com'])
    const rows = (await cloud.dump('preferences')).map(({ document }) => document as { accountId: string })
    expect(rows.filter((one) => one.accountId === accountId)).toHaveLength(1)
  })
})
