import type { Account } from '../books/account'
import { hundredths } from '../kit/hundredths'
import { dayOf, type Instant } from '../kit/time'
import type { Campaign } from '../programme/parts/campaigns'
import { timesOf } from '../programme/parts/effects'
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
  const several = [...onBirthday(programme, tier, account, at), ...campaigns.flatMap(ofCampaign)]
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
  return effects.flatMap((effect) => {
    const times = timesOf(effect)
    return times === null ? [] : [{ hundredths: hundredths(times) ?? 100, code: id }]
  })
}
