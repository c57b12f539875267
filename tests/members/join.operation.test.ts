import { numberOf, textProof, textsTo, wechatProof, wishOf } from '../support/joining'
import { auditAll, everything, manage, phone, requestId, useShop, valueOf } from '../support/shop'

const shop = useShop('demo-tea', 'once')
const { cloud } = shop

/** Somebody whom nobody has seen before. */
const someone = () => `o-${requestId()}`
const join = (openid: string, wish: object, id = requestId()) =>
  phone(cloud, openid, 'members.enrol', wish, { requestId: id })
const wishWith = async (number: string) => ({
  ...(await wishOf(cloud, 'o-visitor')),
  phone: await wechatProof(cloud, number),
})
const documents = async (collection: string): Promise<any[]> =>
  (await cloud.dump(collection)).map(({ document }) => document)
const holdersOf = async (accountId: string) =>
  (await documents('identities')).filter((one) => one.accountId === accountId)

describe('joining by the number of the phone', () => {
  it('brings member number, card, the gift of the programme and the place among the members', async () => {
    const [one, two] = [someone(), someone()]
    const first = valueOf(await join(one, await wishOf(cloud, one)))
    expect(first).toMatchObject({ points: { balance: 100 }, joined: { points: 100 } })
    const second = valueOf(await join(two, await wishOf(cloud, two)))
    expect(second.joined.ordinal).toBe(first.joined.ordinal + 1)
    expect(second.member.memberNo).not.toBe(first.member.memberNo)
  })

  it('keeps the number sealed with its last digits, in no entry and in no account', async () => {
    const openid = someone()
    const number = numberOf(openid)
    const { member } = valueOf(await join(openid, await wishOf(cloud, openid)))
    await cloud.drain()
    const [profile] = (await documents('profiles')).filter((one) => one._id === member.accountId)
    expect(profile).toMatchObject({ phoneTail: number.slice(-4), verified: true })
    expect(JSON.stringify(await cloud.dump())).not.toContain(number)
    expect(await holdersOf(member.accountId)).toHaveLength(2)
  })

  it('keeps what was agreed to, in which version and when', async () => {
    const openid = someone()
    const { member, serverAt } = valueOf(await join(openid, await wishOf(cloud, openid)))
    const [account] = (await documents('accounts')).filter((one) => one._id === member.accountId)
    expect(account.consent).toEqual({ termsVersion: '2026-05', privacyVersion: '2026-05', at: serverAt })
  })

  it('answers the same tap as the first time although its code is spent, and another tap with the member there is', async () => {
    const openid = someone()
    const [wish, id] = [await wishOf(cloud, openid), requestId()]
    const first = valueOf(await join(openid, wish, id))
    expect(valueOf(await join(openid, wish, id))).toEqual(first)
    expect(valueOf(await join(openid, await wishOf(cloud, openid)))).toMatchObject({
      member: first.member,
      points: first.points,
      joined: null,
    })
  })

  it('is refused with phone_needed without a number, and with phone_code_over by a code used or five minutes old', async () => {
    const { consent, phone: spent } = await wishOf(cloud, 'o-visitor')
    valueOf(await join(someone(), { consent, phone: spent }))
    const old = await wishOf(cloud, 'o-visitor')
    await cloud.advance(5 * 60_000)
    const before = await everything(cloud)
    expect(await join(someone(), { consent })).toMatchObject({ refusal: { code: 'phone_needed' } })
    for (const proof of [spent, old.phone, { kind: 'wechat', code: 'made-up' }])
      expect(await join(someone(), { consent, phone: proof })).toMatchObject({ refusal: { code: 'phone_code_over' } })
    expect(await everything(cloud)).toEqual(before)
  })

  it('is refused with phone_unavailable when WeChat gives no number, and works a moment later with the same code', async () => {
    const openid = someone()
    const wish = await wishOf(cloud, openid)
    await cloud.control('openapi-failures', { 'phonenumber.getPhoneNumber': -1 }, 'PUT')
    expect(await join(openid, wish)).toMatchObject({ refusal: { code: 'phone_unavailable' } })
    await cloud.control('openapi-failures', {}, 'PUT')
    expect((await join(openid, wish)).ok).toBe(true)
  })
})

describe('a number that is a member’s already', () => {
  it('opens the same account by another WeChat, with newer consent and no second gift', async () => {
    const [one, two, other] = [someone(), someone(), someone()]
    const first = valueOf(await join(one, await wishOf(cloud, one)))
    await join(other, await wishOf(cloud, other))
    await cloud.advance(60_000)
    const again = valueOf(await join(two, await wishWith(numberOf(one))))
    expect(again).toMatchObject({ member: first.member, points: { balance: 100 }, joined: null })
    expect(valueOf(await phone(cloud, two, 'home.read')).member).toEqual(first.member)
    expect(await holdersOf(first.member.accountId)).toHaveLength(3)
    const [account] = (await documents('accounts')).filter((account) => account._id === first.member.accountId)
    expect(account.consent.at).toBe(again.serverAt)
    expect(account.consent.at).not.toBe(account.enrolledAt)
  })

  it('answers the tap that linked it again as the first time', async () => {
    const [one, two] = [someone(), someone()]
    valueOf(await join(one, await wishOf(cloud, one)))
    const [wish, id] = [await wishWith(numberOf(one)), requestId()]
    const linked = valueOf(await join(two, wish, id))
    expect(valueOf(await join(two, wish, id))).toEqual(linked)
  })

  it('of sixteen phones at once with one number makes one member whom all of them open', async () => {
    const [number, before] = [numberOf(someone()), (await documents('accounts')).length]
    const wishes = await Promise.all(Array.from({ length: 16 }, () => wishWith(number)))
    const sent = wishes.map((wish) => [someone(), wish, requestId()] as const)
    const answers = await Promise.all(sent.map(([openid, wish, id]) => join(openid, wish, id)))
    expect((await documents('accounts')).length).toBe(before + 1)
    const joined = answers.filter((answer) => answer.ok).map((answer) => valueOf(answer))
    expect(new Set(joined.map(({ member }) => member.accountId)).size).toBe(1)
    expect(joined.filter((one) => one.joined !== null)).toHaveLength(1)
    // Who met too many others changed nothing, and may simply tap again.
    for (const answer of answers) if (!answer.ok) expect(answer.refusal.code).toBe('busy')
    expect(await holdersOf(joined[0].member.accountId)).toHaveLength(joined.length + 1)
  })
})

describe('one phone that asks sixteen times at once', () => {
  it.each(['under one request', 'under sixteen requests'])('%s becomes one member', async (how) => {
    const [openid, before] = [someone(), (await documents('accounts')).length]
    const ids = Array.from({ length: 16 }, () => requestId())
    const same = await wishOf(cloud, openid)
    const wishes = await Promise.all(ids.map(() => (how === 'under one request' ? same : wishOf(cloud, openid))))
    const answers = await Promise.all(
      wishes.map((wish, n) => join(openid, wish, how === 'under one request' ? ids[0] : ids[n])),
    )
    const heard = answers.filter((answer) => answer.ok).map((answer) => valueOf(answer))
    expect(heard.length).toBeGreaterThan(0)
    expect(new Set(heard.map(({ member }) => member.memberNo)).size).toBe(1)
    expect((await documents('accounts')).length).toBe(before + 1)
    expect(await holdersOf(heard[0].member.accountId)).toHaveLength(2)
  })
})

describe('what brought somebody', () => {
  it('is refused with scene_unknown when it is no code of this shop, and nothing has changed', async () => {
    const openid = someone()
    const wish = await wishOf(cloud, openid)
    const before = await everything(cloud)
    for (const scene of ['ABCDEFGH23456789', 'S1', 'store:S1'])
      expect(await join(openid, { ...wish, scene })).toMatchObject({ refusal: { code: 'scene_unknown' } })
    expect(await everything(cloud)).toEqual(before)
    expect((await join(openid, wish)).ok).toBe(true)
  })
})

describe('a name', () => {
  it('is what members say it is, as often as they like, and nobody else’s', async () => {
    const [one, two] = [someone(), someone()]
    for (const openid of [one, two]) valueOf(await join(openid, await wishOf(cloud, openid)))
    for (const name of ['小满', '林小满', '林小满'])
      expect(valueOf(await phone(cloud, one, 'members.rename', { name })).member.name).toBe(name)
    expect(valueOf(await phone(cloud, one, 'home.read')).member.name).toBe('林小满')
    expect(valueOf(await phone(cloud, two, 'home.read')).member.name).toBeNull()
  })
})

describe('a number typed, with the code of a text', () => {
  it('joins as well, and the text is asked for once', async () => {
    const openid = someone()
    const number = numberOf(openid)
    const { consent } = await wishOf(cloud, openid)
    const wish = { consent, phone: await textProof(cloud, openid, number) }
    const id = requestId()
    const first = valueOf(await join(openid, wish, id))
    expect(first.joined).toMatchObject({ points: 100 })
    await cloud.drain()
    expect(valueOf(await join(openid, wish, id))).toEqual(first)
    expect(await textsTo(cloud, number)).toHaveLength(1)
    const left = await documents('textCodes')
    expect(left.filter((one) => one._id.startsWith('code-'))).toEqual([])
  })
})

it('the books of all who joined are whole', async () => {
  await cloud.drain()
  expect((await auditAll(cloud)).faults).toEqual([])
  const { members } = await manage(cloud, 'members.totals')
  expect(members).toBe((await documents('accounts')).length)
})
