import type { Told } from '../rule-faults'

export const purchaseFaults: { [file: string]: Told[] } = {
  'shared/benefits/percent-off.ts': [
    [
      'a discount is rounded against the member',
      'return Math.ceil((amountFen * percent) / 100)',
      'return Math.floor((amountFen * percent) / 100)',
      'purchases/bill',
    ],
  ],
  'shared/purchases/lines.ts': [
    [
      'a store that earns nothing earns',
      'if (!earnsAt(programme, order.storeId)) return order.amountFen',
      '',
      'purchases/lines',
    ],
    [
      'what has no kind earns where only some kinds do',
      'order.amountFen - linesTotal(earning)',
      '0',
      'purchases/lines',
    ],
  ],
  'shared/purchases/bill.ts': [
    ['the bill forgets multipliers', 'Math.max(earning.times, ...ofAll)', '100', 'purchases/bill-earns'],
    ['the bill forgets the limits', 'Math.min(byAmount, earning.most ?? byAmount)', 'byAmount', 'purchases/bill-earns'],
    [
      'points are taken for less than a fen',
      'return { burnPoints: Math.ceil((burnFen * redemption.pointsPerYuan) / 100), burnFen }',
      'return { burnPoints: taken, burnFen }',
      'purchases/bill',
    ],
  ],
  'shared/points/earn.ts': [
    [
      'a part of an order earns its points twice where they are multiplied',
      'pointsOf(paidForPartFen, rate, times, rounding) - pointsOf(paidForPartFen, rate, 100, rounding)',
      'pointsOf(paidForPartFen, rate, times, rounding)',
      'campaigns/gives',
    ],
  ],
  'shared/programme/parts/effects.ts': [
    ['of several multipliers the smallest counts', 'Math.max(...times)', 'Math.min(...times)', 'purchases/bill-earns'],
  ],
  'shared/purchases/purchase.ts': [
    [
      'an order is paid at the rate of the tier it leads to',
      'const tier = tierById(programme, account.tierId)',
      'const tier = tierAt(programme, rankOfTop(programme, heldAfterGain(programme, { ...account, totals: { ...account.totals, spendFen: account.totals.spendFen + order.amountFen } }, order.at)))',
      'tiers/qualify',
    ],
    [
      'an order is multiplied twice',
      'rate, multiplied?.hundredths, ',
      'rate, multiplied && (multiplied.hundredths * multiplied.hundredths) / 100, ',
      'programme/years/bronze-to-diamond',
    ],
    [
      'an order pays with the points it gives',
      'reviewTiers(expirePoints(journal, journal.stamp.recordedAt), programme, at)',
      'reviewTiers(journal, programme, at)',
      'purchases/purchase',
    ],
    [
      'a debt is not paid by what is earned',
      'repaid: Math.min(account.debt, earning.earned),',
      'repaid: 0,',
      'purchases/purchase',
    ],
    [
      'points are money in every programme',
      "if (!programme.redemption) return refuse('points_not_redeemable')",
      '',
      'purchases/purchase',
    ],
  ],
  'shared/books/take-back.ts': [
    [
      'a refund takes from the lot that expires first',
      'const inOrder = [...own, ...others]',
      'const inOrder = [...lots]',
      'purchases/shortfall',
    ],
    [
      'a refund asks back expired points',
      'const lapsed = Math.min(back.points, pointsAt(account.lapsed, back.expiresAt))',
      'const lapsed = 0',
      'purchases/refund',
    ],
  ],
  'shared/purchases/refund.ts': [
    [
      'more is refunded than is left',
      'request.amountFen > restFen || order.refunds.some((r) => r.whole)',
      'request.amountFen > order.purchase.amountFen',
      'purchases/refund',
    ],
    [
      'a refund takes back at the rate of now',
      'pointsOf(earningLeft, rate,',
      'pointsOf(earningLeft, 100,',
      'purchases/refund',
    ],
    [
      'a refund rounds otherwise than its order',
      'timesLeft(purchase, stand, about.leftFen), rounding)',
      'timesLeft(purchase, stand, about.leftFen))',
      'purchases/refund',
    ],
    ['a refund leaves what the order’s acts brought', 'acts: whole ? (order.acts ?? []) : []', 'acts: []', 'acts/act'],
    [
      'points taken as money off come back though expired',
      '(lot) => !isOver(lot.expiresAt, journal.stamp.recordedAt),',
      '() => true,',
      'purchases/refund',
    ],
    [
      'points taken as money off never come back',
      'if (!order.burn) return []',
      `if (order.burn) return []
  if (!order.burn) return []`,
      'purchases/refund',
    ],
    [
      'a refund under block leaves a debt',
      "if (owed > 0 && programme.refundShortfall === 'block')",
      "if (owed > 1_000_000 && programme.refundShortfall === 'block')",
      'purchases/shortfall',
    ],
    [
      'nothing is written off',
      "if (programme.refundShortfall !== 'write-off' || forgiven === 0) return journal",
      'if (forgiven >= 0) return journal',
      'purchases/shortfall',
    ],
    [
      'a refund leaves the tier',
      "const moved = retier(written, programme, { held, at: request.at, cause: 'refund' })",
      'const moved = written',
      'tiers/qualify',
    ],
  ],
}
