import type { Told } from '../rule-faults'

export const couponFaults: { [file: string]: Told[] } = {
  'shared/coupons/claim.ts': [
    [
      'a limit counts one more than it says',
      'timesTaken(account.taken, take) >= (',
      'timesTaken(account.taken, take) > (',
      'coupons/claim',
    ],
    [
      'what is not offered is claimed',
      "if (!template?.issuedBy.includes('claim')) return",
      'if (!template) return',
      'coupons/claim',
    ],
  ],
  'shared/coupons/usable.ts': [
    ['a coupon is good for its last instant', 'if (at >= coupon.until)', 'if (at > coupon.until)', 'coupons/usable'],
    [
      'a coupon on its way to a friend is used',
      "if (isSent(coupon, at)) return refuse('coupon_sent')",
      '',
      'coupons/usable',
    ],
    [
      'the small hours belong to the day that has just begun',
      'isAfterMidnight ? addDays(dayOf(at), -1) : dayOf(at)',
      'dayOf(at)',
      'coupons/usable',
    ],
    [
      'a threshold counts goods that the coupon is not for',
      'Math.min(amountFen, onFen ?? amountFen) < fromFen',
      'amountFen < fromFen',
      'coupons/usable',
    ],
    [
      'a coupon is good in the first of its stores alone',
      '!scope.stores.includes(storeId)',
      'scope.stores[0] !== storeId',
      'coupons/usable',
    ],
    [
      'a coupon for delivery is taken with an order that is taken along',
      'if (isForDelivery(coupon) && !isSentHome)',
      'if (false)',
      'coupons/usable',
    ],
    [
      'a coupon for the store is taken with an order that is sent home',
      'if (isForStore(coupon) && isSentHome)',
      'if (false)',
      'coupons/usable',
    ],
  ],
  'shared/coupons/off.ts': [
    [
      'a percentage is rounded against the member',
      'Math.ceil((on * worth.percent) / 100)',
      'Math.floor((on * worth.percent) / 100)',
      'coupons/bill',
    ],
    [
      'a coupon takes more off than there is',
      'return Math.min(worth.offFen, on)',
      'return worth.offFen',
      'coupons/bill',
    ],
  ],
  'shared/coupons/validity.ts': [
    [
      'a birthday week is forgotten at New Year',
      'const spans = [year - 1, year, year + 1]',
      'const spans = [year]',
      'coupons/validity',
    ],
  ],
  'shared/coupons/value.ts': [
    ['goods without a price are worth nothing', ' ?? (template && couponCostFen(template))', '', 'coupons/value'],
  ],
  'shared/coupons/due.ts': [
    [
      'a birthday of last week is given to who tells it today',
      'time.until <= look.now && time.until > look.since',
      'time.until <= look.now',
      'coupons/due',
    ],
    [
      'a birthday before somebody joined is given late',
      'since: since > account.consent.at ? since : account.consent.at',
      'since',
      'coupons/due',
    ],
    [
      'a late birthday gift is good for less long',
      'addDays(dayOf(now), days + 1)',
      'addDays(dayOf(now), days)',
      'coupons/due',
    ],
    [
      'a birthday gift that comes in the evening of the day ends with it',
      'now < until && now < addMilliseconds(owedAt, inTimeMs)',
      'now < until',
      'coupons/due',
    ],
    [
      'a birthday is lost where the clock comes after New Year',
      '[thisYear - 1, thisYear].reduce((current, year)',
      '[thisYear].reduce((current, year)',
      'coupons/due',
    ],
    [
      'a late birthday brings what a later tier brings',
      'tierHeldBefore(account, programme, startOfDay(addDays(birthdayIn(birthday, year), 1)))',
      'tierById(programme, account.tierId)',
      'coupons/due',
    ],
    [
      'two birthdays in a row count as one',
      'window: String(year) }',
      'window: String(year - (year % 2)) }',
      'coupons/due',
    ],
    [
      'the tier of today has the coupons of the first',
      'const top = held.filter(({ at }) => at < after).at(-1)',
      'const top = held.at(-1)',
      'coupons/due',
    ],
    [
      'what is given once is given again',
      'if (hasBeenGiven(journal.account, { why, what, window })) return journal',
      '',
      'coupons/due',
    ],
  ],
  'shared/coupons/give-back.ts': [
    [
      'an older milestone is forgotten for a newer one',
      "if (why === 'milestone') return { code: `${why}:${code}`, window: 'ever' }",
      '',
      'coupons/due',
    ],
    [
      'what has ended is good again after a refund',
      'const ended = coupon.until <= journal.stamp.recordedAt',
      'const ended = false',
      'coupons/redeem',
    ],
  ],
  'shared/coupons/best.ts': [
    [
      'of coupons as good the one that lasts longest goes first',
      'one.dueFen - other.dueFen || soonestFirst(one.coupon, other.coupon)',
      'one.dueFen - other.dueFen || soonestFirst(other.coupon, one.coupon)',
      'coupons/bill',
    ],
    ['a coupon that saves nothing is the best', 'dueFen < without', 'dueFen <= without', 'coupons/bill'],
  ],
  'shared/coupons/unearned.ts': [
    [
      'the month’s coupons stay with a tier that was refunded',
      'isGone(coupon.source) || isOfTierLost(coupon, programme, { before, after: journal.account })',
      'isGone(coupon.source)',
      'coupons/due',
    ],
    [
      'a refund takes a month’s coupons that the lower tier gives as well',
      '&& !(otherwise && gives(programme, otherwise, coupon))',
      '',
      'coupons/due',
    ],
    ['the points of a gift stay when its tier is lost', 'if (!gifts.has(gift)) continue', 'continue', 'coupons/due'],
    [
      'a refund takes gifts back that it has nothing to do with',
      'rankOf(programme, tierId) + 1, rankOf(programme, before.tierId) + 1',
      '0, 99',
      'coupons/due',
    ],
  ],
  'shared/coupons/settle.ts': [
    [
      'a gift is back when the clock comes, not when its link was over',
      '{ at: sent.until }',
      '{ at: now }',
      'coupons/send',
    ],
  ],
  'shared/coupons/send.ts': [
    ['what is used without end is sent without end', 'coupon.unlimited || ', '', 'coupons/send'],
    ['a link waits longer than is said', 'giftMs = 24 * 3_600_000', 'giftMs = 25 * 3_600_000', 'coupons/send'],
    ['a link is good for every sending of its coupon', 'coupon.sent?.token !== token || ', '', 'coupons/send'],
    [
      'a friend passes a gift on',
      '{ ...terms, giftable: false, gift: token }',
      '{ ...terms, giftable: true, gift: token }',
      'coupons/send',
    ],
  ],
  'shared/coupons/goods.ts': [
    [
      'a category is named by its goods though it has a name',
      'named.length > 0 ? named : goods',
      'goods',
      'coupons/goods',
    ],
  ],
  'shared/purchases/walk-in.ts': [
    ['a walk-in has what is for others', "if (aim?.who !== 'walk-in' ||", 'if (!aim ||', 'purchases/walk-in'],
  ],
}
