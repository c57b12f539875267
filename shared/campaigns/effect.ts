import type { Account } from '../books/account'
import { startOfDay, type Day } from '../kit/time'
import type { Campaign } from '../programme/parts/campaigns'
import { isControl } from './control'

/** Members of one group, what they spent on average in CNY, and the sum of squared deviations from it. */
export type GroupSums = { members: number; mean: number; squares: number }
export type EffectSums = { treated: GroupSums; control: GroupSums }

export const noSums: EffectSums = {
  treated: { members: 0, mean: 0, squares: 0 },
  control: { members: 0, mean: 0, squares: 0 },
}

/** A campaign that can be measured: it runs between two days, and a part of the members is left out. */
export type Measured = Campaign & { when: { kind: 'dates'; from: Day; to: Day } }

export function isMeasured(campaign: Campaign): campaign is Measured {
  return campaign.control !== undefined && campaign.when.kind === 'dates'
}

/**
 * The sums with more members. Everybody counts who was a member before the campaign began, whether they bought or not and
 * whether it was for them or not: the groups differ by the hash alone. Adds one at a time (Welford 1962), so that the
 * result is exact to rounding however many there are.
 */
export function addMembers(
  sums: EffectSums,
  campaign: Measured,
  accounts: readonly Pick<Account, 'accountId' | 'enrolledAt' | 'days'>[],
): EffectSums {
  const { from, to } = campaign.when
  return accounts.reduce<EffectSums>((so, { accountId, enrolledAt, days }) => {
    if (enrolledAt >= startOfDay(from)) return so
    const spentFen = days.reduce((sum, one) => (from <= one.day && one.day <= to ? sum + one.spendFen : sum), 0)
    const group = isControl(campaign, accountId) ? 'control' : 'treated'
    return { ...so, [group]: withOne(so[group], spentFen / 100) }
  }, sums)
}

function withOne({ members, mean, squares }: GroupSums, value: number): GroupSums {
  const next = mean + (value - mean) / (members + 1)
  return { members: members + 1, mean: next, squares: squares + (value - mean) * (value - next) }
}

/** What a campaign brings a member on average, in CNY, and between which bounds that lies in 95 of 100 cases. */
export type Effect = { more: number; from: number; to: number }

/** Fewer in a group than this say nothing. */
const membersMin = 30
/** The 97.5th percentile of the normal distribution. */
const z95 = 1.959964

/**
 * The difference of the two averages with its 95 % interval, without assuming that both groups spread alike (Welch 1947;
 * from thirty members on by the normal distribution). Null where a group is too small.
 */
export function effectOf({ treated, control }: EffectSums): Effect | null {
  if (treated.members < membersMin || control.members < membersMin) return null
  const more = treated.mean - control.mean
  const margin = z95 * Math.sqrt(errorOf(treated) + errorOf(control))
  return { more, from: more - margin, to: more + margin }
}

/** The squared standard error of a group's average. */
function errorOf({ members, squares }: GroupSums): number {
  return squares / (members - 1) / members
}
