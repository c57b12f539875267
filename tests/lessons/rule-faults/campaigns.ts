import type { Told } from '../rule-faults'

export const campaignFaults: { [file: string]: Told[] } = {
  'shared/campaigns/aimed.ts': [
    [
      'a night belongs to the day on which it ends',
      'dayOfHours(aim ?? {}, occasion.at)',
      'dayOf(occasion.at)',
      'campaigns/running',
    ],
    [
      'a new member is new for a day too long',
      'return day < addDays(dayOf(account.enrolledAt), whoDays ?? newDays)',
      'return day <= addDays(dayOf(account.enrolledAt), whoDays ?? newDays)',
      'campaigns/running',
    ],
    [
      'who has never bought has stayed away',
      'return totals.orders > 0 && !days.some(',
      'return !days.some(',
      'campaigns/running',
    ],
    [
      'the first order is the second',
      'account.totals.orders + 1 === aim.nthOrder',
      'account.totals.orders === aim.nthOrder',
      'campaigns/running',
    ],
    [
      'a campaign for walk-ins is for members',
      "case 'walk-in':\n      return false",
      "case 'walk-in':\n      return true",
      'campaigns/running',
    ],
  ],
  'shared/campaigns/running.ts': [
    [
      'only what a campaign names itself is excluded',
      'other.excludes.includes(one.id) || one.excludes.includes(other.id)',
      'other.excludes.includes(one.id)',
      'campaigns/running',
    ],
    [
      'one that the amount does not reach excludes others',
      'if (amountFen < one.fromFen) return so',
      '',
      'campaigns/running',
    ],
    [
      'the lowest priority comes first',
      '(other.priority ?? 0) - (one.priority ?? 0)',
      '(one.priority ?? 0) - (other.priority ?? 0)',
      'campaigns/running',
    ],
    ['the control group has the campaign', '!isControl(campaign, account.accountId) &&', '', 'campaigns/running'],
    ['a spent campaign goes on', '!spent.has(campaign.id) &&', '', 'campaigns/gives'],
    [
      'a campaign is had once more than its limit',
      'timesTaken(taken, take) < (campaign.perMember?.times ?? 0)',
      'timesTaken(taken, take) <= (campaign.perMember?.times ?? 0)',
      'campaigns/gives',
    ],
  ],
  'shared/campaigns/bill.ts': [
    [
      'a percentage is added to the discount',
      'const percent = Math.max(usual, onAll?.percent ?? 0)',
      'const percent = usual + (onAll?.percent ?? 0)',
      'campaigns/gives',
    ],
    ['the lowest step counts', 'Math.max(0, ...reached)', 'Math.max(0, reached[0] ?? 0)', 'campaigns/gives'],
    [
      'a percentage for some goods is taken off the whole bill',
      'const part = Math.min(onFen, restFen)',
      'const part = restFen',
      'campaigns/gives',
    ],
  ],
  'shared/programme/parts/effects/cash-back.ts': [
    [
      'cash back has no end',
      'Math.min(Math.floor((order.amountFen * percent) / 100), upToFen)',
      'Math.floor((order.amountFen * percent) / 100)',
      'campaigns/gives',
    ],
  ],
  'shared/programme/parts/effects.ts': [
    [
      'what a campaign takes off the bill is given as a coupon beside',
      'return off ? [] : (give?.(effect as never, order) ?? [])',
      'return (off && false) || (give?.(effect as never, order) ?? [])',
      'campaigns/gives',
    ],
  ],
  'shared/coupons/cost.ts': [
    [
      'a thing costs nothing',
      'costFen = worthFen }) => ({ issued: 1, costFen })',
      'costFen = worthFen }) => ({ issued: 1, costFen: 0 * costFen })',
      'campaigns/gives',
    ],
    [
      'several coupons cost as much as one',
      'costFen: count * (couponCostFen(template) ?? 0)',
      'costFen: couponCostFen(template) ?? 0',
      'campaigns/gives',
    ],
  ],
  'shared/campaigns/gives.ts': [
    [
      'who has agreed to nothing is given coupons',
      'const issues = consents ? all.map(',
      'const issues = true ? all.map(',
      'campaigns/gives',
    ],
    [
      'points cost nothing',
      'const costFen = offFen + pointsFen + issuedFen',
      'const costFen = offFen + issuedFen',
      'campaigns/gives',
    ],
  ],
  'shared/campaigns/take-back.ts': [
    [
      'a refund leaves what the campaign gave',
      'leftFen === 0 || leftListFen < fromFen',
      'leftListFen < fromFen && fromFen < 0',
      'campaigns/gives',
    ],
    [
      'a refund gives a budget back what was used',
      'const usedFen = isUsed ? one.issuedFen : 0',
      'const usedFen = 0',
      'campaigns/gives',
    ],
    [
      'what is had once is had again by whoever uses it and returns the order',
      'take && !isUsed ? { take } : {}',
      'take ? { take } : {}',
      'campaigns/gives',
    ],
    [
      'cash back of a part stays whole',
      'Math.min(held.worth.offFen, offFenFor(effect, leftFen))',
      'held.worth.offFen',
      'campaigns/gives',
    ],
    [
      'a part that is kept gives its money off back to the budget',
      'const keptFen = leftFen === 0 ? 0 : one.offFen',
      'const keptFen = 0',
      'campaigns/gives',
    ],
    [
      'a part that was kept never gives its money off back to the budget',
      'if (leftFen > 0) return []',
      'if (leftFen >= 0) return []',
      'campaigns/gives',
    ],
  ],
  'shared/campaigns/budgets.ts': [
    [
      'a refund gives back to a budget that came after its order',
      'return counted',
      'return budgets.map(({ scope }) => scope)',
      'campaigns/replay',
    ],
  ],
  'shared/campaigns/effect.ts': [
    ['who joined because of it is counted', 'if (enrolledAt >= startOfDay(from)) return so', '', 'campaigns/effect'],
    [
      'the interval is that of one group',
      'Math.sqrt(errorOf(treated) + errorOf(control))',
      'Math.sqrt(errorOf(treated))',
      'campaigns/effect',
    ],
  ],
}
