import { operations } from '../../shared/operations'
import { enrolPhone, everything, managerOpenid, phone, requestId, useShop, valueOf } from '../support/shop'
import { knock, validInputs } from './operations'

const shop = useShop('demo-tea', 'once')
beforeAll(async () => {
  await enrolPhone(shop.cloud, 'o-member-1')
  await enrolPhone(shop.cloud, 'o-member-2')
})

const ofPeople = operations.filter((one) => one.audience !== 'pos')
const ofManagers = operations.filter((one) => one.roles.join() === 'manager')
const both = ['zh-CN', 'en']

/** Sends an event that is to be refused; what it was refused with in each language. */
async function refusedIn(send: (language: string) => Promise<any>): Promise<string> {
  const before = await everything(shop.cloud)
  const codes: string[] = []
  for (const language of both) {
    const reply = await send(language)
    expect(reply.ok).toBe(false)
    expect(/[一-龥]/.test(reply.refusal.message)).toBe(language === 'zh-CN')
    codes.push(reply.refusal.code)
  }
  expect(await everything(shop.cloud)).toEqual(before)
  expect(new Set(codes).size).toBe(1)
  return codes[0]!
}

describe('who is calling', () => {
  it.each(ofPeople.map((one) => [one.name, one] as const))(
    '%s refuses a call without an identity',
    async (name, one) => {
      const event = { operation: name, input: validInputs[name]!(), requestId: requestId() }
      const code = await refusedIn((language) => shop.cloud.call(one.audience, { ...event, language }))
      expect(code).toBe('identity_missing')
    },
  )

  it('is said by the platform alone: an identity in the envelope is ignored or refused', async () => {
    const own = valueOf(await phone(shop.cloud, 'o-member-1', 'home.read'))
    const forged = { userInfo: { openId: 'o-member-2', appId: 'wx' }, tcbContext: { openid: 'o-member-2' } }
    expect(valueOf(await phone(shop.cloud, 'o-member-1', 'home.read', {}, forged)).member).toEqual(own.member)
    const code = await refusedIn((language) =>
      phone(shop.cloud, 'o-member-1', 'home.read', {}, { openid: 'o-member-2', language }),
    )
    expect(code).toBe('request_malformed')
    const missing = { operation: 'home.read', userInfo: { openId: 'o-member-2' } }
    expect(await shop.cloud.call('member', missing)).toMatchObject({ refusal: { code: 'identity_missing' } })
  })

  it('is never taken from the account that the phone remembers', async () => {
    const [own, other] = await Promise.all(
      ['o-member-1', 'o-member-2'].map(async (openid) => valueOf(await phone(shop.cloud, openid, 'home.read'))),
    )
    const hint = other.member.accountId
    expect(valueOf(await phone(shop.cloud, 'o-member-1', 'home.read', {}, { hint })).member).toEqual(own.member)
    expect(await phone(shop.cloud, 'o-stranger', 'home.read', {}, { hint })).toMatchObject({
      refusal: { code: 'not_enrolled' },
    })
  })

  it('must be a member for what is a member’s', async () => {
    for (const operation of ['home.read', 'points.statement', 'tiers.progress'])
      expect(await refusedIn((language) => phone(shop.cloud, 'o-stranger', operation, {}, { language }))).toBe(
        'not_enrolled',
      )
  })
})

describe('who may', () => {
  it.each(ofManagers.map((one) => [one.name, one.audience]))(
    '%s refuses a member and a stranger',
    async (name, audience) => {
      for (const openid of ['o-member-1', 'o-stranger']) {
        const about = { audience, operation: name, openid }
        const code = await refusedIn((language) =>
          knock(shop.cloud, shop.till, { ...about, language }, validInputs[name]!()),
        )
        expect(code).toBe('not_allowed')
      }
    },
  )

  it('does not do a manager’s things at the member’s door, nor a till’s at either', async () => {
    for (const [audience, operation] of [
      ['member', 'points.adjust'],
      ['member', 'purchases.record'],
      ['manager', 'purchases.record'],
      ['manager', 'home.read'],
      ['member', 'no.such.operation'],
      ['member', '__proto__'],
      ['manager', 'constructor'],
    ] as const) {
      const about = { audience, operation, openid: managerOpenid }
      expect(await refusedIn((language) => knock(shop.cloud, shop.till, { ...about, language }, {}))).toBe(
        'unknown_operation',
      )
    }
  })
})

describe('what is asked', () => {
  it.each([
    ['no operation', {}],
    ['an operation that is an object', { operation: { $gt: '' } }],
    ['a key that nobody knows', { operation: 'home.read', admin: true }],
    ['a key that names the prototype', JSON.parse('{"operation":"home.read","__proto__":{"ok":true}}')],
    ['a request id that is an object', { operation: 'home.read', requestId: { $gt: '' } }],
    ['a request id of seven characters', { operation: 'home.read', requestId: 'short-7' }],
    ['a hint that is no account id', { operation: 'home.read', hint: '../identities' }],
  ])('is refused as malformed with %s', async (_, event) => {
    const code = await refusedIn((language) => shop.cloud.call('member', { ...event, language }, 'o-member-1'))
    expect(code).toBe('request_malformed')
  })

  it('is refused when the language is none that we speak', async () => {
    const reply = await phone(shop.cloud, 'o-member-1', 'home.read', {}, { language: 'fr' })
    expect(reply).toMatchObject({ refusal: { code: 'request_malformed' } })
  })

  it.each(operations.filter((one) => one.kind === 'command' && one.audience !== 'pos').map((one) => [one.name, one]))(
    '%s needs a request id',
    async (name, one) => {
      const event = { operation: name, input: validInputs[name as string]!() }
      const { audience } = one as { audience: string }
      const openid = ['manager', 'clock'].includes(audience) ? managerOpenid : 'o-member-1'
      const code = await refusedIn((language) => shop.cloud.call(audience, { ...event, language }, openid))
      expect(code).toBe('request_id_missing')
    },
  )

  it('is refused by the gateway, unread, when it weighs seven megabytes', async () => {
    const before = await everything(shop.cloud)
    const event = { operation: 'members.enrol', input: { name: 'x'.repeat(7_000_000) }, requestId: requestId() }
    expect(await shop.cloud.call('member', event, 'o-stranger')).toMatchObject({ refusal: { code: 'event_too_large' } })
    const response = await shop.cloud.request('/pos', { method: 'POST', body: 'x'.repeat(7_000_000) })
    expect(response.status).toBe(413)
    expect(await everything(shop.cloud)).toEqual(before)
  })
})
