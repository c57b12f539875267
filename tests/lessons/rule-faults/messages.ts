import type { Told } from '../rule-faults'

export const messageFaults: { [file: string]: Told[] } = {
  'shared/messages/notices.ts': [
    [
      'an upgrade of last year is told today',
      'return dayOf(at) === dayOf(recordedAt)',
      'return dayOf(at) <= dayOf(recordedAt)',
      'messages/notices',
    ],
    [
      'a downgrade is told as an upgrade',
      'rankOf(move.to) <= rankOf(move.from)',
      'rankOf(move.to) === rankOf(move.from)',
      'messages/notices',
    ],
    [
      'a reminder counts its days from the instant of expiry and comes a day late',
      'startOfDay(addDays(lastDayOf(expiresAt), -reminderDays))',
      'startOfDay(addDays(dayOf(expiresAt), -reminderDays))',
      'messages/notices',
    ],
    [
      'points that are gone are told as about to go',
      'remindAt(expiresAt) <= now && expiresAt > now',
      'remindAt(expiresAt) <= now',
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
}
