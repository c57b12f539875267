import type { Account } from '../books/account'
import { timesTaken, type Take } from '../books/taken'
import { addMilliseconds, dayOf, startOfDay, type Instant } from '../kit/time'
import { limitWindow } from '../kit/window'
import { hoursEarly } from '../programme/benefits'
import type { Reward } from '../programme/parts/rewards'
import type { Programme } from '../programme/schema'
import { isForTier } from '../programme/for-tiers'
import { tierById } from '../tiers/qualify'
import { isGivenAtOnce, isGivenInVain, isHandedOut } from './gives'
import { isWindowOpen } from './price'

export type Obstacle = 'reward_not_offered' | 'reward_not_your_tier' | 'reward_not_open' | 'reward_limit'

type Asker = Pick<Account, 'tierId' | 'taken' | 'birthday'>

/** Why somebody may have none of a reward now, besides its price and what is left of it; null when nothing is in the way. */
export function obstacleTo(
  reward: Reward,
  { programme, account, at, count = 1 }: { programme: Programme; account: Asker; at: Instant; count?: number },
): Obstacle | null {
  if (!isHandedOut(reward) && !isGivenAtOnce(reward)) return 'reward_not_offered'
  if (isGivenInVain(reward, { programme, birthday: account.birthday, at })) return 'reward_not_offered'
  if (!isForTier(programme, reward, account.tierId)) return 'reward_not_your_tier'
  const opensAt = opensFor(reward, programme, account.tierId)
  if (opensAt !== null && at < opensAt) return 'reward_not_open'
  if (reward.windowId !== undefined && !isWindowOpen(programme, reward.windowId, at)) return 'reward_not_open'
  return count > timesLeft(reward, account, at) ? 'reward_limit' : null
}

/** When a reward opens for a tier: earlier for those whose benefit says so. Null for one that always was open. */
export function opensFor({ opensOn, earlyAccess }: Reward, programme: Programme, tierId: string): Instant | null {
  if (opensOn === undefined) return null
  const forAll = startOfDay(opensOn)
  return addMilliseconds(forAll, -hoursEarly(programme, tierById(programme, tierId), earlyAccess) * 3_600_000)
}

/** How many more of a reward a member may have in the window that runs; without end where there is no limit. */
export function timesLeft(reward: Reward, { taken }: Pick<Account, 'taken'>, at: Instant): number {
  const { perMember } = reward
  const [take] = takesOf(reward, 1, at)
  return perMember && take ? Math.max(0, perMember.times - timesTaken(taken, take)) : Infinity
}

/** What so many of a limited reward count as; nothing where there is no limit. */
export function takesOf({ id, perMember }: Reward, count: number, at: Instant): Take[] {
  if (!perMember) return []
  const window = limitWindow(perMember.per, dayOf(at))
  return Array.from({ length: count }, () => ({ code: `reward:${id}`, window }))
}
