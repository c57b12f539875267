import type { Told } from '../rule-faults'

export const pointFaults: { [file: string]: Told[] } = {
  'shared/points/earn.ts': [
    [
      'points are rounded to the nearest',
      'return Math.floor(product / 1_000_000)',
      'return Math.round(product / 1_000_000)',
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
      'const expiresAt = startOfDay(addDays(lastDay, 1))',
      'const expiresAt = startOfDay(lastDay)',
      'points/earn',
    ],
    [
      'points expire on the day though the programme says the month’s end',
      "expiry.until === 'month-end' ? endOfMonth(sameDay) : sameDay",
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
    [
      'points are worth the same at every tier',
      'redemption.perTier?.[tierId] ?? redemption.pointsPerYuan',
      'redemption.pointsPerYuan',
      'programme/years/basic-to-prestige',
    ],
  ],
  'shared/points/top-up.ts': [
    [
      'the upper half of a thousand begins too late',
      'above.step - above.upper)',
      'above.step - above.upper + 1)',
      'points/top-up',
    ],
    ['a balance is topped up twice in a month', "return refuse('top_up_taken')", 'void 0', 'programme/years/pharmacy'],
  ],
  'shared/points/leaderboard.ts': [
    [
      'of equals the later one is first',
      'a.reachedAt < b.reachedAt ? -1 : 1',
      'a.reachedAt < b.reachedAt ? 1 : -1',
      'points/leaderboard',
    ],
    [
      'of equals the one of the smaller number is first',
      'a.reachedAt < b.reachedAt ? -1 : 1',
      'a.accountId < b.accountId ? -1 : 1',
      'points/leaderboard',
    ],
    [
      'of two who stood there at one instant either is first',
      'a.accountId < b.accountId ? -1 : 1',
      'a.accountId < b.accountId ? 1 : -1',
      'points/leaderboard',
    ],
    [
      'what was refunded still counts',
      'amount: gave - (taken.get(entry._id) ?? 0)',
      'amount: gave',
      'points/leaderboard',
    ],
  ],
  'shared/insights/tally.ts': [
    [
      'debts make the points of others less',
      'sums.outstanding += Math.max(balance, 0) + waiting',
      'sums.outstanding += balance + waiting',
      'insights/compare',
    ],
    [
      'points that wait are worth nothing',
      'worthFen(programme, balance + waiting, account.tierId)',
      'worthFen(programme, balance, account.tierId)',
      'insights/compare',
    ],
    [
      'who falls counts as who rose',
      'if (rankOf(this.programme, entry.to) > rankOf(this.programme, entry.from)) count',
      'if (entry.to !== entry.from) count',
      'insights/simulation',
    ],
    [
      'a right that was taken back counts as given',
      'return count(this.entitlements, entry.code, -1)',
      'return',
      'insights/simulation',
    ],
    [
      'an order has the discount of the tier that it leads to',
      'this.discounts.get(rateTierId)',
      'this.discounts.get(order.tierAfter || rateTierId)',
      'insights/simulation',
    ],
  ],
  'shared/insights/breakage.ts': [
    [
      'what members owe counts as outstanding',
      'Math.max(balanceOf(account), 0)',
      'Math.abs(balanceOf(account))',
      'insights/forecast',
    ],
  ],
  'shared/insights/compare.ts': [
    ['who rises is said to fall', "steps > 0 ? 'up' : 'down'", "steps < 0 ? 'up' : 'down'", 'insights/compare'],
    ['one of the most affected is not named', 'const namedMax = 20', 'const namedMax = 19', 'insights/compare'],
    [
      'points are nothing to anybody',
      '(worthFen(programme, account.totals.pointsEarned, account.tierId) ?? 0)',
      '0',
      'insights/compare',
    ],
  ],
  'shared/insights/simulation.ts': [
    [
      'two stores may not number their orders alike',
      'if (!this.numbersOf(order.storeId).add(order.orderId))',
      "if (!this.numbersOf('').add(order.orderId))",
      'insights/simulation',
    ],
  ],
  'shared/points/cap.ts': [
    ['a day’s limit is one of each order', 'Math.max(0, cap - earnedBetween(account, from, day))', 'cap', 'points/cap'],
  ],
  'shared/tiers/held.ts': [
    [
      'only the last day of a term can earn the next one',
      'return days.some(({ day }) => isQualified(programme, inTerm, tier, day))',
      'return false',
      'tiers/terms',
    ],
    ['what brought a tier keeps it for another term', 'addDays(dayOf(top.at), 1)', 'dayOf(top.at)', 'tiers/terms'],
    [
      'a bought tier goes with the next order',
      "return one.cause !== 'qualified' ||",
      "return one.cause === 'by-hand' ||",
      'tiers/buy',
    ],
    [
      'a tier that lapses is reached again at once by one whose term is over too',
      'if (!until || until > over) return below',
      'if (until !== over.slice(99)) return below',
      'programme/years/pharmacy',
    ],
    [
      'a bought tier lasts for good',
      "top.cause === 'bought' || top.cause === 'by-hand' ? undefined : tier.term",
      "({ atEnd: 'keep', requalify: 'anew' } as typeof tier.term)",
      'programme/years/silver-to-diamond',
    ],
  ],
  'shared/tiers/after-loss.ts': [
    [
      'a refund moves whom changed rules alone would move',
      ' || !holds(programme, before, one, day)',
      '',
      'tiers/terms',
    ],
    [
      'a refund raises by changed rules',
      'if (rankOfTop(programme, held) <= rankMax)',
      'if (rankMax >= 0)',
      'tiers/terms',
    ],
    [
      'a refund forgets what later orders reached',
      'const reached = [from, ...later]',
      'const reached = [from, ...later.slice(99)]',
      'tiers/terms',
    ],
    [
      'a bought tier goes with the order that paid for it',
      "one.cause !== 'qualified'",
      "one.cause === 'by-hand'",
      'tiers/buy',
    ],
    ['a term that a returned order earned is kept', 'if (!over) return null', 'return null', 'tiers/term-refund'],
    [
      'a lower tier outlasts the refund of the order that gave the higher one',
      'if (earlier) return earlier',
      '',
      'tiers/term-refund',
    ],
    [
      'only the last term is asked whether it was earned',
      'for (const top of earlierTerms(one, tier.term.lasts)) {',
      'for (const top of earlierTerms(one, tier.term.lasts).slice(-1)) {',
      'tiers/term-refund',
    ],
    ['terms of other rules are judged by those of today', 'from === began ? terms : []', 'terms', 'tiers/term-refund'],
    [
      'days of grace earn nothing that a refund could take',
      '-1 + (tier.term.graceDays ?? 0))',
      '-1)',
      'tiers/term-refund',
    ],
    [
      'a tier stands from the day of an order that is returned',
      'if (holds(programme, before, one, reached)) return holds(programme, person, one, reached)',
      'if (holds(programme, person, one, reached)) return true',
      'tiers/term-refund',
    ],
  ],
  'shared/programme/benefits.ts': [
    [
      'what is replaced stays',
      'for (const code of benefit.replaces ?? []) byCode.delete(code)',
      '',
      'benefits/discount',
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
      "if (have >= need !== (match === 'all'))",
      "if (have > need !== (match === 'all'))",
      'tiers/qualify',
    ],
    [
      'any one condition suffices where all are needed',
      'const { match, conditions } = qualification',
      "const { match, conditions } = { ...qualification, match: 'any' as 'any' | 'all' }",
      'tiers/qualify',
    ],
    [
      'the lowest qualifying tier is given',
      'if (qualification && qualifies(qualification, evidence, moment)) best = rank',
      'if (best === from && qualification && qualifies(qualification, evidence, moment)) best = rank',
      'tiers/qualify',
    ],
  ],
  'shared/tiers/retier.ts': [
    [
      'the figures of a change of tier go on counting',
      'totals: { ...account.totals },',
      'totals: account.totals,',
      'books/own',
    ],
    [
      'a tier entry is written for a tier held already',
      'if (held === account.held) return journal',
      '',
      'tiers/qualify',
    ],
  ],
}
