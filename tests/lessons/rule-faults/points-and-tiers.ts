import type { Told } from '../rule-faults'

export const pointFaults: { [file: string]: Told[] } = {
  'shared/points/earn.ts': [
    [
      'points are rounded to the nearest',
      'return Math.floor((amountFen * rate) / 10_000)',
      'return Math.round((amountFen * rate) / 10_000)',
      'points/earn',
    ],
    [
      'a rate loses its decimals',
      'return hundredths(tier.pointsPerYuan) ?? 0',
      'return Math.floor(tier.pointsPerYuan) * 100',
      'points/earn',
    ],
    [
      'points expire a day early',
      'return startOfDay(addDays(lastDay, 1))',
      'return startOfDay(lastDay)',
      'points/earn',
    ],
    [
      'points expire on the day though the programme says the month’s end',
      "programme.expiry.until === 'month-end' ? endOfMonth(sameDay) : sameDay",
      'sameDay',
      'points/earn',
    ],
  ],
  'shared/points/redemption.ts': [
    [
      'points are worth a fraction of a fen more',
      'Math.floor((Math.max(points, 0) * 100)',
      'Math.ceil((Math.max(points, 0) * 100)',
      'points/earn',
    ],
  ],
  'shared/points/expire.ts': [
    ['expired points leave undated', '{ at: lot.expiresAt ?? now }', '{ at: now }', 'purchases/purchase'],
  ],
  'shared/points/adjust.ts': [
    [
      'a correction takes more than there is',
      "if (!draws) return refuse('points_short', { short: -change - balanceOf(account) })",
      "if (!draws) return allow(record(settled, { kind: 'adjust', change, repaid: 0, expiresAt: null, draws: account.lots, reason, actor }, { at }))",
      'points/adjust',
    ],
    [
      'a correction reaches expired points',
      'const settled = expirePoints(journal, adjustment.at)',
      'const settled = journal',
      'points/adjust',
    ],
    [
      'a correction leaves a debt beside open lots',
      'const repaid = Math.min(account.debt, change)',
      'const repaid = 0',
      'points/adjust',
    ],
  ],
  'shared/tiers/qualify.ts': [
    [
      'a threshold has to be passed instead of reached',
      'return amountOf(condition, totals) >= neededBy(condition)',
      'return amountOf(condition, totals) > neededBy(condition)',
      'tiers/qualify',
    ],
    [
      'any one condition suffices where all are needed',
      'conditions.every((c) => met(c, totals))',
      'conditions.some((c) => met(c, totals))',
      'tiers/qualify',
    ],
    [
      'the lowest qualifying tier is given',
      '(qualifies(tier, totals) ? tier : best)',
      '(best === programme.tiers[0] && qualifies(tier, totals) ? tier : best)',
      'tiers/qualify',
    ],
  ],
  'shared/tiers/retier.ts': [
    [
      'a tier entry is written for a tier held already',
      'if (tier.id === account.tierId) return journal',
      '',
      'tiers/qualify',
    ],
  ],
}
