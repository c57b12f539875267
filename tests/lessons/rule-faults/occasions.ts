import type { Told } from '../rule-faults'

export const occasionFaults: { [file: string]: Told[] } = {
  'shared/messages/due.ts': [
    ['what was told is told again', "if (one.mark <= (known ?? '') || one.until", 'if (one.until', 'messages/birthday'],
    [
      'what is over is told all the same',
      'const isLate = one.until <= now',
      'const isLate = false',
      'messages/occasions',
    ],
    [
      'what was over before somebody joined is given to them',
      "|| one.until <= (account.consent?.at ?? '')",
      '',
      'messages/birthday',
    ],
    [
      'a late gift goes to who was not known at its time',
      '!(message.gives && known !== undefined &&',
      '!(message.gives &&',
      'messages/birthday',
    ],
    [
      'a gift is lost when the clock comes late',
      '!(message.gives && known !== undefined && now',
      '!(false && now',
      'messages/birthday',
    ],
    [
      'a message is told to every tier',
      'if (!isForTier(programme, message, account.tierId)) return {',
      'if (false) return {',
      'messages/occasions',
    ],
    [
      'a promotion goes out as a service notice',
      'sending: { purpose, channels',
      "sending: { purpose: 'service', channels",
      'messages/occasions',
    ],
  ],
  'shared/messages/view.ts': [
    ['a welcome comes in quiet hours', 'return quiet ? afterHours(quiet, at) : at', 'return at', 'messages/occasions'],
    [
      'what is late is told before its hour',
      'if (at < own) return own',
      'if (at < own) return at',
      'messages/occasions',
    ],
    [
      'everybody is told in the same minute',
      'Math.floor((hundredthOf(`${accountId} ${id}`) * room) / 100) * minuteMs',
      '0 * hundredthOf(`${accountId} ${id}`) * room * minuteMs',
      'messages/occasions',
    ],
    [
      'the last of many are told in quiet hours',
      "const ends = quiet && quiet.from > clock ? quiet.from : '24:00'",
      "const ends = '24:00'",
      'messages/occasions',
    ],
    [
      'what is late is told at night',
      'return clock >= lateUntil && own < lateUntil',
      'return clock >= lateUntil && own < clock && own > lateUntil',
      'messages/occasions',
    ],
  ],
  'shared/messages/occasions/birthday.ts': [
    [
      'a birthday is greeted anew on the day to which it was moved',
      'mark: String(year)',
      'mark: day',
      'messages/birthday',
    ],
    [
      'a changed birthday is greeted twice a year',
      'if (!hasBirthday(account, day)) return []',
      '',
      'messages/birthday',
    ],
    [
      'a birthday’s month ends with its day',
      'until > last ? until : last',
      'until < last ? until : last',
      'messages/birthday',
    ],
  ],
  'shared/messages/occasions/coupon-expiring.ts': [
    ['a coupon on its way to a friend is told of', 'if (coupon.sent) continue', '', 'messages/occasions'],
    [
      'a short coupon is told of on the day on which it came',
      'return day < next ? next : day',
      'return day',
      'messages/occasions',
    ],
  ],
  'shared/messages/occasions/inactive.ts': [
    ['who never bought is never away', '?? dayOf(account.enrolledAt)', "?? '9999-01-01'", 'messages/occasions'],
    [
      'a day on which nothing was bought ends an absence',
      'findLast(({ orders }) => orders > 0)',
      'findLast(({ orders }) => orders >= 0)',
      'messages/occasions',
    ],
  ],
  'shared/messages/occasions/every.ts': [
    [
      'a period is told of on each of its days',
      "if (when.kind === 'dates') return today <= when.to ? [when.from] : []",
      '',
      'messages/occasions',
    ],
    [
      'a year’s period that runs is not told of',
      '`${year - 1 + index}-${when.from}`',
      '`${year + index}-${when.from}`',
      'messages/occasions',
    ],
  ],
  'shared/messages/occasions/points-short.ts': [
    [
      'who has had the top-up is reminded of it',
      'one.window === window)) return null',
      'one.window === window && false)) return null',
      'messages/events-and-top-ups',
    ],
    ['who is short by more is told as well', '|| full - balance > most', '', 'messages/events-and-top-ups'],
    [
      'tiers without the top-up are reminded of it',
      '|| !isForTier(programme, pointsTopUp, view.account.tierId)',
      '',
      'messages/events-and-top-ups',
    ],
  ],
  'shared/messages/occasions/event.ts': [
    ['who waits for a seat is reminded of the event', '|| place.waiting', '', 'messages/events-and-top-ups'],
  ],
  'shared/tiers/keep.ts': [
    [
      'whoever has kept the tier is warned',
      'if (rankOfTop(programme, after) >= rankOf(programme, tier.id)) return null',
      '',
      'messages/occasions',
    ],
    ['the days of grace are forgotten', '(tier.term?.graceDays ?? 0)', '0', 'messages/occasions'],
  ],
  'shared/messages/occasions/term-ending.ts': [
    [
      'of two ways the farther is named',
      'other.done > nearest.done',
      'other.done < nearest.done',
      'messages/occasions',
    ],
    ['an amount is asked of whom none helps', 'if (asks && !amount) return null', '', 'messages/occasions'],
  ],
  'shared/programme/checks/messages.ts': [
    [
      'promotion goes by subscription message',
      "if (purpose === 'promotion' && channels",
      "if (purpose !== 'promotion' && channels",
      'programme/messages',
    ],
    [
      'a text is measured with nothing filled in',
      '(sum, name) => sum + longest',
      '(sum, name) => sum + 0 * longest',
      'programme/messages',
    ],
    [
      'what nobody can fill in is left open',
      'const strange = open.filter((name) =>',
      'const strange = open.filter((name) => false &&',
      'programme/messages',
    ],
  ],
}
