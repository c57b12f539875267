import type { Outcome } from '../../shared/insights/tally'
import { yuanText } from '../../shared/kit/money'
import type { Lived } from './live'

/** What a person reads at the end of a simulation. */
export function reportText(name: string, outcome: Outcome, lived: Lived): string {
  const { totals, points } = outcome
  const figure = (n: number) => n.toLocaleString('en-US')
  const tiers = Object.entries(outcome.membersPerTier).map(([tier, members]) => `${tier} ${figure(members)}`)
  const rights = Object.entries(outcome.entitlements).map(([code, number]) => `${code} ${figure(number)}`)
  const lines = [
    `${name}, as of ${lived.asOf}`,
    `  ${figure(totals.orders)} orders of ${figure(totals.members)} members, ¥${yuanText(totals.spendFen)}`,
    `  tiers       ${tiers.join(' · ')}`,
    `  points      ${figure(points.earned)} earned · ${figure(points.burned)} burned · ${figure(points.expired)} expired · ${figure(points.reversed)} reversed · ${figure(points.outstanding)} outstanding`,
    `  liability   ¥${yuanText(outcome.liabilityFen)}`,
    `  costs       discounts up to ¥${yuanText(outcome.discountCostFen)} · points as money ¥${yuanText(outcome.rewardCostFen)}`,
    ...(rights.length > 0 ? [`  rights      ${rights.join(' · ')}`] : []),
  ]
  return lines.join('\n')
}

/** The lines that were not taken, for the person to look up. */
export function refusedText({ refusedLines, refusedCount, later, simulations }: Lived): string {
  const lines = refusedLines.map(({ line, why }) => `  line ${line}: ${why}`)
  const more = refusedCount - refusedLines.length
  const outOfOrder = simulations[0]?.outOfOrder ?? 0
  return [
    ...(refusedCount > 0 ? [`${refusedCount} lines were not taken:`, ...lines] : []),
    ...(more > 0 ? [`  and ${more} more`] : []),
    ...(outOfOrder > 0
      ? [`${outOfOrder} lines are dated before a line above them; they were taken where they stand.`]
      : []),
    ...(later > 0 ? [`${later} lines lie after that day and were left out.`] : []),
  ].join('\n')
}
