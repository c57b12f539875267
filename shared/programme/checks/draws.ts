import type { Bilingual } from '../../kit/fields'
import { yuanText } from '../../kit/money'
import { pathText, type Fault } from '../fault'
import { couponCostFen } from '../costs'
import type { CouponWorth } from '../parts/coupons'
import type { DrawTerms } from '../parts/draws'
import { givenOf } from '../parts/effects'
import type { Given } from '../parts/effects/given'
import type { Programme } from '../schema'

/** By law no prize of a draw that promotes sales is worth more. */
const worthMaxFen = 5_000_000

/** Draws whose odds do not add up, whose prizes nobody could hand out, or that have nothing to give when a prize is used up. */
export function fairDraws(programme: Programme): Fault[] {
  return (programme.draws ?? []).flatMap((draw, index) =>
    [...wrongWeights(draw), ...prizeFaults(programme, draw), ...fallbackFaults(draw), ...sourceFaults(draw)].map(
      ({ path, ...why }) => ({ path: pathText(['draws', index, ...path]), ...why }),
    ),
  )
}

/** What a merchant should know before it is published: rewards for the act of sharing may cost the mini-program its place. */
export function sharingRewards({ draws = [] }: Programme): Fault[] {
  return draws.flatMap(({ chances }, index) =>
    chances.flatMap((source, at) =>
      source.kind === 'sharing' && source.isOn
        ? [
            {
              path: pathText(['draws', index, 'chances', at, 'isOn']),
              zh: '微信不允许用奖励诱导分享，打开后小程序可能被限制；建议关闭，改用「推荐有礼」',
              en: 'WeChat forbids rewards for sharing and may restrict the mini-program. Better leave it off and use referrals',
            },
          ]
        : [],
    ),
  )
}

type Found = { path: PropertyKey[] } & Bilingual

function wrongWeights({ prizes, odds = [], outOf, name }: DrawTerms): Found[] {
  const own = { path: ['prizes'], sum: sumOf(prizes.map(({ weight }) => weight)) }
  const tiers = odds.map(({ weights }, index) => ({
    path: ['odds', index, 'weights'],
    sum: sumOf(Object.values(weights)),
  }))
  const unknown = odds.flatMap(({ weights }, index) =>
    Object.keys(weights)
      .filter((id) => !prizes.some((prize) => prize.id === id))
      .map((id) => ({
        path: ['odds', index, 'weights', id],
        zh: `没有这个奖品：${id}`,
        en: `There is no prize named ${id}`,
      })),
  )
  const wrong = [own, ...tiers].filter(({ sum }) => sum !== outOf)
  return [
    ...unknown,
    ...wrong.map(({ path, sum }) => ({
      path,
      zh: `「${name.zh}」的权重加起来是 ${sum}，不是 ${outOf}`,
      en: `The weights of ${name.en} come to ${sum} and not to ${outOf}`,
    })),
  ]
}

function prizeFaults(programme: Programme, { prizes }: DrawTerms): Found[] {
  return prizes.flatMap(({ name, gives, stock, worthFen }, index) => {
    const path = ['prizes', index]
    const given = gives ? givenOf(gives) : []
    const worth = Math.max(worthFen ?? 0, sumOf(given.map((one) => worthOf(programme, one))))
    const faults: Found[] = []
    if (gives && given.length === 0)
      faults.push({ path: [...path, 'gives'], zh: `「${name.zh}」不能当奖品发`, en: `${name.en} cannot be a prize` })
    if (given.some(({ what }) => what === 'thing' || what === 'service') && stock === undefined)
      faults.push({
        path: [...path, 'stock'],
        zh: `「${name.zh}」是实物或服务，要写明有几份`,
        en: `${name.en} is handed out, so it has to say how many there are`,
      })
    if (worth > worthMaxFen)
      faults.push({
        path: [...path, 'worthFen'],
        zh: `「${name.zh}」价值 ¥${yuanText(worth)}，超过法定的 ¥50,000 上限`,
        en: `${name.en} is worth ¥${yuanText(worth)}; the law allows at most ¥50,000`,
      })
    return faults
  })
}

/** What a prize is worth to whoever wins it, as far as the programme tells: points by the most that one is taken for. */
function worthOf(programme: Programme, given: Given): number {
  switch (given.what) {
    case 'thing':
      return given.worthFen ?? 0
    case 'coupons':
      return given.count * couponWorthFen(programme.coupons?.find(({ id }) => id === given.templateId)?.worth)
    case 'coupon':
      return couponWorthFen(given.coupon.worth)
    case 'points':
      return pointsWorthFen(programme, given.points)
    default:
      return 0
  }
}

function couponWorthFen(worth: CouponWorth | undefined): number {
  return (worth && couponCostFen({ worth })) ?? 0
}

function pointsWorthFen({ redemption }: Programme, points: number): number {
  if (!redemption) return 0
  const cheapest = Math.min(redemption.pointsPerYuan, ...Object.values(redemption.perTier ?? {}))
  return Math.floor((points * 100) / cheapest)
}

function fallbackFaults({ prizes, fallback, name }: DrawTerms): Found[] {
  const limited = prizes.find(isLimited)
  if (fallback === undefined)
    return limited
      ? [
          {
            path: ['fallback'],
            zh: `「${name.zh}」的「${limited.name.zh}」会发完，要写明发完以后改给什么`,
            en: `${limited.name.en} of ${name.en} may run out; say what is given instead`,
          },
        ]
      : []
  const instead = prizes.find(({ id }) => id === fallback)
  if (!instead)
    return [{ path: ['fallback'], zh: `没有这个奖品：${fallback}`, en: `There is no prize named ${fallback}` }]
  return isLimited(instead)
    ? [
        {
          path: ['fallback'],
          zh: `「${instead.name.zh}」自己也会发完，不能用来顶替`,
          en: `${instead.name.en} may run out itself and cannot stand in`,
        },
      ]
    : []
}

function isLimited({ stock, perDay, perMember }: DrawTerms['prizes'][number]): boolean {
  return stock !== undefined || perDay !== undefined || perMember !== undefined
}

/** Where a chance costs points, it costs everybody the same. */
function sourceFaults({ chances }: DrawTerms): Found[] {
  const second = chances.flatMap(({ kind }, index) => (kind === 'points' ? [index] : []))[1]
  return second === undefined
    ? []
    : [{ path: ['chances', second], zh: '用积分换机会只能写一次', en: 'A chance has one price in points' }]
}

function sumOf(numbers: readonly number[]): number {
  return numbers.reduce((sum, one) => sum + one, 0)
}
