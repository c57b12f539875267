import { standingVersions } from '../../cloudfunctions/_runtime/terms'
import { wxEffects } from '../../cloudfunctions/_runtime/wx'
import { demoTea } from '../../shared/programme/presets/demo-tea'
import { auditAll, bendProgramme, enrolPhone, order, phone, record, useShop, valueOf, wakeClock } from '../support/shop'

const shop = useShop('demo-tea')
const { cloud } = shop
const name = { zh: '季度榜', en: 'Quarter' }
const board = {
  id: 'quarter',
  name,
  by: 'points-earned' as const,
  per: 'quarter' as const,
  winners: 2,
  tiers: ['silver', 'gold', 'diamond'],
  prize: { kind: 'gift' as const, name: { zh: '季度大奖', en: "the quarter's prize" } },
}
const challenge = {
  code: 'three-orders',
  name: { zh: '三单挑战', en: 'Three orders' },
  when: { kind: 'dates' as const, from: '2026-06-01', to: '2026-06-30' },
  needs: { of: 'orders' as const, atLeast: 3 },
  gives: { kind: 'coupon' as const, couponId: (demoTea.coupons ?? [])[0]!.id },
}

beforeEach(() => bendProgramme(cloud, { leaderboards: [board], challenges: [challenge] }))

async function member(openid: string): Promise<{ memberNo: string; accountId: string }> {
  return (await enrolPhone(cloud, openid)).member
}
const buys = (memberNo: string, yuan: number, orderId?: string) =>
  record(cloud, shop.till, [
    {
      ...order({ at: '2026-06-01T04:00:00.000Z', amountFen: yuan * 100, ...(orderId ? { orderId } : {}) }),
      customer: { memberNo },
    },
  ])
const until = async (instant: string) => {
  const { now } = await cloud.control('clock')
  await cloud.advance(Date.parse(instant) - Date.parse(now))
}
const swept = async () => {
  await cloud.drain()
  for (let minute = 0; minute < 6; minute += 1) {
    await cloud.advance(60_000)
    await wakeClock(cloud)
  }
}
const prizes = async (openid: string, source: string) => {
  const { coupons } = valueOf(await phone(cloud, openid, 'coupons.list', { tab: 'usable' }))
  return coupons.filter((one: any) => one.source === source).length
}

describe('P3.5 a leaderboard', () => {
  it('gives its prize to the first places of its tiers after the window, once, and shows them masked', async () => {
    const [first, second, third, regular] = [
      await member('o-member-1'),
      await member('o-member-2'),
      await member('o-member-3'),
      await member('o-member-4'),
    ]
    await buys(first.memberNo, 900)
    await buys(second.memberNo, 700)
    await buys(third.memberNo, 600)
    await buys(regular.memberNo, 499)
    expect(valueOf(await phone(cloud, 'o-member-1', 'events.boards')).boards).toMatchObject([
      { window: '2026-Q2', lastDay: '2026-06-30', winners: 2, forMe: true, amount: 900, judged: null },
    ])
    await until('2026-06-30T16:00:00.000Z')
    await swept()
    await swept()
    const won = await Promise.all([1, 2, 3, 4].map((n) => prizes(`o-member-${n}`, 'leaderboard')))
    expect(won).toEqual([1, 1, 0, 0])
    const [{ judged }] = valueOf(await phone(cloud, 'o-member-2', 'events.boards')).boards
    expect(judged.places).toMatchObject([
      { no: 1, amount: 900, mine: false },
      { no: 2, amount: 700, mine: true },
    ])
    expect(JSON.stringify(judged)).not.toContain(first.memberNo)
    await until('2026-07-02T16:00:00.000Z')
    await swept()
    expect(await prizes('o-member-1', 'leaderboard')).toBe(1)
    expect(await auditAll(cloud)).toMatchObject({ faults: [] })
  })

  it.each([
    ['none', undefined],
    ['another prize', [{ ...board, prize: { ...challenge.gives, count: 3 } }]],
    ['windows of another length', [{ ...board, per: 'month' as const }]],
  ])('gives what was promised, though the version of the next day has %s', async (_, leaderboards) => {
    const { memberNo } = await member('o-member-1')
    await buys(memberNo, 900)
    await cloud.run(async () => {
      const { store } = wxEffects()
      const [first] = await standingVersions(store)
      const { leaderboards: _before, ...others } = first!.programme
      const programme = { ...others, ...(leaderboards ? { leaderboards } : {}) }
      const effectiveAt = '2026-06-30T16:00:00.000Z'
      await store.insert('programmes', [{ ...first!, _id: 'programme-2', version: 2, effectiveAt, programme }])
    })
    await until('2026-06-30T16:00:00.000Z')
    await swept()
    const { coupons } = valueOf(await phone(cloud, 'o-member-1', 'coupons.list', { tab: 'usable' }))
    expect(coupons.filter((one: any) => one.source === 'leaderboard')).toMatchObject([
      { name: { en: "the quarter's prize" } },
    ])
    expect(await auditAll(cloud)).toMatchObject({ faults: [] })
  })

  it('judges no window that was over before it was announced', async () => {
    const { memberNo } = await member('o-member-1')
    await record(cloud, shop.till, [
      { ...order({ at: '2026-03-20T04:00:00.000Z', amountFen: 90_000 }), customer: { memberNo } },
    ])
    await swept()
    expect(await cloud.dump('boards')).toEqual([])
  })
})

describe('P14.3 a challenge', () => {
  it('is finished once, and gives once, by the orders of its time', async () => {
    const { memberNo } = await member('o-member-1')
    await buys(memberNo, 10)
    await buys(memberNo, 10)
    expect(valueOf(await phone(cloud, 'o-member-1', 'events.boards')).challenges).toMatchObject([
      { code: 'three-orders', have: 2, need: 3, done: false, lastDay: '2026-06-30' },
    ])
    await buys(memberNo, 10)
    await buys(memberNo, 10)
    await swept()
    expect(await prizes('o-member-1', 'challenge')).toBe(1)
    expect(valueOf(await phone(cloud, 'o-member-1', 'events.boards')).challenges).toMatchObject([
      { have: 4, done: true },
    ])
    expect(await auditAll(cloud)).toMatchObject({ faults: [] })
  })
})
