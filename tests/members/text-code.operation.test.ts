import { membersDoor } from '../../cloudfunctions/member/door'
import { serve } from '../../cloudfunctions/_runtime/serve'
import { clientIdentity, modelEffects } from '../../localcloud/model/effects'
import { modelShop } from '../purchases/model-shop'
import { lastText, numberOf, textProof, textsTo, wishOf } from '../support/joining'
import { everything, phone, requestId, useShop, valueOf } from '../support/shop'

const shop = useShop('demo-tea', 'once')
const { cloud } = shop

const someone = () => `o-${requestId()}`
const send = (openid: string, number: string, id = requestId()) =>
  phone(cloud, openid, 'members.send-code', { number }, { requestId: id })
const join = async (openid: string, number: string, code: string) => {
  const { consent } = await wishOf(cloud, 'o-visitor')
  return phone(cloud, openid, 'members.enrol', { consent, phone: { kind: 'text', number, code } })
}
const minute = 60_000
/** Another code than this one. */
const wrong = (code: string, n = 1) => String((Number(code) + n) % 1_000_000).padStart(6, '0')
const midday = (day: number) => cloud.setClock(`2026-06-0${day}T04:00:00.000Z`)

beforeEach(() => midday(1))

describe('a code by text message', () => {
  it('arrives in the shop’s approved text, good for five minutes and kept nowhere as it is', async () => {
    const openid = someone()
    const number = numberOf(openid)
    expect(valueOf(await send(openid, number))).toEqual({
      goodUntil: '2026-06-01T04:05:00.000Z',
      againAt: '2026-06-01T04:01:00.000Z',
    })
    const [text] = await textsTo(cloud, number)
    expect(text.request).toMatchObject({ template: '1000001', sign: '测试店', parameters: [expect.any(String), '5'] })
    const [code] = text.request.parameters
    expect(code).toMatch(/^\d{6}$/)
    expect(JSON.stringify(await cloud.dump('textCodes'))).not.toContain(code)
    expect((await join(openid, number, code)).ok).toBe(true)
  })

  it('is sent once for the same tap, and not again within a minute: refused with text_too_soon', async () => {
    const openid = someone()
    const [number, id] = [numberOf(openid), requestId()]
    const first = valueOf(await send(openid, number, id))
    await cloud.advance(20_000)
    expect(valueOf(await send(openid, number, id))).toEqual(first)
    expect(await send(openid, number)).toMatchObject({ refusal: { code: 'text_too_soon', details: { seconds: 40 } } })
    expect(await send(someone(), number)).toMatchObject({ refusal: { code: 'text_too_soon' } })
    expect(await send(openid, numberOf(someone()))).toMatchObject({ refusal: { code: 'text_too_soon' } })
    expect(await textsTo(cloud, number)).toHaveLength(1)
    await cloud.advance(40_000)
    expect((await send(openid, number)).ok).toBe(true)
  })

  it('is refused with request_reused to the same tap for another number, which gets none', async () => {
    const [openid, other, id] = [someone(), numberOf(someone()), requestId()]
    valueOf(await send(openid, numberOf(openid), id))
    await cloud.drain()
    await cloud.advance(minute)
    expect(await send(openid, other, id)).toMatchObject({ refusal: { code: 'request_reused' } })
    expect(await textsTo(cloud, other)).toHaveLength(0)
    expect((await send(someone(), other, id)).ok).toBe(true)
  })

  it('of sixteen asked for at once is sent once, by one phone or by many', async () => {
    for (const phones of [[someone()], Array.from({ length: 16 }, someone)]) {
      const number = numberOf(someone())
      await Promise.all(Array.from({ length: 16 }, (_, n) => send(phones[n % phones.length]!, number)))
      expect(await textsTo(cloud, number)).toHaveLength(1)
    }
  })

  it('is refused with text_too_many after five on a day, for the number and for the person, and sent the next day', async () => {
    const openid = someone()
    const number = numberOf(openid)
    for (let sent = 0; sent < 5; sent += 1) {
      expect((await send(openid, number)).ok).toBe(true)
      await cloud.advance(minute)
    }
    expect(await send(openid, number)).toMatchObject({ refusal: { code: 'text_too_many' } })
    expect(await send(someone(), number)).toMatchObject({ refusal: { code: 'text_too_many' } })
    expect(await send(openid, numberOf(someone()))).toMatchObject({ refusal: { code: 'text_too_many' } })
    await midday(2)
    expect((await send(openid, number)).ok).toBe(true)
  })

  it('is refused with text_not_sent when the service takes it not, and leaves no code behind', async () => {
    const openid = someone()
    const number = numberOf(openid)
    await cloud.control('text-failures', { [number]: 'FailedOperation.PhoneNumberInBlacklist' }, 'PUT')
    expect(await send(openid, number)).toMatchObject({ refusal: { code: 'text_not_sent' } })
    await cloud.control('text-failures', {}, 'PUT')
    const lost = (await lastText(cloud, number)) ?? ''
    expect(await join(openid, number, lost)).toMatchObject({ refusal: { code: 'text_code_over' } })
    await cloud.advance(minute)
    expect((await send(openid, number)).ok).toBe(true)
  })
})

describe('giving the code', () => {
  it('is refused with text_code_wrong and the tries left, and the right one is still taken', async () => {
    const openid = someone()
    const { number, code } = await textProof(cloud, openid, numberOf(openid))
    for (const left of [4, 3]) {
      const refusal = { code: 'text_code_wrong', details: { left } }
      expect(await join(openid, number, wrong(code))).toMatchObject({ refusal })
    }
    expect((await join(openid, number, code)).ok).toBe(true)
  })

  it('is refused with text_code_over from the sixth try on, right or wrong', async () => {
    const openid = someone()
    const { number, code } = await textProof(cloud, openid, numberOf(openid))
    for (let tries = 1; tries <= 5; tries += 1) expect((await join(openid, number, wrong(code, tries))).ok).toBe(false)
    const before = await everything(cloud)
    expect(await join(openid, number, code)).toMatchObject({ refusal: { code: 'text_code_over' } })
    expect(await everything(cloud)).toEqual(before)
  })

  it('is refused with text_code_over at five minutes, after a newer code, by another phone, and for another number', async () => {
    const [openid, other] = [someone(), someone()]
    const { number, code } = await textProof(cloud, openid, numberOf(openid))
    expect(await join(other, number, code)).toMatchObject({ refusal: { code: 'text_code_over' } })
    expect(await join(openid, numberOf(other), code)).toMatchObject({ refusal: { code: 'text_code_over' } })
    await cloud.advance(minute)
    const newer = await textProof(cloud, openid, number)
    if (newer.code !== code) expect((await join(openid, number, code)).ok).toBe(false)
    await cloud.advance(5 * minute)
    expect(await join(openid, number, newer.code)).toMatchObject({ refusal: { code: 'text_code_over' } })
  })
})

describe('a shop without text messages', () => {
  it('says so beforehand, and refuses with texts_not_set_up', async () => {
    const model = modelShop()
    await model.found()
    const { effects } = modelEffects({
      store: model.store.view(),
      now: '2026-06-01T04:00:00.000Z',
      identity: clientIdentity('o-visitor'),
    })
    const call = serve(membersDoor, effects) as (event: object) => Promise<any>
    expect((await call({ operation: 'shop.welcome' })).value.phone).toEqual({ needed: false, byText: false })
    const asked = { operation: 'members.send-code', input: { number: '13800138000' }, requestId: requestId() }
    expect(await call(asked)).toMatchObject({ refusal: { code: 'texts_not_set_up' } })
  })
})

describe('the emulated service', () => {
  it('takes no request without a signature, and none that names no template', async () => {
    const ask = async (headers: object, body: object) => {
      const init = { method: 'POST', headers: { ...headers, 'x-tc-action': 'SendSms', 'x-tc-version': '2021-01-11' } }
      return (await (await cloud.request('/texts/', { ...init, body: JSON.stringify(body) })).json()) as any
    }
    const asked = { PhoneNumberSet: ['+8613800138000'], SmsSdkAppId: '1', TemplateId: '1' }
    expect((await ask({}, asked)).Response.Error.Code).toBe('AuthFailure.SignatureFailure')
    const sealed = `Credential=id/2026-06-01/sms/tc3_request, SignedHeaders=host, Signature=${'0'.repeat(64)}`
    const authorization = `TC3-HMAC-SHA256 ${sealed}`
    expect((await ask({ authorization }, {})).Response.Error.Code).toBe('MissingParameter')
    expect((await ask({ authorization }, asked)).Response.SendStatusSet).toMatchObject([{ Code: 'Ok', Fee: 1 }])
  })
})
