import fc from 'fast-check'
import { differences } from '../../shared/programme/differences'
import { presets } from '../../shared/programme/presets/presets'
import type { Programme, Tier } from '../../shared/programme/schema'
import { programmeOf, spendOf, tierOf } from '../support/builders'

const silverWith = (silver: Partial<Tier>): Programme => {
  const tiers = [
    tierOf({ id: 'regular', pointsPerYuan: 1 }),
    tierOf({ id: 'silver', pointsPerYuan: 1.5, qualification: spendOf(50_000), ...silver }),
    tierOf({ id: 'gold', pointsPerYuan: 2, qualification: spendOf(100_000) }),
  ]
  return programmeOf({ tiers })
}
const base = silverWith({})
const off = (percent: number) => ({ benefits: [{ kind: 'discount' as const, percent }] })
const term = (changes: Partial<NonNullable<Tier['term']>>) => ({
  term: { lasts: '12 months', requalify: 'term' as const, atEnd: 'one-down' as const, ...changes },
})
const asking = (match: 'any' | 'all', ...conditions: any[]) => ({ qualification: { match, conditions } })
const spend = { kind: 'spend', atLeastFen: 50_000 }
const orders = { kind: 'orders', atLeast: 10 }
const name = { zh: '满减', en: 'Money off' }
const coupon = (offFen: number, fromFen = 10_000) => ({
  id: 'off',
  name,
  worth: { kind: 'amount' as const, offFen, fromFen },
  valid: { kind: 'from-issue' as const, lasts: '30 days' },
  issuedBy: ['rule' as const],
})
const reward = (points: number) => ({ id: 'cup', name, gives: { kind: 'gift' as const, name }, price: { points } })

/** From a programme to another: where, a part of the Chinese and the English sentence, and who loses on which way. */
const examples: [string, Programme, Programme, string, string, string, 'there' | 'back' | 'both' | 'neither'][] = [
  [
    'a threshold raised',
    base,
    silverWith({ qualification: spendOf(60_000) }),
    'tiers[1].qualification.conditions[0]',
    '「silver」的条件：累计消费满 ¥500 → 累计消费满 ¥600',
    'silver, what it asks: ¥500 spent → ¥600 spent',
    'there',
  ],
  [
    'one more way to a tier',
    silverWith(asking('any', spend)),
    silverWith(asking('any', spend, orders)),
    'tiers[1].qualification.conditions[1]',
    '新增：「silver」的条件：累计满 10 单',
    'New: silver, what it asks: 10 orders',
    'back',
  ],
  [
    'one more demand for a tier',
    silverWith(asking('all', spend)),
    silverWith(asking('all', spend, orders)),
    'tiers[1].qualification.conditions[1]',
    '新增',
    'New',
    'there',
  ],
  [
    'all instead of any',
    silverWith(asking('any', spend, orders)),
    silverWith(asking('all', spend, orders)),
    'tiers[1].qualification',
    '满足任一 → 全部满足',
    'any of these → all of these',
    'there',
  ],
  [
    'quite other conditions',
    silverWith(asking('any', spend)),
    silverWith(asking('all', orders, { kind: 'by-hand' })),
    'tiers[1].qualification',
    '有改动',
    'Changed',
    'both',
  ],
  [
    'a longer membership asked for',
    silverWith(asking('any', { kind: 'tenure', atLeast: '1 year' })),
    silverWith(asking('any', { kind: 'tenure', atLeast: '18 months' })),
    'tiers[1].qualification.conditions[0]',
    '入会满 1 年 → 入会满 18 个月',
    'a member for 1 year → a member for 18 months',
    'there',
  ],
  ['a rate', base, silverWith({ pointsPerYuan: 1.2 }), 'tiers[1].pointsPerYuan', '1.5 → 1.2', 'points per ¥1', 'there'],
  [
    'a tier removed',
    base,
    programmeOf({ tiers: base.tiers.slice(0, 2) }),
    'tiers[2]',
    '取消：「gold」',
    'gold',
    'there',
  ],
  ...(['down', undefined] as const).map(
    (usual) =>
      [
        `points rounded up instead of ${usual ?? 'nothing said'}`,
        programmeOf({ earning: { rounding: 'up' } }),
        programmeOf(usual ? { earning: { rounding: usual } } : {}),
        'earning.rounding',
        '积分获取的积分取整：进一位 → 舍去小数',
        'How points are earned, how points are made whole: rounded up → rounded down',
        'there',
      ] as (typeof examples)[number],
  ),
  [
    'points to the nearest instead of up',
    programmeOf({ earning: { rounding: 'up' } }),
    programmeOf({ earning: { rounding: 'nearest' } }),
    'earning.rounding',
    '四舍五入',
    'to the nearest',
    'there',
  ],
  [
    'points only in some stores from now on',
    base,
    { ...base, earning: { only: { stores: ['S1'] } } },
    'earning.only',
    '新增：积分获取的适用范围',
    'New: How points are earned, where and on what',
    'there',
  ],
  [
    'points only on some kinds as well',
    { ...base, earning: { only: { stores: ['S1'] } } },
    { ...base, earning: { only: { stores: ['S1'], kinds: ['otc'] } } },
    'earning.only.kinds',
    '新增：积分获取的适用的种类',
    'kinds that take part',
    'there',
  ],
  [
    'points in other stores',
    { ...base, earning: { only: { stores: ['S1'] } } },
    { ...base, earning: { only: { stores: ['S1', 'S2'] } } },
    'earning.only.stores',
    '有改动：积分获取的适用的门店',
    'Changed: How points are earned, stores',
    'both',
  ],
  [
    'a tier that lasted for good',
    base,
    silverWith(term({})),
    'tiers[1].term',
    '长期 → 12 个月',
    'for good → 12 months',
    'there',
  ],
  [
    'a shorter term',
    silverWith(term({})),
    silverWith(term({ lasts: '6 months' })),
    'tiers[1].term.lasts',
    '12 个月 → 6 个月',
    '12 months → 6 months',
    'there',
  ],
  [
    'a term that is longer in spring and shorter in autumn',
    silverWith(term({ lasts: '3 months' })),
    silverWith(term({ lasts: 'to year-end' })),
    'tiers[1].term.lasts',
    '3 个月 → 到年底',
    '3 months → until the year ends',
    'both',
  ],
  [
    'what a term ends in',
    silverWith(term({})),
    silverWith(term({ atEnd: 'lapse' })),
    'tiers[1].term.atEnd',
    '失效',
    'lapses',
    'there',
  ],
  [
    'days of grace',
    silverWith(term({ graceDays: 9 })),
    silverWith(term({})),
    'tiers[1].term.graceDays',
    '9 天 → 0 天',
    'grace',
    'there',
  ],
  [
    'a tier reached anew',
    silverWith(term({})),
    silverWith(term({ requalify: 'anew' })),
    'tiers[1].term.requalify',
    '须重新达到',
    'anew',
    'there',
  ],
  [
    'a discount',
    silverWith(off(10)),
    silverWith(off(5)),
    'tiers[1].benefits[0]',
    '9 折 → 9.5 折',
    '10% off → 5% off',
    'there',
  ],
  [
    'a benefit removed',
    silverWith(off(10)),
    base,
    'tiers[1].benefits',
    '取消：「silver」9 折',
    'No longer: silver: 10% off',
    'there',
  ],
  [
    'a described benefit in other words',
    silverWith({ benefits: [{ kind: 'described', code: 'tea', text: { zh: '茶', en: 'tea' } }] }),
    silverWith({ benefits: [{ kind: 'described', code: 'tea', text: { zh: '水', en: 'water' } }] }),
    'tiers[1].benefits[0]',
    '茶 → 水',
    'tea → water',
    'both',
  ],
  [
    'expiry shortened',
    base,
    { ...base, expiry: { kind: 'months', months: 6, until: 'month-end' } },
    'expiry',
    '12 个月，到月底 → 6 个月',
    'to the end of that month',
    'there',
  ],
  [
    'expiry at the day',
    base,
    { ...base, expiry: { kind: 'months', months: 12, until: 'day' } },
    'expiry',
    '12 个月',
    '12 months',
    'there',
  ],
  [
    'points that expire',
    { ...base, expiry: { kind: 'never' } },
    base,
    'expiry',
    '永久 → 12 个月',
    'ever → 12 months',
    'there',
  ],
  [
    'points worth less',
    base,
    { ...base, redemption: { pointsPerYuan: 120 } },
    'redemption',
    '100 → 120',
    '100 → 120',
    'there',
  ],
  [
    'points no money',
    base,
    { ...base, redemption: null },
    'redemption',
    '100 → 不能抵现',
    'not taken as money',
    'there',
  ],
  [
    'points worth less at a tier',
    { ...base, redemption: { pointsPerYuan: 100, perTier: { gold: 50 } } },
    base,
    'redemption.perTier.gold',
    '「gold」抵 1 元所需积分：50 → 100',
    'gold: points for ¥1: 50 → 100',
    'there',
  ],
  [
    'refunds that are refused',
    base,
    { ...base, refundShortfall: 'block' },
    'refundShortfall',
    '不能退款',
    'is refused',
    'there',
  ],
  [
    'a coupon worth less',
    { ...base, coupons: [coupon(2_000)] },
    { ...base, coupons: [coupon(1_500)] },
    'coupons[0].worth.offFen',
    '优惠券「满减」的减：¥20 → ¥15',
    'Coupons, Money off, money off: ¥20 → ¥15',
    'there',
  ],
  [
    'a coupon from more on',
    { ...base, coupons: [coupon(2_000)] },
    { ...base, coupons: [coupon(2_000, 20_000)] },
    'coupons[0].worth.fromFen',
    '¥100 → ¥200',
    'from an amount',
    'there',
  ],
  [
    'a coupon limited',
    { ...base, coupons: [coupon(2_000)] },
    { ...base, coupons: [{ ...coupon(2_000), stock: 5 }] },
    'coupons[0].stock',
    '新增',
    'stock',
    'there',
  ],
  [
    'a reward that costs more',
    { ...base, rewards: [reward(100)] },
    { ...base, rewards: [reward(150)] },
    'rewards[0].price.points',
    '100 → 150',
    '100 → 150',
    'there',
  ],
  [
    'a reward removed',
    { ...base, rewards: [reward(100)] },
    { ...base, rewards: [] },
    'rewards[0]',
    '取消：礼品「满减」',
    'No longer: Rewards, Money off',
    'there',
  ],
  [
    'a part removed',
    { ...base, checkIn: { points: 5 } },
    base,
    'checkIn',
    '取消：签到',
    'No longer: Check-in',
    'there',
  ],
  [
    'check-ins',
    { ...base, checkIn: { points: 5 } },
    { ...base, checkIn: { points: 3 } },
    'checkIn.points',
    '5 → 3',
    'points: 5 → 3',
    'there',
  ],
  [
    'goods without a discount',
    base,
    { ...base, discounting: { nothingFor: ['gift-card'] } },
    'discounting.nothingFor',
    '新增：不打折的商品的不参与的种类',
    'left out',
    'there',
  ],
  [
    'shorter notice',
    base,
    { ...base, notice: { days: 7 } },
    'notice.days',
    '30 天 → 7 天',
    '30 days → 7 days',
    'there',
  ],
  [
    'a smaller gift for joining',
    programmeOf({ enrolment: { points: 9, phone: 'optional' } }),
    base,
    'enrolment.points',
    '9 → 0',
    'joining',
    'neither',
  ],
  ['another name', base, { ...base, name: { zh: '新', en: 'New' } }, 'name', '测试 → 新', 'Test → New', 'neither'],
]

describe('a difference is told in both languages, and on which way somebody gets less', () => {
  it.each(examples)('%s', (_, from, to, path, zh, en, loses) => {
    const [there, back] = [differences(from, to), differences(to, from)]
    expect(there.map((one) => one.path)).toEqual([path])
    expect([there[0]!.zh, there[0]!.en]).toEqual([expect.stringContaining(zh), expect.stringContaining(en)])
    const adverse = [there, back].map((found) => found.some((one) => one.adverse))
    expect(adverse).toEqual([loses === 'there' || loses === 'both', loses === 'back' || loses === 'both'])
  })

  it('that all tiers above share is told once, at the lowest that has it', () => {
    const raised = programmeOf({
      tiers: base.tiers.map((tier) => (tier.id === 'regular' ? { ...tier, ...off(5) } : tier)),
    })
    expect(differences(base, raised).map(({ path }) => path)).toEqual(['tiers[0].benefits[0]'])
  })

  it('of the order of tiers may cost somebody', () => {
    const swapped = programmeOf({ tiers: [base.tiers[0]!, base.tiers[2]!, base.tiers[1]!] })
    expect(differences(base, swapped)).toContainEqual(expect.objectContaining({ path: 'tiers', adverse: true }))
  })

  it('in the shop’s own affairs costs nobody anything', () => {
    const found = differences(base, { ...base, messages: presets['tea-house']!.messages, budgets: [] })
    expect(found.filter(({ adverse }) => adverse)).toEqual([])
  })

  it('that changes no rule is told as that', () => {
    const shuffled = silverWith(asking('any', orders, spend))
    expect(differences(silverWith(asking('any', spend, orders)), shuffled)).toMatchObject([
      { path: '', adverse: false, zh: '只改了写法，规则没有变化' },
    ])
  })
})

describe('presets', () => {
  const all = Object.values(presets)
  it.each(all.map((one) => [one.id, one] as const))('%s differs from every other and not from itself', (_, one) => {
    expect(differences(one, structuredClone(one))).toEqual([])
    for (const other of all.filter((two) => two !== one)) {
      const found = differences(one, other)
      expect(found.length).toBeGreaterThan(0)
      for (const { zh, en } of found) expect([zh, en].join()).not.toMatch(/undefined|\[object|NaN/)
    }
  })
})

/** Programmes whose figures differ, each figure one that more of is better or worse. */
const programmes = fc
  .record({
    threshold: fc.integer({ min: 1, max: 4 }),
    rate: fc.integer({ min: 1, max: 4 }),
    percent: fc.integer({ min: 1, max: 4 }),
    lasts: fc.integer({ min: 1, max: 4 }),
    graceDays: fc.integer({ min: 0, max: 3 }),
    months: fc.integer({ min: 1, max: 4 }),
    until: fc.constantFrom('day' as const, 'month-end' as const),
    price: fc.integer({ min: 1, max: 4 }),
    offFen: fc.integer({ min: 1, max: 4 }),
    cost: fc.integer({ min: 1, max: 4 }),
    hasGold: fc.boolean(),
    shortfall: fc.constantFrom('debt' as const, 'write-off' as const, 'block' as const),
  })
  .map((one): Programme => {
    const silver = silverWith({
      qualification: spendOf(one.threshold * 10_000),
      pointsPerYuan: one.rate,
      ...off(one.percent),
      ...term({ lasts: `${one.lasts} months`, graceDays: one.graceDays }),
    })
    return {
      ...silver,
      tiers: one.hasGold ? silver.tiers : silver.tiers.slice(0, 2),
      expiry: { kind: 'months', months: one.months, until: one.until },
      redemption: { pointsPerYuan: one.price },
      refundShortfall: one.shortfall,
      coupons: [coupon(one.offFen * 100)],
      rewards: [reward(one.cost)],
    }
  })

it('finds every difference again the other way round, where whoever gained loses', () => {
  fc.assert(
    fc.property(programmes, programmes, (one, other) => {
      const adverse = (from: Programme, to: Programme) =>
        Object.fromEntries(differences(from, to).map((found) => [found.path, found.adverse]))
      const opposite = Object.entries(adverse(other, one)).map(([path, worse]) => [path, !worse])
      expect(adverse(one, other)).toEqual(Object.fromEntries(opposite))
      expect(Object.keys(adverse(one, other)).length === 0).toBe(JSON.stringify(one) === JSON.stringify(other))
    }),
  )
})
