import type { Told } from '../rule-faults'

export const rewardFaults: { [file: string]: Told[] } = {
  'shared/rewards/redeem.ts': [
    [
      'points are swapped under a debt',
      'const draws = account.debt > 0 ? null : drawFromLots(account.lots, burned)',
      'const draws = drawFromLots(account.lots, burned)',
      'rewards/redeem',
    ],
    [
      'several cost what one does',
      'const [burned, addFen] = [price.points * count, price.addFen * count]',
      'const [burned, addFen] = [asked.shown.points - price.points * count + price.points, price.addFen * count]',
      'rewards/redeem',
    ],
    [
      'money beside the points may be another than was shown',
      ' || addFen !== asked.shown.addFen',
      '',
      'rewards/redeem',
    ],
    [
      'a reward waits a day less than is said',
      '(exchanges?.pickUpDays ?? pickUpDays) + 1',
      'exchanges?.pickUpDays ?? pickUpDays',
      'rewards/redeem',
    ],
  ],
  'shared/rewards/price.ts': [
    [
      'the price of the order’s right is for several too',
      'const right = count === 1 ? rightFor',
      'const right = count > 0 ? rightFor',
      'rewards/redeem',
    ],
    ['a right lasts for ever', 'one.until > at && ', '', 'rewards/redeem'],
    [
      'the dearest offer counts',
      '(costs(one, asking) < costs(best, asking) ? one : best)',
      '(costs(one, asking) > costs(best, asking) ? one : best)',
      'rewards/redeem',
    ],
  ],
  'shared/rewards/rights.ts': [
    ['any tier has the right', '|| !isForTier(programme, offer, tierId)) return []', ') return []', 'rewards/redeem'],
    ['a refund leaves the right', 'leftFen < one.fromFen', 'leftFen < 0', 'rewards/redeem'],
  ],
  'shared/rewards/available.ts': [
    [
      'points are taken for a coupon that is over',
      'if (isGivenInVain(reward, { programme, birthday: account.birthday, at }))',
      'if (isGivenInVain(reward, { programme, birthday: account.birthday, at }) && count > 10)',
      'rewards/redeem',
    ],
    [
      'everybody is let in as early as the first',
      '-hoursEarly(programme, tierById(programme, tierId), earlyAccess) * 3_600_000',
      '-0',
      'rewards/redeem',
    ],
    [
      'a limit counts swaps and not pieces',
      'Array.from({ length: count }',
      'Array.from({ length: 1 }',
      'rewards/redeem',
    ],
  ],
  'shared/rewards/release.ts': [
    [
      'a right that is over comes back',
      'right && right.until > stamp.recordedAt ? right : null',
      'right',
      'rewards/redeem',
    ],
    [
      'what expired meanwhile comes back',
      'const lapsed = expiredLots(exchange.draws, stamp.recordedAt)',
      'const lapsed = expiredLots(exchange.draws, exchange.at)',
      'rewards/redeem',
    ],
    [
      'what is owed is not paid by what comes back',
      'const repaid = Math.min(account.debt, lotsTotal(good))',
      'const repaid = 0 * Math.min(account.debt, lotsTotal(good))',
      'rewards/redeem',
    ],
  ],
  'shared/rewards/fulfil.ts': [
    ['money that is due is not asked for', 'if (paidFen !== exchange.addFen)', 'if (paidFen < 0)', 'rewards/redeem'],
  ],
}
