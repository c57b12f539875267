import { checkProgramme, programmeWarnings } from '../../shared/programme/check'
import type { DrawTerms } from '../../shared/programme/parts/draws'
import type { Effect } from '../../shared/programme/parts/effects'
import { templateOf } from '../support/coupons'
import { drawShop, wheel } from '../support/draws'

const [tin, points, nothing] = wheel.prizes as [any, any, any]

function faultsOf(change: Partial<DrawTerms>) {
  const checked = checkProgramme(drawShop(change))
  return checked.ok ? [] : checked.faults
}

describe('a draw', () => {
  it('can be run', () => {
    expect(faultsOf({})).toEqual([])
    expect(faultsOf({ odds: [{ fromTier: 'silver', weights: { tin: 5, nothing: 5 } }] })).toEqual([])
  })

  it.each<[string, Partial<DrawTerms>, string, string, string]>([
    ['whose weights do not add up', { outOf: 11 }, 'draws[0].prizes', '是 10，不是 11', 'come to 10 and not to 11'],
    [
      'whose weights for a tier do not add up',
      { odds: [{ fromTier: 'silver', weights: { tin: 5, nothing: 4 } }] },
      'draws[0].odds[0].weights',
      '是 9，不是 10',
      'come to 9 and not to 10',
    ],
    [
      'whose odds name a prize that is not there',
      { odds: [{ fromTier: 'silver', weights: { car: 10 } }] },
      'draws[0].odds[0].weights.car',
      '没有这个奖品：car',
      'no prize named car',
    ],
    [
      'with a thing to hand out and no stock of it',
      { prizes: [{ ...tin, stock: undefined }, points, nothing] },
      'draws[0].prizes[0].stock',
      '要写明有几份',
      'how many there are',
    ],
    [
      'that has nothing to give when a prize is used up',
      { fallback: undefined },
      'draws[0].fallback',
      '会发完',
      'may run out',
    ],
    ['whose fallback is not there', { fallback: 'car' }, 'draws[0].fallback', '没有这个奖品', 'no prize named car'],
    ['whose fallback may run out itself', { fallback: 'tin' }, 'draws[0].fallback', '自己也会发完', 'run out itself'],
    [
      'with a prize above ¥50,000',
      { prizes: [{ ...tin, worthFen: 5_000_001 }, points, nothing] },
      'draws[0].prizes[0].worthFen',
      '¥50,000',
      '¥50,000',
    ],
    [
      'with a prize that nobody can give',
      { prizes: [tin, { ...points, gives: { kind: 'free-delivery' } }, nothing] },
      'draws[0].prizes[1].gives',
      '不能当奖品发',
      'cannot be a prize',
    ],
    [
      'whose chances have two prices',
      {
        chances: [1, 2].map((cost) => ({
          kind: 'points' as const,
          points: cost,
          limit: { times: 1, per: 'day' as const },
        })),
      },
      'draws[0].chances[1]',
      '只能写一次',
      'one price',
    ],
    [
      'with odds for a tier that is not there',
      { odds: [{ fromTier: 'black', weights: { nothing: 10 } }] },
      'draws[0].odds[0].fromTier',
      '没有这个等级',
      'no tier',
    ],
  ])('%s is refused with path and sentence', (_, change, path, zh, en) => {
    const faults = faultsOf(change)
    expect(faults.map((one) => one.path)).toContain(path)
    const fault = faults.find((one) => one.path === path)
    expect([fault?.zh, fault?.en]).toEqual([expect.stringContaining(zh), expect.stringContaining(en)])
  })

  it('may have a top prize of exactly ¥50,000', () => {
    expect(faultsOf({ prizes: [{ ...tin, worthFen: 5_000_000 }, points, nothing] })).toEqual([])
  })

  it.each<[string, Effect, string | undefined]>([
    [
      'coupons that together take off more',
      { kind: 'coupon', couponId: 'big', count: 6 },
      'draws[0].prizes[1].worthFen',
    ],
    ['coupons that together take off ¥50,000', { kind: 'coupon', couponId: 'big', count: 5 }, undefined],
    ['points that are taken for more', { kind: 'points', points: 2_500_001 }, 'draws[0].prizes[1].worthFen'],
    ['points that are taken for ¥50,000', { kind: 'points', points: 2_500_000 }, undefined],
  ])('keeps to the ¥50,000 of the law with %s in some tier', (_, gives, path) => {
    const coupons = [templateOf('big', { worth: { kind: 'amount', offFen: 1_000_000 } })]
    const redemption = { pointsPerYuan: 100, perTier: { silver: 50 } }
    const prizes = [tin, { ...points, gives }, nothing]
    const checked = checkProgramme(drawShop({ prizes }, { coupons, redemption }))
    expect(checked.ok ? undefined : checked.faults.map((one) => one.path).join()).toBe(path)
  })

  it('is warned about where sharing brings chances, which the platform forbids, and only where it is on', () => {
    const sharing = (isOn: boolean) =>
      programmeWarnings(drawShop({ chances: [{ kind: 'sharing', friends: 10, chances: 1, isOn }] }))
    expect(sharing(false)).toEqual([])
    expect(sharing(true)).toMatchObject([
      { path: 'draws[0].chances[0].isOn', en: expect.stringContaining('WeChat forbids') },
    ])
  })
})
