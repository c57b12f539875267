import type { Bilingual } from '../../kit/fields'
import { windowDaysAtMost, type Window } from '../../kit/window'
import type { Condition } from '../conditions'
import { pathText, type Fault } from '../fault'
import type { Programme, Tier } from '../schema'

/** A tier that nobody can ever reach, with the condition that is in the way. By the shop's hand alone is a way. */
export function reachable(programme: Programme): Fault[] {
  return programme.tiers.flatMap((tier, rank) => {
    const blocks = blocksOf(programme, tier, rank)
    const { qualification } = tier
    if (!qualification || blocks.length === 0) return []
    if (qualification.match === 'any' && blocks.length < qualification.conditions.length) return []
    const [{ index, why }] = blocks as [Block]
    return [
      {
        path: pathText(['tiers', rank, 'qualification', 'conditions', index]),
        zh: `「${tier.name.zh}」谁也达不到：${why.zh}`,
        en: `Nobody can reach ${tier.name.en}: ${why.en}`,
      },
    ]
  })
}

type Block = { index: number; why: Bilingual }

function blocksOf(programme: Programme, tier: Tier, rank: number): Block[] {
  const conditions = tier.qualification?.conditions ?? []
  const alone = tier.qualification?.match === 'any' || conditions.length === 1
  return conditions.flatMap((condition, index) => {
    const why = impossible(programme, condition, { rank, alone })
    return why ? [{ index, why }] : []
  })
}

function impossible(
  programme: Programme,
  condition: Condition,
  { rank, alone }: { rank: number; alone: boolean },
): Bilingual | null {
  switch (condition.kind) {
    case 'by-hand':
      return alone
        ? null
        : { zh: '由门店邀请不能再加别的条件', en: 'an invitation cannot be joined to other conditions' }
    case 'points-earned':
      if (!programme.tiers.slice(0, rank).some((lower) => lower.pointsPerYuan > 0))
        return { zh: '下面的等级消费都不得积分', en: 'no tier below earns points' }
      return condition.atLeast > earnableWithin(programme, condition.within ?? 'lifetime')
        ? {
            zh: '积分上限使这段时间内攒不到这么多',
            en: 'the limits on earning do not let so many be earned in that time',
          }
        : null
    case 'referrals':
      return programme.referral ? null : { zh: '没有设推荐有礼', en: 'the programme has no referrals' }
    case 'engagement':
      return scores(programme) ? null : { zh: '没有什么能得活跃值', en: 'nothing adds to the engagement score' }
    case 'top-up':
      return programme.storedValue ? null : { zh: '没有设储值', en: 'there is nothing to top up' }
    default:
      return null
  }
}

/** The most points that orders can earn in a window under the programme's limits. */
function earnableWithin({ earning }: Programme, window: Window): number {
  const { day = Infinity, month = Infinity } = earning?.caps ?? {}
  const days = windowDaysAtMost(window)
  return Math.min(day * days, month * (months[window] ?? Math.floor(days / 28) + 2))
}

/** How many calendar months a window touches. */
const months: { [window: string]: number } = { month: 1, quarter: 3, year: 12 }

function scores({ earning, checkIn }: Programme): boolean {
  const acts = Object.values(earning?.acts ?? {})
  return checkIn?.engagement !== undefined || acts.some((act) => act?.engagement !== undefined)
}
