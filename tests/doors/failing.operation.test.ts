import {
  enrolPhone,
  everything,
  managerOpenid,
  order,
  phone,
  requestId,
  sendItems,
  useShop,
  valueOf,
} from '../support/shop'
import { wishOf } from '../support/joining'

const shop = useShop('demo-tea', 'once')
const adjust = (accountId: string, language = 'zh-CN') => {
  const input = { accountId, change: 5, reason: '补记' }
  return shop.cloud.call(
    'manager',
    { operation: 'points.adjust', input, requestId: requestId(), language },
    managerOpenid,
  )
}
const consentOf = async () => ({ ...valueOf(await phone(shop.cloud, 'o-visitor', 'shop.welcome')).terms, adult: true })

describe('a database that does not answer', () => {
  it('is told as internal_error under an error id whose detail stands in the log alone', async () => {
    const home = await enrolPhone(shop.cloud, 'o-member-1')
    await shop.cloud.control('logs', undefined, 'DELETE')
    await shop.cloud.plant({ function: 'manager', operation: 'points.adjust', kind: 'commit-then-drop', atCall: 2 })
    const reply: any = await adjust(home.member.accountId)
    expect(reply).toMatchObject({
      ok: false,
      refusal: { code: 'internal_error', errorId: expect.stringMatching(/^[0-9a-f]{12}$/) },
    })
    expect(Object.keys(reply.refusal).sort()).toEqual(['code', 'errorId', 'message'])
    expect(reply.refusal.message).not.toMatch(/database|Error|accounts/)
    await shop.cloud.drain()
    const logs = JSON.stringify(await shop.cloud.control('logs'))
    expect(logs).toContain(reply.refusal.errorId)
    expect(logs).not.toContain(managerOpenid)
  })
})

describe('a database that is contended', () => {
  it('lets somebody join after a few conflicts', async () => {
    const wish = await wishOf(shop.cloud, 'o-member-2')
    await shop.cloud.plant({ function: 'member', operation: 'members.enrol', kind: 'conflict', atCall: 7 })
    expect(await phone(shop.cloud, 'o-member-2', 'members.enrol', wish)).toMatchObject({ ok: true })
  })

  it('is told as busy when it stays so, in both languages, and nothing has changed', async () => {
    const home = await enrolPhone(shop.cloud, 'o-member-3')
    const before = await everything(shop.cloud)
    for (const language of ['zh-CN', 'en']) {
      await shop.cloud.plant({ function: 'manager', operation: 'points.adjust', kind: 'conflict', atCall: 4 })
      const reply: any = await adjust(home.member.accountId, language)
      expect(reply).toMatchObject({ ok: false, refusal: { code: 'busy' } })
      expect(/[一-龥]/.test(reply.refusal.message)).toBe(language === 'zh-CN')
    }
    expect(await everything(shop.cloud)).toEqual(before)
  })

  it('answers a till with 503, so that it sends the same again', async () => {
    await sendItems(shop.cloud, shop.till, [order({ customer: 'c1' })])
    await shop.cloud.plant({ function: 'pos', operation: 'purchases.record', kind: 'conflict', atCall: 4 })
    const { status, reply } = await sendItems(shop.cloud, shop.till, [order({ customer: 'c1' })])
    expect([status, reply]).toMatchObject([503, { refusal: { code: 'busy' } }])
  })
})

describe('what cannot be', () => {
  it('is refused with member_unknown for points of nobody', async () => {
    expect(await adjust('account-nobody')).toMatchObject({ refusal: { code: 'member_unknown' } })
  })

  it('is refused with store_unknown for a key to a store that the shop has not', async () => {
    const input = { label: 'till', storeIds: ['S1', 'S9'] }
    const event = { operation: 'pos-keys.issue', input, requestId: requestId() }
    expect(await shop.cloud.call('manager', event, managerOpenid)).toMatchObject({
      refusal: { code: 'store_unknown', details: { storeId: 'S9' } },
    })
  })

  it('is refused with consent_outdated when the terms shown were not those in force', async () => {
    const consent = await consentOf()
    const before = await everything(shop.cloud)
    for (const change of [{ termsVersion: '2019-01' }, { privacyVersion: '2019-01' }]) {
      const reply = await phone(shop.cloud, 'o-visitor', 'members.enrol', { consent: { ...consent, ...change } })
      expect(reply).toMatchObject({ refusal: { code: 'consent_outdated' } })
    }
    const minor = await phone(shop.cloud, 'o-visitor', 'members.enrol', { consent: { ...consent, adult: false } })
    expect(minor).toMatchObject({ refusal: { code: 'input_invalid', details: { field: 'consent.adult' } } })
    expect(await everything(shop.cloud)).toEqual(before)
  })

  it('is refused with pos_key_not_found for the end of a key that never was', async () => {
    const event = { operation: 'pos-keys.revoke', input: { keyId: 'pos-unknown' }, requestId: requestId() }
    expect(await shop.cloud.call('manager', event, managerOpenid)).toMatchObject({
      refusal: { code: 'pos_key_not_found' },
    })
  })
})
