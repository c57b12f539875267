import type { Told } from '../rule-faults'

export const actFaults: { [file: string]: Told[] } = {
  'shared/checkins/check-in.ts': [
    [
      'a check-in counts for the day of UTC',
      'const day = dayOf(at)',
      'const day = at.slice(0, 10)',
      'checkins/check-in',
    ],
    ['the score of a check-in is lost', 'engagement: terms.engagement,', '', 'checkins/check-in'],
  ],
  'shared/checkins/streak.ts': [
    ['rewards end with the longest streak', '((streak - 1) % longest) + 1', 'streak', 'checkins/check-in'],
    ['the last day of a round is none', '((streak - 1) % longest) + 1', 'streak % longest', 'checkins/check-in'],
  ],
  'shared/books/check-ins.ts': [
    ['a gap goes on with the streak', 'days.find((one) => one.day === yesterday)', 'days.at(-1)', 'checkins/check-in'],
    ['days are kept for ever', 'monthOf(day) >= oldest', 'oldest !== day', 'checkins/check-in'],
  ],
  'shared/checkins/make-up.ts': [
    ['a day before the member joined is made up for', 'day >= dayOf(enrolledAt) &&', '', 'checkins/check-in'],
    [
      'a day that has a check-in is made up for',
      '!checkIns.some((one) => one.day === day)',
      'true',
      'checkins/check-in',
    ],
    [
      'a missed day takes more than was shown',
      'shown !== undefined && shown !== burned',
      'shown === -1',
      'checkins/check-in',
    ],
    ['points that are over pay for a missed day', 'expirePoints(journal, at)', 'journal', 'checkins/check-in'],
    ['a missed day is paid for under a debt', 'account.debt > 0 ? null : ', '', 'checkins/check-in'],
  ],
  'shared/acts/act.ts': [
    ['a limit is not counted', '...(brings && take ? { take } : {}),', '', 'acts/act'],
    [
      'what is limited brings its points for ever',
      'isOpen(account, programme, act, at) ?',
      'at !== null ?',
      'acts/act',
    ],
  ],
  'shared/acts/undo.ts': [
    ['the use of a limit is not given back', '...(take ? { take } : {}),', '', 'acts/act'],
    ['a refund goes through though a review’s points are spent', 'if (owed > 0 &&', 'if (owed < 0 &&', 'acts/act'],
  ],
  'shared/books/acts-after.ts': [
    ['points of acts use up the limits of orders', 'byActs: points }', 'byActs: 0 }', 'acts/act'],
    ['points of acts count towards no tier', 'pointsEarned: points,', 'pointsEarned: 0,', 'acts/act'],
  ],
  'shared/benefits/entitlements.ts': [
    [
      'more is ticked off than the month allows',
      "if (one.left === 0) return refuse('entitlement_used', { count: one.count })",
      '',
      'benefits/entitlements',
    ],
    ['anybody takes a tick back', '|| ticked.actor !== staffId', '', 'benefits/entitlements'],
    ['a tick is taken back long after', 'undone || over ||', 'undone ||', 'benefits/entitlements'],
  ],
  'shared/benefits/birthday.ts': [
    [
      'who was born on 29 February has two birthdays in a leap year',
      "day.endsWith('-02-28') && endOfMonth(day) === day",
      "day.endsWith('-02-28')",
      'messages/birthday',
    ],
    [
      'a birthday is moved on its very day and had again',
      'dayInYear(birthday, day.slice(0, 4)) > day',
      'dayInYear(birthday, day.slice(0, 4)) >= day',
      'messages/birthday',
    ],
    [
      'a birthday that has come is moved on',
      'dayInYear(birthday, day.slice(0, 4)) > day',
      'birthday',
      'members/birthday',
    ],
    ['a changed birthday brings benefits at once', '&& day >= (birthdayFrom ?? day)', '', 'members/birthday'],
  ],
}
