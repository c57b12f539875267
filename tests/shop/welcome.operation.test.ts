import { wishOf } from '../support/joining'
import { bendProgramme, managerOpenid, phone, requestId, useShop, valueOf } from '../support/shop'
import { atTill, hire } from '../support/till'

const shop = useShop('demo-tea', 'once')
const { cloud } = shop
const clerk = 'o-clerk-1'
const someone = () => `o-${requestId()}`
const codeOf = async (storeId: string, mine: boolean, openid: string): Promise<string> =>
  valueOf(await atTill(cloud, openid, 'staff.store-code', { storeId, mine })).scene
const welcome = (openid: string, scene?: string) => phone(cloud, openid, 'shop.welcome', scene ? { scene } : {})
const accountOf = async (openid: string, scene?: string): Promise<any> => {
  const wish = { ...(await wishOf(cloud, openid)), ...(scene ? { scene } : {}) }
  const { member } = valueOf(await phone(cloud, openid, 'members.enrol', wish))
  const accounts = (await cloud.dump('accounts')).map(({ document }: any) => document)
  return accounts.find((one) => one._id === member.accountId)
}
let [store, mine, second] = ['', '', '']

beforeAll(async () => {
  await hire(cloud, clerk)
  store = await codeOf('S1', false, clerk)
  mine = await codeOf('S1', true, clerk)
  second = await codeOf('S2', false, managerOpenid)
})

describe('the landing page', () => {
  it('tells what joining brings, what each tier has, what has to be given and which terms hold', async () => {
    const value = valueOf(await welcome(someone()))
    expect(value).toMatchObject({
      from: null,
      sceneKnown: true,
      enrolmentPoints: 100,
      enrolmentWorthFen: 100,
      phone: { needed: true, byText: true },
      terms: { termsVersion: '2026-05', privacyVersion: '2026-05' },
    })
    expect(value.tiers.map((tier: any) => [tier.id, tier.pointsPerYuan, tier.discountPercent])).toEqual([
      ['regular', 1, 0],
      ['silver', 1.5, 5],
      ['gold', 2, 8],
      ['diamond', 2.5, 12],
    ])
    const codes = value.tiers[1].benefits.map((one: any) => one.code)
    expect(codes).toEqual(['birthday-drink', 'early-tea'])
  })

  it('names the store, and the employee whose code it was', async () => {
    expect(valueOf(await welcome(someone(), store)).from).toEqual({
      kind: 'store',
      storeName: '一店',
      staffName: null,
    })
    expect(valueOf(await welcome(someone(), mine)).from).toEqual({
      kind: 'store',
      storeName: '一店',
      staffName: '店员',
    })
  })

  it('says of a forged or unknown code that it is not known, and remembers nothing of it', async () => {
    const visitor = someone()
    for (const forged of ['ABCDEFGH23456789', `${store.slice(0, -1)}9`, 'S1'])
      expect(valueOf(await welcome(visitor, forged))).toMatchObject({ sceneKnown: false, from: null })
    await cloud.drain()
    expect(valueOf(await welcome(visitor)).from).toBeNull()
  })

  it('shows the text of both documents in the versions in force, under the shop’s name', async () => {
    for (const document of ['terms', 'privacy']) {
      const text = valueOf(await phone(cloud, someone(), 'shop.terms', { document }))
      expect(text.version).toBe('2026-05')
      expect(JSON.stringify(text.sections)).toContain('测试店')
      for (const { text: said } of text.sections) expect([said.zh, said.en].every(Boolean)).toBe(true)
    }
  })
})

describe('what brought a member', () => {
  it('is the first code that a visitor scanned, also when they join later by another or by none', async () => {
    const [early, late] = [someone(), someone()]
    for (const visitor of [early, late]) {
      await welcome(visitor, mine)
      await cloud.drain()
      expect(valueOf(await welcome(visitor, second)).from.storeName).toBe('一店')
      await cloud.drain()
    }
    for (const account of [await accountOf(early, second), await accountOf(late)])
      expect(account.source).toMatchObject({ kind: 'wechat', storeId: 'S1', staffId: expect.stringMatching(/^staff-/) })
    expect(valueOf(await phone(cloud, early, 'home.read')).shop.storeName).toBe('一店')
  })

  it('is the code they join by when there was none before, and nothing when there is none', async () => {
    expect((await accountOf(someone(), second)).source).toMatchObject({ storeId: 'S2', staffId: null })
    expect((await accountOf(someone())).source).toMatchObject({ storeId: null, staffId: null })
  })

  it('of sixteen codes scanned at once is one of them', async () => {
    const [visitor, before] = [someone(), (await cloud.dump('visitors')).length]
    await Promise.all(Array.from({ length: 16 }, (_, n) => welcome(visitor, n % 2 === 0 ? mine : second)))
    await cloud.drain()
    expect(await cloud.dump('visitors')).toHaveLength(before + 1)
    const { storeName } = valueOf(await welcome(visitor)).from
    expect(valueOf(await welcome(visitor, storeName === '一店' ? second : mine)).from.storeName).toBe(storeName)
  })

  it('is not remembered of somebody who is a member already', async () => {
    const member = someone()
    await accountOf(member)
    const before = await cloud.dump('visitors')
    await welcome(member, second)
    await cloud.drain()
    expect(await cloud.dump('visitors')).toEqual(before)
  })
})

describe('the store’s code', () => {
  it('is always the same, another for each store and employee, and a picture that a phone can scan', async () => {
    expect(await codeOf('S1', false, clerk)).toBe(store)
    expect(await codeOf('S1', false, managerOpenid)).toBe(store)
    await hire(cloud, 'o-clerk-2')
    const codes = [store, mine, second, await codeOf('S1', true, 'o-clerk-2'), await codeOf('S1', true, managerOpenid)]
    expect(new Set(codes).size).toBe(5)
    for (const code of codes) expect(code).toMatch(/^[A-Z2-7]{16}$/)
    const { page, picture } = valueOf(await atTill(cloud, clerk, 'staff.store-code', { storeId: 'S1', mine: false }))
    expect(page).toBe('pages/home/index')
    expect(Buffer.from(picture, 'base64').subarray(1, 4).toString()).toBe('PNG')
  })

  it('is refused with store_not_yours of another store, and with code_not_drawn when WeChat draws none', async () => {
    const ask = (storeId: string) => atTill(cloud, clerk, 'staff.store-code', { storeId, mine: true })
    for (const storeId of ['S2', 'S9'])
      expect(await ask(storeId)).toMatchObject({ refusal: { code: 'store_not_yours' } })
    await cloud.control('openapi-failures', { 'wxacode.getUnlimited': 45009 }, 'PUT')
    expect(await ask('S1')).toMatchObject({ refusal: { code: 'code_not_drawn' } })
    await cloud.control('openapi-failures', {}, 'PUT')
  })
})

it('a shop’s own words take the place of the usual ones, and a gift that is no money has no worth', async () => {
  const { programme } = (await cloud.dump('programmes'))[0]!.document as any
  const text = { title: { zh: '本店章程', en: 'Our terms' }, sections: [{ heading: both('一'), text: both('二') }] }
  await bendProgramme(cloud, {
    redemption: null,
    terms: { ...programme.terms, termsVersion: '2026-06', texts: { terms: text } },
  })
  expect(valueOf(await phone(cloud, someone(), 'shop.terms', { document: 'terms' }))).toEqual({
    version: '2026-06',
    ...text,
  })
  expect(valueOf(await welcome(someone()))).toMatchObject({ enrolmentPoints: 100, enrolmentWorthFen: null })
})

function both(text: string) {
  return { zh: text, en: text }
}
