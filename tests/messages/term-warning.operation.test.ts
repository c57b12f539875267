import { annualAndFrequency } from '../../shared/programme/presets/annual-and-frequency'
import { demoTea } from '../../shared/programme/presets/demo-tea'
import { auditAll, bendProgramme, enrolPhone, order, phone, record, useShop, valueOf, wakeClock } from '../support/shop'

const shop = useShop('demo-tea')
const { cloud } = shop
const anna = 'o-member-1'

/** What the member's list says of a tier's end, newest first, in their language. */
const warnings = async (language: 'zh' | 'en'): Promise<string[]> =>
  valueOf(await phone(cloud, anna, 'messages.inbox'))
    .notices.filter(({ topic }: any) => topic === 'term-ending')
    .map(({ text }: any) => text[language])

async function at(instant: string): Promise<void> {
  await cloud.setClock(instant)
  await wakeClock(cloud)
  await cloud.advance(3 * 60_000)
  await wakeClock(cloud)
}

/** A customer whom the till knows by their member number. */
async function join(): Promise<string> {
  return (await enrolPhone(cloud, anna)).member.memberNo
}

const buys = (memberNo: string, amountFen: number, when: string) =>
  record(cloud, shop.till, [{ ...order({ amountFen, at: when }), customer: { memberNo } }])

describe('a tier whose term ends', () => {
  it('is told of by the clock with the amount and the day that keep it: spend 120 by 30 September to keep gold', async () => {
    const term = { lasts: '6 months to quarter-end', requalify: 'term', atEnd: 'one-down', warnDays: 30 } as const
    const conditions = [{ kind: 'spend' as const, atLeastFen: 100_000, within: '90 days' as const }]
    const tiers = demoTea.tiers
      .slice(0, 3)
      .map((tier) =>
        tier.id === 'gold' ? { ...tier, qualification: { match: 'any' as const, conditions }, term } : tier,
      )
    await cloud.setClock('2026-03-01T04:00:00.000Z')
    await bendProgramme(cloud, { tiers, messages: { list: [] } })
    const memberNo = await join()
    await buys(memberNo, 100_000, '2026-03-01T04:00:00.000Z')
    await at('2026-08-01T04:00:00.000Z')
    await buys(memberNo, 88_000, '2026-08-01T04:00:00.000Z')
    await at('2026-08-30T15:00:00.000Z')
    expect(await warnings('zh')).toEqual([])
    await at('2026-08-31T04:00:00.000Z')
    await at('2026-09-02T04:00:00.000Z')
    expect(await warnings('zh')).toEqual(['再消费 120 元，9 月 30 日前可保住金卡'])
    expect(await warnings('en')).toEqual(['To keep Gold, spend ¥120 by 30 Sep'])
    await buys(memberNo, 12_000, '2026-09-02T04:00:00.000Z')
    await at('2026-09-30T16:00:00.000Z')
    expect(valueOf(await phone(cloud, anna, 'home.read')).tier).toMatchObject({ id: 'gold' })
    expect(await warnings('zh')).toHaveLength(1)
    expect(await auditAll(cloud)).toMatchObject({ faults: [] })
  })

  it('of the programme by year and frequency is told of sixty days before, with the days of grace', async () => {
    await cloud.setClock('2026-03-01T04:00:00.000Z')
    await bendProgramme(cloud, { ...annualAndFrequency, id: 'demo-tea' })
    const memberNo = await join()
    await buys(memberNo, 500_000, '2026-03-01T04:00:00.000Z')
    await at('2027-01-30T03:00:00.000Z')
    await at('2027-01-31T03:00:00.000Z')
    expect(await warnings('zh')).toEqual(['再消费 5,000 元，3 月 31 日前可保住银卡'])
    expect(await warnings('en')).toEqual(['To keep Silver, spend ¥5,000 by 31 Mar'])
  })
})
