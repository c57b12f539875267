import type { Account } from '../books/account'
import { hundredths } from '../kit/hundredths'
import { dayOf, type Instant } from '../kit/time'
import type { Campaign } from '../programme/parts/campaigns'
import { greatestTimes } from '../programme/parts/effects'
import type { Programme, Tier } from '../programme/schema'
import { benefitsOf } from '../programme/benefits'
import { hasBirthday } from './birthday'

export type Multiplier = { hundredths: number; code: string }

/**
 * By what an order's points are multiplied, in hundredths, and why; null for nothing: the birthday of a tier that counts
 * it, and the campaigns that count for the order. The largest of several counts.
 */
export function multiplierOf(
  programme: Programme,
  tier: Tier,
  account: Account,
  { at, campaigns }: { at: Instant; campaigns: readonly Campaign[] },
): Multiplier | null {
  if (account.birthday === null && campaigns.length === 0) return null
  return greatestOf([...onBirthday(programme, tier, account, at), ...campaigns.flatMap(ofCampaign)])
}

/** By what a member's points are multiplied without any campaign, in hundredths: 100 for not at all. */
export function ownTimes(programme: Programme, tier: Tier, account: Account, at: Instant): number {
  return multiplierOf(programme, tier, account, { at, campaigns: [] })?.hundredths ?? 100
}

/**
 * What would count where the campaign that multiplied an order is lost by a refund: the birthday, and other campaigns that
 * nothing limits, each with the amount from which on it counts.
 */
export function multipliersBesides(
  programme: Programme,
  tier: Tier,
  account: Account,
  { at, campaigns, counted }: { at: Instant; campaigns: readonly Campaign[]; counted: Multiplier | null },
): (Multiplier & { fromFen: number })[] {
  if (!campaigns.some(({ id }) => id === counted?.code)) return []
  const unlimited = campaigns.filter(
    ({ id, budgetFen, storeBudgetFen, perMember }) =>
      id !== counted?.code && budgetFen === undefined && storeBudgetFen === undefined && !perMember,
  )
  return [
    ...onBirthday(programme, tier, account, at).map((one) => ({ ...one, fromFen: 0 })),
    ...unlimited.flatMap((one) => ofCampaign(one).map((times) => ({ ...times, fromFen: one.aim?.fromFen ?? 0 }))),
  ]
}

/** The greatest of several; of equals the first. */
function greatestOf(several: readonly Multiplier[]): Multiplier | null {
  return several.reduce<Multiplier | null>(
    (best, one) => (best && best.hundredths >= one.hundredths ? best : one),
    null,
  )
}

function onBirthday(programme: Programme, tier: Tier, account: Account, at: Instant): Multiplier[] {
  if (!hasBirthday(account, dayOf(at))) return []
  return benefitsOf(programme, tier).flatMap((benefit) =>
    benefit.kind === 'birthday-points' ? [{ hundredths: hundredths(benefit.times) ?? 100, code: 'birthday' }] : [],
  )
}

function ofCampaign({ id, effects }: Campaign): Multiplier[] {
  const times = greatestTimes(effects)
  return times === null ? [] : [{ hundredths: times, code: id }]
}
