import { numberOf, wechatProof, wishOf } from '../support/joining'
import { auditAll, everything, phone, requestId, useShop, valueOf } from '../support/shop'
import { atTill, hire } from '../support/till'

const shop = useShop('demo-tea', 'once')
const { cloud } = shop
const clerk = 'o-clerk-1'
const number = () => numberOf(requestId())
let consent: object

beforeAll(async () => {
  await hire(cloud, clerk)
  await hire(cloud, 'o-clerk-2', ['S2'])
  consent = (await wishOf(cloud, 'o-visitor')).consent
})

const enrol = (of: object, id = requestId(), openid = clerk) =>
  atTill(cloud, openid, 'staff.enrol', { storeId: 'S1', consent, ...of }, id)
const find = (of: string, openid = clerk, storeId = 'S1') => atTill(cloud, openid, 'staff.find', { storeId, phone: of })
const documents = async (collection: string): Promise<any[]> =>
  (await cloud.dump(collection)).map(({ document }) => document)
const accrue = ({ scanId, accountId }: any, more: object = {}) =>
  atTill(cloud, clerk, 'staff.accrue', { scanId, accountId, amountFen: 10_000, dueFen: 10_000, ...more })

describe('enrolment at the counter', () => {
  it('makes a member with the gift, whose number is not proved yet, and keeps who enrolled them and what was agreed to', async () => {
    const of = number()
    const { customer, existing } = valueOf(await enrol({ phone: of, name: '王敏' }))
    expect([existing, customer.proof, customer.points.balance]).toEqual([false, 'phone', 100])
    const accounts = await documents('accounts')
    expect(accounts.find((one) => one._id === customer.accountId)).toMatchObject({
      name: '王敏',
      holder: { kind: 'person' },
      source: { kind: 'staff', storeId: 'S1', staffId: expect.stringMatching(/^staff-/) },
      consent: { termsVersion: '2026-05' },
    })
    const [profile] = (await documents('profiles')).filter((one) => one._id === customer.accountId)
    expect(profile).toMatchObject({ phoneTail: of.slice(-4), verified: false })
    expect(JSON.stringify(await cloud.dump())).not.toContain(of)
  })

  it('takes an organisation under its own name, with whoever speaks for it', async () => {
    const { customer } = valueOf(await enrol({ phone: number(), name: '王敏', organisation: '茶山公司' }))
    expect(customer.member.name).toBe('茶山公司')
    const accounts = await documents('accounts')
    expect(accounts.find((one) => one._id === customer.accountId)).toMatchObject({
      name: '王敏',
      holder: { kind: 'organisation', name: '茶山公司' },
    })
  })

  it('answers the same tap as the first time, and another with the member there is, who stays as they were', async () => {
    const [one, other, id] = [number(), number(), requestId()]
    const first = valueOf(await enrol({ phone: one }, id))
    valueOf(await enrol({ phone: other }))
    expect(valueOf(await enrol({ phone: one }, id))).toEqual(first)
    await cloud.drain()
    const before = (await everything(cloud)).length
    const again = valueOf(await enrol({ phone: one, name: '别人' }))
    expect(again).toMatchObject({ existing: true, customer: { accountId: first.customer.accountId } })
    expect(again.customer.member).toEqual(first.customer.member)
    // The mark of the request is all that is new.
    expect((await everything(cloud)).length).toBe(before + 1)
  })

  it('of sixteen taps at once makes one member', async () => {
    const [of, before] = [number(), (await documents('accounts')).length]
    const answers = await Promise.all(Array.from({ length: 16 }, () => enrol({ phone: of })))
    const found = answers.filter((answer) => answer.ok).map((answer) => valueOf(answer))
    expect(new Set(found.map(({ customer }) => customer.accountId)).size).toBe(1)
    expect(found.filter(({ existing }) => !existing)).toHaveLength(1)
    expect((await documents('accounts')).length).toBe(before + 1)
  })

  it('is joined by the customer’s own WeChat once they prove the number, with nothing lost and no second gift', async () => {
    const of = number()
    const { customer } = valueOf(await enrol({ phone: of }))
    valueOf(await accrue(customer))
    const openid = `o-${requestId()}`
    const wish = { consent, phone: await wechatProof(cloud, of) }
    const home = valueOf(await phone(cloud, openid, 'members.enrol', wish))
    expect(home).toMatchObject({ member: { accountId: customer.accountId }, points: { balance: 200 }, joined: null })
    const [profile] = (await documents('profiles')).filter((one) => one._id === customer.accountId)
    expect(profile.verified).toBe(true)
  })

  it('is refused with consent_outdated, whether or not the number is a member’s, and with store_not_yours, and changes nothing', async () => {
    const [of, known] = [number(), number()]
    valueOf(await enrol({ phone: known }))
    const before = await everything(cloud)
    for (const old of [{ termsVersion: '2019-01' }, { privacyVersion: '2019-01' }])
      for (const phone of [of, known])
        expect(await enrol({ phone, consent: { ...consent, ...old } })).toMatchObject({
          refusal: { code: 'consent_outdated' },
        })
    for (const storeId of ['S2', 'S9'])
      expect(await enrol({ phone: of, storeId })).toMatchObject({ refusal: { code: 'store_not_yours' } })
    expect(await everything(cloud)).toEqual(before)
  })
})

describe('a customer found by number', () => {
  it('is given points, and nobody takes any: refused with burn_needs_code', async () => {
    const of = number()
    valueOf(await enrol({ phone: of }))
    const sheet = valueOf(await find(of))
    expect(sheet).toMatchObject({ proof: 'phone', points: { balance: 100 } })
    expect(valueOf(await accrue(sheet))).toMatchObject({ earned: 100, balance: 200 })
    const burn = { dueFen: 9_900, burnPoints: 100 }
    expect(await accrue(sheet, burn)).toMatchObject({ refusal: { code: 'burn_needs_code' } })
    expect(valueOf(await find(of)).points.balance).toBe(200)
  })

  it('is refused with store_not_yours in another store, known or not', async () => {
    const of = number()
    valueOf(await enrol({ phone: of }))
    for (const asked of [of, number()])
      expect(await find(asked, 'o-clerk-2')).toMatchObject({ refusal: { code: 'store_not_yours' } })
    expect(await find(of, 'o-visitor')).toMatchObject({ refusal: { code: 'not_allowed' } })
  })

  it('is refused with member_unknown, and after twenty unknown numbers with too_many_wrong_codes for ten minutes', async () => {
    const known = number()
    valueOf(await enrol({ phone: known }))
    await cloud.advance(10 * 60_000)
    for (let tries = 0; tries < 20; tries += 1)
      expect(await find(number())).toMatchObject({ refusal: { code: 'member_unknown' } })
    expect(await find(known)).toMatchObject({ refusal: { code: 'too_many_wrong_codes' } })
    await hire(cloud, 'o-clerk-3')
    expect((await find(known, 'o-clerk-3')).ok).toBe(true)
    await cloud.advance(10 * 60_000)
    expect((await find(known)).ok).toBe(true)
  })
})

it('the books of all who were enrolled are whole', async () => {
  await cloud.drain()
  expect((await auditAll(cloud)).faults).toEqual([])
})
