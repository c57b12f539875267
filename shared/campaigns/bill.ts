import type { Campaign } from '../programme/parts/campaigns'
import { contender, counting, type Contender } from './running'

/** A campaign as far as a bill is worked out by it. */
export type BillCampaign = Contender & {
  /** Taken off in the place of a smaller discount; null for none. */
  percent: number | null
  /** Money off from an amount on: of several steps the highest that is reached. */
  moneyOff: readonly { fromFen: number; offFen: number }[]
}

/** What of a campaign counts for a bill; those that take nothing off it may still exclude others. */
export function billCampaign(campaign: Campaign): BillCampaign {
  const { effects } = campaign
  const percents = effects.flatMap((effect) => (effect.kind === 'percent-off' ? [effect.percent] : []))
  return {
    ...contender(campaign),
    percent: percents.length > 0 ? Math.max(...percents) : null,
    moneyOff: effects.flatMap((effect) =>
      effect.kind === 'money-off' ? [{ fromFen: effect.fromFen ?? 0, offFen: effect.offFen }] : [],
    ),
  }
}

/** Of the campaigns that count for a bill the one with the largest percentage; null where none has any. */
export function bestPercent(
  campaigns: readonly BillCampaign[],
  amountFen: number,
): { id: string; percent: number } | null {
  return counting(campaigns, amountFen).reduce<{ id: string; percent: number } | null>(
    (best, { id, percent }) => (percent !== null && percent > (best?.percent ?? 0) ? { id, percent } : best),
    null,
  )
}

/**
 * What each campaign takes off as money: the highest of its steps that the amount after the discount reaches, and together
 * never more than that amount.
 */
export function moneyOff(
  campaigns: readonly BillCampaign[],
  { amountFen, afterFen }: { amountFen: number; afterFen: number },
): { id: string; offFen: number }[] {
  let leftFen = afterFen
  return counting(campaigns, amountFen).flatMap(({ id, moneyOff: steps }) => {
    const reached = steps.filter(({ fromFen }) => fromFen <= afterFen).map(({ offFen }) => offFen)
    const offFen = Math.min(Math.max(0, ...reached), leftFen)
    leftFen -= offFen
    return offFen > 0 ? [{ id, offFen }] : []
  })
}
