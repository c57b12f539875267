import { bendProgramme, manage, managerOpenid, phone, requestId, useShop, valueOf, enrolPhone } from '../support/shop'

const shop = useShop('demo-tea', 'once')
// Without a gift for joining, so that every movement here is one that a test made.
beforeAll(async () => {
  await bendProgramme(shop.cloud, { enrolment: { points: 0, phone: 'optional' } })
  // Afterwards the managers' function knows the programme, so that its calls to the database can be counted.
  await manage(shop.cloud, 'members.totals')
})
let seen = 0
const someone = async () => {
  seen += 1
  const openid = `o-reader-${seen}`
  const home = await enrolPhone(shop.cloud, openid)
  return { openid, accountId: home.member.accountId as string }
}
const adjust = (accountId: string, change: number) =>
  manage(shop.cloud, 'points.adjust', { accountId, change, reason: `改 ${change}` })
const read = async (openid: string, input: object = {}) =>
  valueOf(await phone(shop.cloud, openid, 'points.statement', input))

describe('a statement', () => {
  it('shows the member’s own last act at once, in the ledger or not', async () => {
    const { openid, accountId } = await someone()
    await shop.cloud.plant({ function: 'manager', operation: 'points.adjust', kind: 'kill', atCall: 5 })
    const event = {
      operation: 'points.adjust',
      input: { accountId, change: 30, reason: '补记' },
      requestId: requestId(),
    }
    await shop.cloud.call('manager', event, managerOpenid)
    await shop.cloud.drain()
    const statement = await read(openid)
    expect(statement).toMatchObject({
      balance: 30,
      worthFen: 30,
      debt: 0,
      months: [{ month: '2026-06', earned: 30, used: 0 }],
      entries: [
        { seq: 2, points: 30, balanceAfter: 30, reason: { code: 'adjust', text: '补记' } },
        { seq: 1, points: 0, reason: { code: 'enrol' } },
      ],
      nextBefore: null,
    })
  })

  it('goes by pages of twenty without a gap or a double, also while something is added', async () => {
    const { openid, accountId } = await someone()
    for (let n = 1; n <= 47; n += 1) await adjust(accountId, n)
    const pages = []
    for (let before: number | undefined; ;) {
      const page = await read(openid, before ? { before } : {})
      pages.push(page.entries.map((entry: any) => entry.seq))
      if (page.nextBefore === null) break
      before = page.nextBefore
      await adjust(accountId, 1)
    }
    expect(pages.map((page) => page.length)).toEqual([20, 20, 8])
    expect(pages.flat()).toEqual(Array.from({ length: 48 }, (_, index) => 48 - index))
  })

  it('shows by its filters what was earned or what was used, and every month in full on the first page', async () => {
    const { openid, accountId } = await someone()
    for (let n = 1; n <= 25; n += 1) {
      await adjust(accountId, 10)
      await adjust(accountId, -4)
    }
    await shop.cloud.drain()
    const earned = await read(openid, { filter: 'earned' })
    expect(new Set(earned.entries.map((entry: any) => entry.points))).toEqual(new Set([10]))
    expect(earned.entries).toHaveLength(20)
    const rest = await read(openid, { filter: 'earned', before: earned.nextBefore })
    expect([rest.entries.length, rest.nextBefore, rest.months]).toEqual([5, null, []])
    const used = await read(openid, { filter: 'used' })
    expect(new Set(used.entries.map((entry: any) => entry.points))).toEqual(new Set([-4]))
    expect(used).toMatchObject({ balance: 150, months: [{ month: '2026-06', earned: 250, used: 100 }] })
  })

  it('is the member’s own and nobody else’s', async () => {
    const [one, two] = [await someone(), await someone()]
    await adjust(one.accountId, 11)
    await adjust(two.accountId, 22)
    expect((await read(one.openid)).entries.map((entry: any) => entry.points)).toEqual([11, 0])
    expect((await read(two.openid)).entries.map((entry: any) => entry.points)).toEqual([22, 0])
  })

  it('names the last day of what expires, and leaves out what is over though nobody wrote it down yet', async () => {
    const { openid, accountId } = await someone()
    await adjust(accountId, 30)
    expect((await read(openid)).expiring).toEqual([{ points: 30, on: '2027-06-30' }])
    const now = (await shop.cloud.control('clock')).now
    await shop.cloud.setClock('2027-06-30T16:00:00.000Z')
    expect(await read(openid)).toMatchObject({ balance: 0, worthFen: 0, expiring: [] })
    await shop.cloud.setClock(now)
  })
})

describe('a home page', () => {
  it('says where the member stands and how far it is to the next tier', async () => {
    const { openid } = await someone()
    expect(valueOf(await phone(shop.cloud, openid, 'home.read'))).toMatchObject({
      shop: { name: '测试店', storeName: null },
      tier: { id: 'regular' },
      progress: { next: { id: 'silver' }, requirements: [{ kind: 'spend', have: 0, need: 50_000 }] },
      points: { balance: 0, worthFen: 0, debt: 0, expiring: null },
      totals: { spendFen: 0, orders: 0 },
    })
    const { current, ladder } = valueOf(await phone(shop.cloud, openid, 'tiers.progress'))
    expect(current.id).toBe('regular')
    expect(ladder.map((step: any) => [step.id, step.reached])).toEqual([
      ['regular', true],
      ['silver', false],
      ['gold', false],
      ['diamond', false],
    ])
  })
})
