import { hasBirthday } from '../benefits/birthday'
import type { Account } from '../books/account'
import { dayOfHours, isInHours } from '../coupons/usable'
import { isOn } from '../kit/period'
import { addDays, dayOf, type Day, type Instant } from '../kit/time'
import { isForTier } from '../programme/for-tiers'
import type { Aim } from '../programme/parts/aim'
import type { Campaign } from '../programme/parts/campaigns'
import { goodsFen, type Goods } from './goods'
import type { Programme } from '../programme/schema'

/** Where and when somebody buys, as far as campaigns ask. */
export type Occasion = Goods & {
  at: Instant
  storeId: string
  channel?: Channel
}
export type Channel = NonNullable<Aim['channels']>[number]

/** How an order at the till comes about: what an organisation buys, by its own or a company's card, is bought in bulk. */
export function tillChannel({ holder }: Pick<Account, 'holder'>, byCompanyCard: boolean): Channel {
  return byCompanyCard || holder.kind === 'organisation' ? 'bulk' : 'store'
}

/** How long somebody is new, and has to stay away to count as inactive, where the programme says nothing. */
const newDays = 30
const inactiveDays = 60

/**
 * Whether a campaign is for a member on an occasion, by everything that it asks for but the amount: the day and hour, the
 * tier held, the group, the store, the goods, and which of the member's orders this would be.
 */
export function isAimedAt(programme: Programme, campaign: Campaign, account: Account, occasion: Occasion): boolean {
  const { when, aim } = campaign
  if (!isOn(when, dayOfHours(aim ?? {}, occasion.at))) return false
  if (!aim) return true
  const day = dayOf(occasion.at)
  return (
    isForMember(programme, aim, account, day) &&
    (aim.stores?.includes(occasion.storeId) ?? true) &&
    (aim.channels?.includes(occasion.channel ?? 'store') ?? true) &&
    isInHours(aim, occasion.at) &&
    (aim.nthOrder === undefined || account.totals.orders + 1 === aim.nthOrder) &&
    goodsFen(programme, campaign, occasion) !== 0
  )
}

/** Whether something is aimed at a member on a day, by tier, group and step of the funnel. */
export function isForMember(programme: Programme, aim: Aim, account: Account, day: Day): boolean {
  return isForTier(programme, aim, account.tierId) && isWho(aim, account, day) && isInSegment(programme, aim, account)
}

function isWho({ who, whoDays }: Aim, account: Account, day: Day): boolean {
  switch (who) {
    case undefined:
    case 'member':
      return true
    case 'new-member':
      return day < addDays(dayOf(account.enrolledAt), whoDays ?? newDays)
    case 'inactive':
      return isInactive(account, addDays(day, -(whoDays ?? inactiveDays)))
    case 'birthday':
      return isAroundBirthday(account, day, whoDays ?? 0)
    case 'organisation':
      return account.holder.kind === 'organisation'
    // Neither is a member: their campaigns are looked for where they are served.
    case 'visitor':
    case 'walk-in':
      return false
  }
}

/** Has bought before, and not since a day. What is older than the days that are remembered is long ago. */
function isInactive({ totals, days }: Account, since: Day): boolean {
  return totals.orders > 0 && !days.some((one) => one.orders > 0 && one.day > since)
}

/** Within so many days of the birthday, before or after. */
function isAroundBirthday(account: Account, day: Day, within: number): boolean {
  if (account.birthday === null) return false
  return Array.from({ length: 2 * within + 1 }).some((_, index) => hasBirthday(account, addDays(day, index - within)))
}

/** The step of the funnel on which so many closed orders put a customer. */
function isInSegment({ segments }: Programme, { segment }: Aim, { totals }: Account): boolean {
  if (segment === undefined) return true
  const reached = (segments?.funnel ?? []).filter(({ fromOrders = 0 }) => totals.orders >= fromOrders)
  return reached.at(-1)?.id === segment
}
