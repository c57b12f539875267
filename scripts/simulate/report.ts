import type { Breakage } from '../../shared/insights/breakage'
import type { Comparison } from '../../shared/insights/compare'
import type { Outcome } from '../../shared/insights/tally'
import { yuanText } from '../../shared/kit/money'
import type { Lived } from './live'
import { lineWords } from './line-words'

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
    `  costs       discounts up to ¥${yuanText(outcome.discountCostFen)} · points as money ¥${yuanText(outcome.rewardCostFen)} · campaigns ¥${yuanText(outcome.campaignCostFen)}`,
    ...(rights.length > 0 ? [`  rights      ${rights.join(' · ')}`] : []),
  ]
  return lines.join('\n')
}

/** The lines that were not taken, for the person to look up. */
export function refusedText({ refusedLines, refusedCount, later, sides }: Lived): string {
  const lines = refusedLines.map(({ line, why }) => `  line ${line}: ${lineWords(why)}`)
  const more = refusedCount - refusedLines.length
  const outOfOrder = sides[0]?.simulation.outOfOrder ?? 0
  return [
    ...(refusedCount > 0 ? [`${counted(refusedCount)} not taken:`, ...lines] : []),
    ...(more > 0 ? [`  and ${more} more`] : []),
    ...(outOfOrder > 0
      ? [`${counted(outOfOrder)} taken in the order of the file, though dated before a line above.`]
      : []),
    ...(later > 0 ? [`${counted(later)} left out, being later than that day.`] : []),
  ].join('\n')
}

function counted(lines: number): string {
  return lines === 1 ? '1 line was' : `${lines} lines were`
}

/** Who is better or worse off, and what the change costs. */
export function comparisonText(comparison: Comparison): string {
  const { better, worse, same, up, down, changeFen } = comparison
  const change = (fen: number) => `${fen > 0 ? '+' : ''}¥${yuanText(fen)}`.replace('¥−', '−¥')
  const rows = comparison.mostAffected.map(
    (one) =>
      `  ${one.customerId.padEnd(14)} ${change(one.changeFen).padStart(14)}   ${one.liveTier} → ${one.draftTier}`,
  )
  return [
    'Live against draft',
    `  members     ${better} better off · ${worse} worse off · ${same} as before; ${up} higher · ${down} lower in tier`,
    ...Object.entries(comparison.migration).map(([move, members]) => `              ${move}: ${members}`),
    `  change      discounts ${change(changeFen.discounts)} · points as money ${change(changeFen.rewards)} · campaigns ${change(changeFen.campaigns)} · liability ${change(changeFen.liability)}`,
    ...(rows.length > 0 ? ['  most affected', ...rows] : []),
  ].join('\n')
}

/** How many points will never be burned, and how wrong that may be; nothing to foretell where none is outstanding. */
export function breakageText(breakage: Breakage | null): string {
  if (!breakage) return 'Breakage\n  no points are outstanding, so none will be left'
  const { method, outstanding, brokenShare, holdOut } = breakage
  const percent = (share: number) => `${(share * 100).toFixed(1)}%`
  return [
    `Breakage by ${method}`,
    `  ${percent(brokenShare)} of ${outstanding.toLocaleString('en-US')} outstanding points will never be burned`,
    `  hold-out    from ${holdOut.from}: foretold ${percent(holdOut.foretold)} without another order, came ${percent(holdOut.came)}, error ${percent(holdOut.error)}`,
  ].join('\n')
}
