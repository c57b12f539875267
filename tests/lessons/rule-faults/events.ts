import type { Told } from '../rule-faults'

export const eventFaults: { [file: string]: Told[] } = {
  'shared/events/seats.ts': [
    [
      'a party that is one too many sits down',
      "if (free === null || partyOf(place) <= free) return 'seat'",
      "if (free === null || place.guests <= free) return 'seat'",
      'events/seats',
    ],
    ['guests take no seats', 'return 1 + guests', 'return 1 + 0 * guests', 'events/seats'],
    [
      'a tier asks before its time',
      "if (place.at < opens) return 'not-open'",
      "if (place.at < opens && place.rank > 9) return 'not-open'",
      'events/seats',
    ],
    [
      'a member sits twice by two requests',
      'one.accountId === place.accountId && isStanding(one)',
      'one.key === place.key && isStanding(one)',
      'events/seats',
    ],
    [
      'a command that was sent again stands twice',
      "if (list.places.some((place) => place.key === key && place.state !== 'left')) return",
      "if (list.places.some((place) => place.key === key && place.state === 'full')) return",
      'events/seats',
    ],
    [
      'whoever waits moves up after it has begun',
      'if (!terms || at >= terms.startsAt) return',
      'if (!terms) return',
      'events/seats',
    ],
    [
      'an offer is good for ever',
      "state === 'offered' && until !== null && until <= to",
      "state === 'offered' && until !== null && until < ''",
      'events/seats',
    ],
    [
      'an offer that passed is had all the same',
      "one.key === of && one.state === 'offered'",
      "one.key === of && one.state !== 'left'",
      'events/seats',
    ],
    ['a seat that nobody confirmed in the end is kept', "  confirmed.state = 'offered'\n", '', 'events/seats'],
  ],
  'shared/events/terms.ts': [
    [
      'who moves up has a day, whatever the event says',
      '(event.confirmHours ?? confirmHours) * hourMs',
      'confirmHours * hourMs',
      'events/sign-up',
    ],
    [
      'an early sign-up of a benefit is forgotten',
      'Math.max(0, hoursEarly(programme, tier, event.earlyAccess), ...own)',
      'Math.max(0, ...own)',
      'events/sign-up',
    ],
    ['a party pays for one', 'points: costPoints * party', 'points: costPoints + 0 * party', 'events/sign-up'],
  ],
  'shared/events/sign-up.ts': [
    ['more is taken than was shown', 'shown === undefined || shown === points ?', 'shown !== -1 ?', 'events/sign-up'],
    ['one member fills a list', 'if (asks >= asksMax)', 'if (asks > asksMax)', 'events/sign-up'],
    [
      'the waiting list costs points',
      "to === 'seat' ? costOf(event, partyOf(place)).points : 0",
      'costOf(event, partyOf(place)).points',
      'events/sign-up',
    ],
    [
      'the tier that has ended signs up early',
      'const { account } = settled(journal, programme, at)\n  const terms',
      'const { account } = journal\n  const terms',
      'events/sign-up',
    ],
    [
      'whoever did not come signs up again',
      'if (barred !== undefined && at < barred)',
      'if (barred !== undefined && at < barred && guests > 99)',
      'events/sign-up',
    ],
  ],
  'shared/events/leave.ts': [
    [
      'points come back to whoever leaves too late',
      'back: at < returnsUntil(event)',
      'back: at < event.endsAt',
      'events/sign-up',
    ],
    [
      'what has expired meanwhile comes back to life',
      'const lapsed = expiredLots(returned, journal.stamp.recordedAt)',
      'const lapsed = expiredLots([], journal.stamp.recordedAt)',
      'events/sign-up',
    ],
  ],
  'shared/events/attend.ts': [
    ['the doors never close', 'at >= doors.until) return refuse', "at === '') return refuse", 'events/sign-up'],
    [
      'less is paid at the door than is due',
      'if (paidFen !== due) return',
      'if (paidFen > due) return',
      'events/sign-up',
    ],
  ],
  'shared/events/vote.ts': [
    [
      'a vote that may not be changed is',
      'if (before !== null && !event.changeable)',
      "if (before === '' && !event.changeable)",
      'events/votes',
    ],
    ['a vote is taken after the close', 'if (at >= event.endsAt)', 'if (at > event.endsAt)', 'events/votes'],
  ],
  'shared/events/boards.ts': [
    ['who has gathered nothing wins', '.filter(({ amount }) => amount > 0)', '', 'events/challenges'],
    [
      'who has as much as the last winner is left out',
      'amount >= least',
      'amount > least || ranked.indexOf(ranked[0]!) < 0',
      'events/challenges',
    ],
    [
      'visits count on a board of orders',
      'one.pointsEarned - (one.byActs ?? 0)',
      'one.pointsEarned',
      'events/challenges',
    ],
  ],
  'shared/benefits/challenges.ts': [
    [
      'a challenge is finished twice in its time',
      'if (done || have < need) return current',
      'if (have < need) return current',
      'events/challenges',
    ],
    [
      'a challenge stands though its order was refunded',
      'if (!done || have >= need) return current',
      'if (!done || have >= 0) return current',
      'events/challenges',
    ],
    [
      'what lies outside the time of a challenge counts',
      'time.from <= day && day <= time.to && isOn(when, day)',
      'time.from <= day || day <= time.to || isOn(when, day)',
      'events/challenges',
    ],
  ],
  'shared/programme/past-events.ts': [
    ['an event that is over is announced', 'if (endsAt > now ||', "if (endsAt > '' ||", 'events/sign-up'],
  ],
}
