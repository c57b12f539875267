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
  'shared/messages/topics.ts': [
    [
      'a long name of a tier goes out as it is',
      'line.length > thingMax',
      'line.length > thingMax * 9',
      'messages/topics',
    ],
  ],
}
