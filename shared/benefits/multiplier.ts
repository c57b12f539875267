import type { Account } from '../books/account'
import { hundredths } from '../kit/hundredths'
import { isOn } from '../kit/period'
import { dayOf, type Day, type Instant } from '../kit/time'
import type { Campaign } from '../programme/parts/campaigns'
import type { Programme, Tier } from '../programme/schema'
import { benefitsOf } from '../programme/benefits'
import { isForTier } from '../programme/for-tiers'
import { hasBirthday } from './birthday'

type Multiplier = { hundredths: number; code: string }
type Order = { at: Instant; storeId: string; amountFen: number }

/** By what an order's points are multiplied, in hundredths, and why; null for nothing. The largest of several counts. */
export function multiplierOf(programme: Programme, tier: Tier, account: Account, order: Order): Multiplier | null {
  if (account.birthday === null && !programme.campaigns) return null
  const day = dayOf(order.at)
  const several = [...onBirthday(programme, tier, account, day), ...inCampaigns(programme, tier, day, order)]
  return several.reduce<Multiplier | null>(
    (best, one) => (best && best.hundredths >= one.hundredths ? best : one),
    null,
  )
}

function onBirthday(programme: Programme, tier: Tier, account: Account, day: Day): Multiplier[] {
  if (!hasBirthday(account, day)) return []
  return benefitsOf(programme, tier).flatMap((benefit) =>
    benefit.kind === 'birthday-points' ? [{ hundredths: hundredths(benefit.times) ?? 100, code: 'birthday' }] : [],
  )
}

function inCampaigns(programme: Programme, tier: Tier, day: Day, order: Order): Multiplier[] {
  return (programme.campaigns ?? []).flatMap((campaign) => {
    const times = campaign.effects.flatMap((effect) => (effect.kind === 'earning-times' ? [effect.times] : []))
    if (times.length === 0 || !isOn(campaign.when, day) || !isAimedAt(programme, campaign, tier, order)) return []
    return times.map((one) => ({ hundredths: hundredths(one) ?? 100, code: campaign.id }))
  })
}

/** Aimed by tier, store and amount. What asks for more than a rule of purchases sees multiplies nothing here. */
function isAimedAt(programme: Programme, { aim }: Campaign, tier: Tier, { storeId, amountFen }: Order): boolean {
  if (!aim) return true
  const { tiers, fromTier, stores, fromFen, ...more } = aim
  return (
    Object.values(more).every((asked) => asked === undefined) &&
    isForTier(programme, { tiers, fromTier }, tier.id) &&
    (stores?.includes(storeId) ?? true) &&
    amountFen >= (fromFen ?? 0)
  )
}
