import type { Told } from '../rule-faults'

export const messageFaults: { [file: string]: Told[] } = {
  'shared/messages/opening.ts': [
    [
      'a seat that waits goes by the opening of the sign-up',
      'if (one.until !== null) return [one]',
      '',
      'messages/notices',
    ],
    [
      'an opening that was put off is told of when it was to be',
      'return at === null ? [] : [{ ...one, at }]',
      'return at === null ? [] : [one]',
      'messages/notices',
    ],
    [
      'nobody looks when a sign-up opens earlier',
      'is !== null && is < was',
      'is !== null && is < was && id.length === 0',
      'messages/notices',
    ],
  ],
  'shared/messages/telling.ts': [
    [
      'who comes is remembered where nobody is greeted',
      'return telling.greets ? { ...telling, arrived: at, tellAt: at } : telling',
      'return { ...telling, arrived: at, tellAt: at }',
      'messages/notices',
    ],
    [
      'an upgrade of last year is told today',
      'return dayOf(at) === dayOf(recordedAt)',
      'return dayOf(at) <= dayOf(recordedAt)',
      'messages/notices',
    ],
    ['a shared card’s use greets its member', 'return !entry.holderId', 'return true', 'messages/events-and-top-ups'],
    ['an order of last week greets', 'isOfToday(entry) && isInStore(entry)', 'isInStore(entry)', 'messages/occasions'],
    [
      'a till’s member is never welcomed',
      "(entry.kind === 'link' && source.kind === 'pos')",
      'false',
      'messages/occasions',
    ],
    [
      'nothing that is written makes the clock look',
      'return telling.tellAt !== undefined && telling.tellAt <= at ? telling',
      'return at ? telling',
      'messages/occasions',
    ],
    [
      'a reminder counts its days from the instant of expiry and comes a day late',
      'startOfDay(addDays(lastDayOf(expiresAt), -reminderDays))',
      'startOfDay(addDays(dayOf(expiresAt), -reminderDays))',
      'messages/notices',
    ],
  ],
  'shared/messages/notices.ts': [
    ['a seat whose time is over is told of', 'if (now >= until) return []', '', 'messages/notices'],
    [
      'points that are gone are told as about to go',
      'remindAt(expiresAt) <= now && expiresAt > now',
      'remindAt(expiresAt) <= now',
      'messages/notices',
    ],
  ],
  'shared/messages/tier-move.ts': [
    [
      'a downgrade is told as an upgrade',
      'rankOf(move.to) <= rankOf(move.from)',
      'rankOf(move.to) === rankOf(move.from)',
      'messages/notices',
    ],
  ],
  'shared/messages/check-in-reminder.ts': [
    [
      'whoever has checked in is reminded all the same',
      'if (!programme.checkIn || hasCheckedIn(account, on) ||',
      'if (!programme.checkIn ||',
      'messages/check-in-reminder',
    ],
    [
      'a day is reminded of before its time',
      '|| now < reminderOn(on, programme)) return []',
      ') return []',
      'messages/check-in-reminder',
    ],
    [
      'a reminder is told a second time on its day',
      'return now < at && !hasCheckedIn(account, today) ? at',
      'return now <= at && !hasCheckedIn(account, today) ? at',
      'messages/check-in-reminder',
    ],
    ['a check-in moves every reminder', '&& entry.day === day', '', 'messages/check-in-reminder'],
    ['the shop’s own time is forgotten', 'checkIn?.remindAt ?? usualTime', 'usualTime', 'messages/check-in-reminder'],
  ],
  'shared/messages/topics/kind.ts': [
    [
      'a long name of a tier goes out as it is',
      'line.length > thingMax',
      'line.length > thingMax * 9',
      'messages/topics',
    ],
  ],
  'shared/messages/plan.ts': [
    [
      'a shop that sends no mail any more says that its member never agreed',
      "if (ways.length > 0) return 'not-offered'",
      '',
      'messages/plan',
    ],
    [
      'promotion goes out by subscription message',
      "return purpose === 'service' && templateId !== null",
      'return templateId !== null',
      'messages/plan',
    ],
    [
      'the last acceptance is spent though something worth more is known to come',
      'place + before < open',
      'place < open',
      'messages/plan',
    ],
    [
      'one promotion more than the week’s number leaves',
      'promoted >= situation.perWeek',
      'promoted > situation.perWeek',
      'messages/plan',
    ],
    [
      'those that leave together count as none',
      "if (notice.purpose === 'promotion') promoted += 1",
      '',
      'messages/plan',
    ],
    [
      'what left weeks ago counts for this one',
      'situation.promotions.filter((sent) => sent > addMilliseconds(at, -weekMs)).length',
      'situation.promotions.length',
      'messages/plan',
    ],
    [
      'promotion of a topic that is turned off stands in the list',
      "purpose === 'service' ? 'inbox' : 'none'",
      "purpose === 'service' ? 'inbox' : 'inbox'",
      'messages/plan',
    ],
    [
      'an acceptance is kept for what comes in a month',
      'one.at > situation.now && one.at <= until',
      'one.at > situation.now',
      'messages/plan',
    ],
    ['a topic that is turned off uses up an acceptance', '!silenced(notice, situation, at))', 'true)', 'messages/plan'],
    [
      'what is over by the morning is rung for then',
      'worth.until !== null && worth.until <= at ?',
      'worth.until !== null && worth.until <= now ?',
      'messages/plan',
    ],
    [
      'messages ring in the quiet hours',
      'const at = situation.quiet ? afterHours(situation.quiet, situation.now) : situation.now',
      'const at = situation.now',
      'messages/plan',
    ],
  ],
  'shared/messages/outcomes.ts': [
    [
      'a text service that cannot be reached is waited for by every text',
      ': neverReached.test(errMsg)\n',
      ': false\n',
      'messages/outcomes',
    ],
    [
      'what a mail server refuses for good is tried again',
      "if (errCode >= 500) return 'failed'",
      "if (errCode >= 500) return 'again'",
      'messages/outcomes',
    ],
    [
      'a mail server that is down loses the mail',
      'errCode >= 400 || errCode === notReached',
      'errCode >= 400',
      'messages/outcomes',
    ],
    [
      'a number that answered T is tried again',
      "if (numberGone.includes(code)) return 'refused'",
      "if (numberGone.includes(code)) return 'again'",
      'messages/outcomes',
    ],
    [
      'a message that may have left is sent once more',
      "return errCode > 0 ? 'again' : 'unsure'",
      "return 'again'",
      'messages/outcomes',
    ],
  ],
  'shared/messages/worth.ts': [
    ['a coupon worth much is rung for after any points', 'lossFen: ({ worthFen }) => worthFen, ', '', 'messages/plan'],
    [
      'points count as many fen as they are',
      'worthFen(programme, points, tierId) ?? points',
      'points',
      'messages/plan',
    ],
    [
      'the smaller loss is rung for first',
      'one.lossFen - other.lossFen ||',
      'other.lossFen - one.lossFen ||',
      'messages/plan',
    ],
  ],
  'shared/messages/preferences.ts': [
    [
      'a topic that is turned off is turned on',
      'change.on ? others : [...others, change.topic]',
      'change.on ? [...others, change.topic] : others',
      'messages/preferences',
    ],
  ],
  'shared/messages/by-subscription.ts': [
    [
      'a member is asked to accept promotion',
      "purpose === 'service' && channels",
      'channels',
      'messages/by-subscription',
    ],
    [
      'what the programme took the place of is asked for all the same',
      '&& !hasOwn(programme, { tierId }, occasion)',
      '',
      'messages/by-subscription',
    ],
  ],
  'shared/messages/coming.ts': [
    ['what is due now is taken for what comes', 'if (at > now) found.push', 'found.push', 'messages/coming'],
  ],
}
