import { percentOff } from '../benefits/percent-off'
import type { Campaign } from '../programme/parts/campaigns'
import { givenOf, greatestTimes, offOf } from '../programme/parts/effects'
import { contender, type Contender } from './running'

/** A campaign as far as a bill is worked out by it. */
export type BillCampaign = Contender & {
  /** Taken off in the place of a smaller discount; null for none. */
  percent: number | null
  /** Money off from an amount on: of several steps the highest that is reached. */
  moneyOff: readonly { fromFen: number; offFen: number }[]
  /** By what it multiplies what the order earns, or its goods earn, in hundredths; null for nothing. */
  times: number | null
  /** Points that it gives on top. */
  points: number
  /** The part of the bill that its goods make up; null where it is for all of it. */
  onFen: number | null
}

/** What of a campaign counts for a bill; those that take nothing off it may still exclude others. */
export function billCampaign(campaign: Campaign, onFen: number | null): BillCampaign {
  const { effects } = campaign
  const offs = effects.flatMap((effect) => offOf(effect) ?? [])
  const percents = offs.flatMap((off) => ('percent' in off ? [off.percent] : []))
  const given = effects.flatMap(givenOf)
  return {
    ...contender(campaign),
    onFen,
    percent: percents.length > 0 ? Math.max(...percents) : null,
    moneyOff: offs.flatMap((off) => ('percent' in off ? [] : [off])),
    times: greatestTimes(effects),
    points: given.reduce((sum, one) => sum + (one.what === 'points' ? one.points : 0), 0),
  }
}

type Off = { id: string; offFen: number }

/**
 * What percentages take off a bill of which so much may be reduced: the greatest for every part of it, whoever gives it. A
 * part of one percentage is rounded together. `campaigns`: what each takes off beyond the usual discount.
 */
export function percentsOff(
  campaigns: readonly BillCampaign[],
  { baseFen, usual }: { baseFen: number; usual: number },
): { percent: number; offFen: number; campaigns: Off[] } {
  const onAll = greatest(campaigns.filter(({ onFen }) => onFen === null))
  const percent = Math.max(usual, onAll?.percent ?? 0)
  let offFen = percentOff(baseFen, percent)
  let restFen = baseFen
  const more: Off[] =
    onAll && offFen > percentOff(baseFen, usual) ? [{ id: onAll.id, offFen: offFen - percentOff(baseFen, usual) }] : []
  for (const { id, onFen, percent: own } of campaigns) {
    if (onFen === null || own === null || own <= percent) continue
    const part = Math.min(onFen, restFen)
    const moreFen = percentOff(part, own) - percentOff(part, percent)
    restFen -= part
    offFen += moreFen
    more.push({ id, offFen: moreFen })
  }
  return { percent, offFen, campaigns: more.filter((one) => one.offFen > 0) }
}

function greatest(campaigns: readonly BillCampaign[]): { id: string; percent: number } | null {
  return campaigns.reduce<{ id: string; percent: number } | null>(
    (best, { id, percent }) => (percent !== null && percent > (best?.percent ?? 0) ? { id, percent } : best),
    null,
  )
}

/**
 * What each campaign takes off as money: the highest of its steps that its goods, or all that the discount leaves, reach;
 * together never more than that is.
 */
export function moneyOff(campaigns: readonly BillCampaign[], afterFen: number): Off[] {
  let leftFen = afterFen
  return campaigns.flatMap(({ id, moneyOff: steps, onFen }) => {
    const countsFen = Math.min(onFen ?? afterFen, afterFen)
    const reached = steps.filter(({ fromFen }) => fromFen <= countsFen).map(({ offFen }) => offFen)
    const offFen = Math.min(Math.max(0, ...reached), countsFen, leftFen)
    leftFen -= offFen
    return offFen > 0 ? [{ id, offFen }] : []
  })
}
