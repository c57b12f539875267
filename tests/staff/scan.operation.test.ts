import { timeCode } from '../../cloudfunctions/_runtime/time-code'
import { stepAt } from '../../shared/cards/member-code'
import { enrolPhone, manage, requestId, useShop, valueOf } from '../support/shop'
import { atTill, cardOf, codeShownBy, hire } from '../support/till'

const shop = useShop('demo-tea')
const { cloud } = shop
const clerk = 'o-clerk-1'
const now = '2026-05-21T01:41:00.000Z'

beforeEach(async () => {
  await cloud.setClock(now)
  await hire(cloud, clerk)
  await enrolPhone(cloud, 'o-member-1')
})

const scan = (code: string, openid = clerk, id = requestId(), storeId = 'S1') =>
  atTill(cloud, openid, 'staff.scan', { code, storeId }, id)

async function typedBy(openid: string, stepsAgo = 0): Promise<string> {
  const { serverAt, cardNo, secret } = await cardOf(cloud, openid)
  return cardNo + timeCode(secret, stepAt(serverAt) - stepsAgo)
}

describe('a code at the till', () => {
  it('shows who the customer is for five minutes, scanned or typed', async () => {
    const sheet = valueOf(await scan(await codeShownBy(cloud, 'o-member-1')))
    expect(sheet).toMatchObject({ tier: { id: 'regular', discountPercent: 0 }, goodUntil: '2026-05-21T01:46:00.000Z' })
    await cloud.advance(30_000)
    expect(valueOf(await scan(await typedBy('o-member-1'))).accountId).toBe(sheet.accountId)
  })

  it('is accepted once: a second phone, a screenshot sent to a friend, another till are all told when and where', async () => {
    const code = await codeShownBy(cloud, 'o-member-1')
    valueOf(await scan(code))
    const again = await scan(code)
    expect(again).toMatchObject({ refusal: { code: 'code_used', details: { time: '09:41', store: '一店' } } })
    expect(again).toMatchObject({ refusal: { message: expect.stringContaining('请等新码出来再扫') } })
    await hire(cloud, 'o-clerk-2', ['S2'])
    expect(await scan(code, 'o-clerk-2', requestId(), 'S2')).toMatchObject({ refusal: { code: 'code_used' } })
    expect(await scan(await typedBy('o-member-1'))).toMatchObject({ refusal: { code: 'code_used' } })
  })

  it('answers a repeated request as the first time, for not a second longer', async () => {
    const [code, id] = [await codeShownBy(cloud, 'o-member-1'), requestId()]
    const first = valueOf(await scan(code, clerk, id))
    expect(valueOf(await scan(code, clerk, id))).toEqual(first)
    await cloud.advance(20_000)
    expect(valueOf(await scan(code, clerk, id)).goodUntil).toBe(first.goodUntil)
  })

  it('of sixty-four tills in the same instant is accepted by one', async () => {
    const code = await codeShownBy(cloud, 'o-member-1')
    const answers = await Promise.all(Array.from({ length: 64 }, () => scan(code)))
    expect(answers.filter((answer) => answer.ok)).toHaveLength(1)
  })

  it('is refused with code_expired from the sixtieth second on, and good until then', async () => {
    const code = await codeShownBy(cloud, 'o-member-1')
    await cloud.advance(60_000)
    const at = '2026-05-21T01:42:00.000Z'
    expect(await scan(code)).toMatchObject({ refusal: { code: 'code_expired', details: { at } } })
    const late = await codeShownBy(cloud, 'o-member-1')
    await cloud.advance(59_000)
    expect((await scan(late)).ok).toBe(true)
  })

  it('is refused with code_unknown when forged, of an unknown card, or ahead of a tag’s own step', async () => {
    const code = await codeShownBy(cloud, 'o-member-1')
    const forged = `${code.slice(0, -1)}${code.endsWith('0') ? '1' : '0'}`
    const foreign = code.replace(/^CL1\.\d{10}/, 'CL1.1000000000')
    for (const bad of [forged, foreign]) expect(await scan(bad)).toMatchObject({ refusal: { code: 'code_unknown' } })
    expect(await scan('thanks for your visit')).toMatchObject({ refusal: { code: 'code_malformed' } })
  })

  it('is refused with store_not_yours in a store where the employee does not work', async () => {
    const code = await codeShownBy(cloud, 'o-member-1')
    expect(await scan(code, clerk, requestId(), 'S2')).toMatchObject({ refusal: { code: 'store_not_yours' } })
    expect(await scan(code, clerk, requestId(), 'S9')).toMatchObject({ refusal: { code: 'store_not_yours' } })
  })
})

describe('typed digits', () => {
  it('are good in their own step and the one after, and refused with code_unknown a minute later', async () => {
    expect(await scan(await typedBy('o-member-1', 2))).toMatchObject({ refusal: { code: 'code_unknown' } })
    expect(await scan(await typedBy('o-member-1', -1))).toMatchObject({ refusal: { code: 'code_unknown' } })
    for (const stepsAgo of [1, 0]) expect((await scan(await typedBy('o-member-1', stepsAgo))).ok).toBe(true)
  })

  it('are refused with too_many_wrong_codes after five wrong ones of a card, and taken again ten minutes later', async () => {
    const { cardNo } = await cardOf(cloud, 'o-member-1')
    for (let n = 0; n < 5; n += 1)
      expect(await scan(`${cardNo}0000000${n}`)).toMatchObject({ refusal: { code: 'code_unknown' } })
    expect(await scan(await typedBy('o-member-1'))).toMatchObject({ refusal: { code: 'too_many_wrong_codes' } })
    expect((await scan(await codeShownBy(cloud, 'o-member-1'))).ok).toBe(true)
    await cloud.advance(10 * 60_000)
    expect((await scan(await typedBy('o-member-1'))).ok).toBe(true)
  })
})

describe('thirty wrong digits at once', () => {
  it('are answered twenty times at most, of however many cards', async () => {
    const codes = Array.from({ length: 30 }, (_, n) => `${1_000_000_000 + n}00000000`)
    const answers: any[] = await Promise.all(codes.map((code) => scan(code)))
    const answered = answers.filter(({ refusal }) => refusal.code === 'code_unknown')
    expect(answered).toHaveLength(20)
  })

  it('are answered five times at most of one card, and the right ones leave no trace', async () => {
    valueOf(await scan(await typedBy('o-member-1')))
    await cloud.drain()
    const { cardNo } = await cardOf(cloud, 'o-member-1')
    const answers: any[] = await Promise.all(Array.from({ length: 10 }, (_, n) => scan(`${cardNo}0000000${n}`)))
    expect(answers.filter(({ refusal }) => refusal.code === 'code_unknown')).toHaveLength(5)
  })
})

describe('whoever is not staff', () => {
  it('is refused with not_allowed: a member, and somebody dismissed a moment ago', async () => {
    const code = await codeShownBy(cloud, 'o-member-1')
    expect(await scan(code, 'o-member-1')).toMatchObject({ refusal: { code: 'not_allowed' } })
    const [staff] = (await cloud.dump('staff'))
      .map(({ document }: any) => document)
      .filter((one) => one.role === 'staff')
    await manage(cloud, 'staff.dismiss', { staffId: staff._id })
    expect(await scan(code)).toMatchObject({ refusal: { code: 'not_allowed' } })
  })

  it('is given no card but their own', async () => {
    await enrolPhone(cloud, 'o-member-2')
    const [one, two] = [await cardOf(cloud, 'o-member-1'), await cardOf(cloud, 'o-member-2')]
    expect([one.cardNo === two.cardNo, one.secret === two.secret]).toEqual([false, false])
  })
})
