import { checkProgramme } from '../../shared/programme/check'
import { presets } from '../../shared/programme/presets/presets'
import { eventOf } from '../events/builders'
import { programmeOf, spendOf, tierOf } from '../support/builders'

const base = programmeOf()
const [regular, silver, gold] = base.tiers as [any, any, any]
const tiers = (...list: object[]) => ({ ...base, tiers: list })
const asking = (tier: object, match: 'any' | 'all', ...conditions: object[]) => ({
  ...tier,
  qualification: { match, conditions },
})
const year = { lasts: '12 months', requalify: 'term', atEnd: 'lapse' }
const name = { zh: '名', en: 'name' }
const gift = { kind: 'gift', name }
const told = { kind: 'described', text: name }
const bringing = (change: object) => ({
  referral: { referrer: [gift], friend: [gift], completedBy: { orderFromFen: 1, withinDays: 30 }, ...change },
})
const joining = { act: 'joining', orderFromFen: 1, withinDays: 30 }

function faultsOf(programme: unknown) {
  const checked = checkProgramme(programme)
  return checked.ok ? [] : checked.faults
}

describe('a programme that can be run', () => {
  it.each(Object.entries(presets))('%s is one', (_, programme) => {
    expect(faultsOf(programme)).toEqual([])
  })

  it('comes back as it was', () => {
    expect(checkProgramme(base)).toEqual({ ok: true, value: base })
  })
})

describe('a programme is refused with path and sentence', () => {
  it.each([
    ['a rate below zero', tiers({ ...regular, pointsPerYuan: -1 }), 'tiers[0].pointsPerYuan', '不能是负数', 'negative'],
    [
      'a discount of all and more',
      tiers({ ...regular, benefits: [{ kind: 'discount', percent: 120 }] }),
      'tiers[0].benefits[0].percent',
      '折扣要小于 100%',
      'less than 100%',
    ],
    ['a tier twice', tiers(regular, silver, silver), 'tiers', '同一个编号', 'same id'],
    [
      'a rate of three decimals',
      tiers({ ...regular, pointsPerYuan: 1.005 }),
      'tiers[0].pointsPerYuan',
      '两位小数',
      'two',
    ],
    [
      'a reward for a friend that only a bill works out',
      { ...base, ...bringing({ friend: [{ kind: 'free-delivery' }] }) },
      'referral.friend[0]',
      '当场就能给',
      'handed over at once',
    ],
    [
      'a step of friends twice',
      { ...base, ...bringing({ steps: [1, 2].map(() => ({ friends: 3, gives: [gift] })) }) },
      'referral.steps[1].friends',
      '重复',
      'another step',
    ],
    [
      'a reward for joining alone without a limit',
      { ...base, enrolment: { points: 0, phone: 'needed' }, ...bringing({ completedBy: joining }) },
      'referral.completedBy.act',
      '上限',
      'a limit',
    ],
    [
      'a reward for joining alone without a phone number',
      { ...base, ...bringing({ completedBy: joining, limits: [{ times: 5, per: 'month' }] }) },
      'referral.completedBy.act',
      '手机号',
      'phone number',
    ],
    ['a field that nobody knows', { ...base, friends: true }, '', 'friends', 'friends'],
    [
      'a benefit of no known kind',
      tiers({ ...regular, benefits: [{ kind: 'wings' }] }),
      'tiers[0].benefits[0].kind',
      '没有这一种',
      'no such kind',
    ],
    [
      'a benefit of no known kind, with the kinds that there are',
      tiers({ ...regular, benefits: [{ kind: 'wings' }] }),
      'tiers[0].benefits[0].kind',
      'discount',
      'discount',
    ],
    [
      'an amount of half a fen',
      tiers(regular, asking(silver, 'any', { kind: 'spend', atLeastFen: 10.5 })),
      'tiers[1].qualification.conditions[0].atLeastFen',
      '整数',
      'whole number',
    ],
    ['an id in capitals', tiers(regular, { ...silver, id: 'Silver Card' }), 'tiers[1].id', '小写字母', 'small letters'],
    [
      'an id without end',
      tiers(regular, { ...silver, id: 'x'.repeat(41) }),
      'tiers[1].id',
      '最多 40 个字',
      'At most 40',
    ],
    [
      'a length of membership that is none',
      tiers(regular, asking(silver, 'any', { kind: 'tenure', atLeast: '3 moons' })),
      'tiers[1].qualification.conditions[0].atLeast',
      '时长',
      'length of time',
    ],
    ...['500 days', '0 days', '-3 days', '1.5 days', 'week'].map(
      (within) =>
        [
          `a window of ${within}`,
          tiers(regular, { ...asking(silver, 'any', { kind: 'spend', atLeastFen: 5, within }), term: year }),
          'tiers[1].qualification.conditions[0].within',
          '1 到 400 天',
          '1 to 400 days',
        ] as [string, object, string, string, string],
    ),
    [
      'a higher tier that asks as much over rolling days as long as the month',
      tiers(
        regular,
        { ...asking(silver, 'any', { kind: 'orders', atLeast: 3, within: 'month' }), term: year },
        { ...asking(gold, 'any', { kind: 'orders', atLeast: 3, within: '31 days' }), term: year },
      ),
      'tiers[2].qualification',
      '重叠',
      'overlap',
    ],
    [
      'points rounded in no known way',
      { ...base, earning: { rounding: 'half' } },
      'earning.rounding',
      'down、nearest、up',
      'down, nearest, up',
    ],
    [
      'points only somewhere, but where',
      { ...base, earning: { only: {} } },
      'earning.only',
      '哪些门店',
      'Stores or kinds',
    ],
    [
      'points only in no store',
      { ...base, earning: { only: { stores: [] } } },
      'earning.only.stores',
      '至少要有 1 项',
      'At least 1',
    ],
    [
      'a kind that alone earns and earns nothing',
      { ...base, earning: { only: { kinds: ['food', 'otc'] }, nothingFor: ['toys', 'otc'] } },
      'earning.nothingFor[1]',
      '只有「otc」等种类积分',
      'otc is to earn alone',
    ],
    [
      'a tier without a name',
      tiers(regular, { ...silver, name: { zh: ' ', en: 'Silver' } }),
      'tiers[1].name.zh',
      '名称没有填',
      'name is empty',
    ],
    ['a name in Chinese alone', { ...base, name: { zh: '店', en: '' } }, 'name.en', '名称没有填', 'name is empty'],
    ...(['wings', 'other'] as const).map(
      (code) =>
        [
          `a benefit in place of ${code === 'wings' ? 'none' : 'one of its own tier'}`,
          tiers(
            { ...regular, benefits: [{ ...told, code: 'cup' }] },
            {
              ...silver,
              benefits: [
                { ...told, code: 'other' },
                { ...told, code: 'mug', replaces: ['cup', code] },
              ],
            },
          ),
          'tiers[1].benefits[1].replaces[1]',
          `下面的等级没有这项权益：${code}`,
          `No tier below has a benefit named ${code}`,
        ] as [string, object, string, string, string],
    ),
    [
      'a top-up that credits less than it costs',
      {
        ...base,
        storedValue: {
          plans: [
            { id: 'even', name, payFen: 10_000, creditFen: 10_000 },
            { id: 'less', name, payFen: 50_000, creditFen: 49_950 },
          ],
          spendFirst: 'principal',
          refundDays: 7,
        },
      },
      'storedValue.plans[1].creditFen',
      '付 ¥500，只到账 ¥499.5',
      '¥500 is paid',
    ],
    ['no name', { ...base, name: undefined }, 'name', '没有填', 'Nothing is filled in'],
    [
      'a term of no length',
      tiers(regular, { ...silver, term: { ...year, lasts: '0 days' } }),
      'tiers[1].term.lasts',
      '时长',
      'length of time',
    ],
    [
      'a higher tier that asks the same',
      tiers(regular, silver, { ...gold, qualification: silver.qualification }),
      'tiers[2].qualification',
      '重叠',
      'overlap',
    ],
    [
      'a higher tier that asks less',
      tiers(regular, silver, { ...gold, qualification: spendOf(100) }),
      'tiers[2].qualification',
      '重叠',
      'overlap',
    ],
    [
      'a higher tier that asks less over a longer window',
      tiers(
        regular,
        { ...asking(silver, 'any', { kind: 'spend', atLeastFen: 500, within: 'month' }), term: year },
        { ...asking(gold, 'any', { kind: 'spend', atLeastFen: 500, within: 'year' }), term: year },
      ),
      'tiers[2].qualification',
      '重叠',
      'overlap',
    ],
    [
      'a higher tier that asks for the lower one alone',
      tiers(regular, silver, asking(gold, 'all', { kind: 'holds-tier', tierId: 'silver' })),
      'tiers[2].qualification',
      '重叠',
      'overlap',
    ],
    [
      'a tier that waits for itself',
      tiers(regular, asking(silver, 'all', { kind: 'holds-tier', tierId: 'silver' })),
      'tiers[1].qualification.conditions[0].tierId',
      '一个圈',
      'a circle',
    ],
    [
      'a tier that waits for a higher one',
      tiers(regular, asking(silver, 'all', { kind: 'holds-tier', tierId: 'gold' }), gold),
      'tiers[1].qualification.conditions[0].tierId',
      '一个圈',
      'a circle',
    ],
    [
      'points where nothing earns any',
      tiers({ ...regular, pointsPerYuan: 0 }, asking(silver, 'any', { kind: 'points-earned', atLeast: 5 })),
      'tiers[1].qualification.conditions[0]',
      '谁也达不到',
      'Nobody can reach',
    ],
    [
      'more points in a quarter than its three months may bring',
      {
        ...tiers(regular, {
          ...asking(silver, 'any', { kind: 'points-earned', atLeast: 301, within: 'quarter' }),
          term: year,
        }),
        earning: { caps: { month: 100 } },
      },
      'tiers[1].qualification.conditions[0]',
      '积分上限',
      'limits on earning',
    ],
    [
      'friends where nobody is referred',
      tiers(regular, asking(silver, 'all', { kind: 'spend', atLeastFen: 5 }, { kind: 'referrals', atLeast: 1 })),
      'tiers[1].qualification.conditions[1]',
      '没有设推荐有礼',
      'no referrals',
    ],
    [
      'engagement where nothing scores',
      tiers(regular, asking(silver, 'any', { kind: 'engagement', atLeast: 1 })),
      'tiers[1].qualification.conditions[0]',
      '活跃值',
      'engagement score',
    ],
    [
      'a top-up where there is nothing to top up',
      tiers(regular, asking(silver, 'any', { kind: 'top-up', atLeastFen: 1, of: 'total' })),
      'tiers[1].qualification.conditions[0]',
      '没有设储值',
      'nothing to top up',
    ],
    [
      'an invitation that also has to be earned',
      tiers(regular, asking(silver, 'all', { kind: 'by-hand' }, { kind: 'spend', atLeastFen: 5 })),
      'tiers[1].qualification.conditions[0]',
      '由门店邀请',
      'an invitation',
    ],
    [
      'a month judged for a tier without end',
      tiers(regular, asking(silver, 'any', { kind: 'orders', atLeast: 3, within: 'month' })),
      'tiers[1].term',
      '要写明有效期',
      'how long it lasts',
    ],
    [
      'a coupon that there is no template of',
      tiers({ ...regular, benefits: [{ kind: 'coupon-pack', couponId: 'ten', name, count: 1, per: 'month' }] }),
      'tiers[0].benefits[0].couponId',
      '没有这个券模板：ten',
      'no coupon template named ten',
    ],
    [
      'a reward for a tier that there is not',
      { ...base, rewards: [{ id: 'mug', name, gives: gift, price: { points: 5 }, fromTier: 'jade' }] },
      'rewards[0].fromTier',
      '没有这个等级：jade',
      'no tier named jade',
    ],
    [
      'a rate of redemption for a tier that there is not',
      { ...base, redemption: { pointsPerYuan: 100, perTier: { jade: 50 } } },
      'redemption.perTier.jade',
      '没有这个等级',
      'no tier',
    ],
    [
      'a reward for a swap window that there is not',
      { ...base, rewards: [{ id: 'mug', name, gives: gift, price: { points: 5 }, windowId: 'may' }] },
      'rewards[0].windowId',
      '没有这个兑换期',
      'no swap window',
    ],
    [
      'an event that there is not',
      tiers(regular, asking(silver, 'any', { kind: 'took-part', in: 'gala', name })),
      'tiers[1].qualification.conditions[0].in',
      '没有这个活动：gala',
      'no campaign or event named gala',
    ],
    [
      'a budget for a campaign that there is not',
      {
        ...base,
        budgets: [
          { id: 'a', name, campaigns: ['b'], totalFen: 5, splitPercent: { benefits: 50, promotion: 50, events: 0 } },
        ],
      },
      'budgets[0].campaigns',
      '没有这个营销活动：b',
      'no campaign named b',
    ],
    [
      'a budget whose parts are not its whole',
      { ...base, budgets: [{ id: 'a', name, totalFen: 5, splitPercent: { benefits: 50, promotion: 5, events: 5 } }] },
      'budgets[0]',
      '60%',
      '60%',
    ],
    [
      'a campaign that ends before it begins',
      {
        ...base,
        campaigns: [{ id: 'a', name, when: { kind: 'dates', from: '2026-05-02', to: '2026-05-01' }, effects: [gift] }],
      },
      'campaigns[0].when',
      '早于开始',
      'before it begins',
    ],
    [
      'two coupons of one id',
      { ...base, events: [0, 1].map(() => eventOf({ id: 'a' })) },
      'events[1]',
      '编号重复：a',
      'stands twice',
    ],
    [
      'money beside points for what a member has at once',
      {
        ...base,
        rewards: [{ id: 'ten', name, gives: { kind: 'points', points: 9 }, price: { points: 5, addFen: 100 } }],
      },
      'rewards[0].price.addFen',
      '没有人当面收这笔钱',
      'nobody takes this money',
    ],
    [
      'such money asked by a better price',
      {
        ...base,
        rewards: [
          {
            id: 'ten',
            name,
            gives: { kind: 'points', points: 9 },
            price: { points: 5 },
            offers: [{ points: 3, addFen: 100, purchaseFromFen: 1 }],
          },
        ],
      },
      'rewards[0].offers[0].addFen',
      '没有人当面收这笔钱',
      'nobody takes this money',
    ],
    [
      'a top-up that takes away',
      {
        ...base,
        pointsTopUp: { when: { kind: 'always' }, per: 'month', bands: [{ from: 1, to: 9, becomes: 5 }] },
      },
      'pointsTopUp.bands[0]',
      '不多于',
      'no more than',
    ],
  ])('%s', (_, programme, path, zh, en) => {
    const [fault, ...more] = faultsOf(programme)
    expect(fault).toMatchObject({ path, zh: expect.stringContaining(zh), en: expect.stringContaining(en) })
    expect(more).toEqual([])
  })

  it('tells every fault and not only the first', () => {
    const bad = tiers({ ...regular, pointsPerYuan: -1, benefits: [{ kind: 'discount', percent: 0 }] })
    expect(faultsOf(bad).map(({ path }) => path)).toEqual(['tiers[0].pointsPerYuan', 'tiers[0].benefits[0].percent'])
  })

  it('and lets windows be of 1 to 400 days, and tiers ask as much in fewer days than the month may have', () => {
    const within = (window: string, tier: object) => ({
      ...asking(tier, 'any', { kind: 'orders', atLeast: 3, within: window }),
      term: year,
    })
    for (const window of ['1 days', '400 days', '90 days'])
      expect(faultsOf(tiers(regular, within(window, silver)))).toEqual([])
    expect(faultsOf(tiers(regular, within('month', silver), within('30 days', gold)))).toEqual([])
  })

  it('and lets be earned what the limits let', () => {
    const quarter = { kind: 'points-earned', atLeast: 300, within: 'quarter' }
    const just = tiers(regular, { ...asking(silver, 'any', quarter), term: year })
    expect(faultsOf({ ...just, earning: { caps: { month: 100, day: 4 } } })).toEqual([])
  })

  it('and lets tiers be that only the shop gives, and that ask more in any one way', () => {
    expect(faultsOf(tiers(regular, asking(tierOf({ id: 'vip' }), 'any', { kind: 'by-hand' })))).toEqual([])
    const either = (fen: number, orders: number) =>
      [
        { kind: 'spend', atLeastFen: fen },
        { kind: 'orders', atLeast: orders },
      ] as const
    expect(
      faultsOf(tiers(regular, asking(silver, 'any', ...either(5, 5)), asking(gold, 'all', ...either(5, 5)))),
    ).toEqual([])
  })
})
