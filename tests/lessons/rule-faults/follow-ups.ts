import type { Told } from '../rule-faults'

const family = 'programme/years/early-education'

export const followUpFaults: { [file: string]: Told[] } = {
  'shared/journeys/moment.ts': [
    [
      'days off count as hours to do something in',
      'if (!calendar.isWorkingDay(day)) due = addMilliseconds(due, 24 * hourMs)',
      'if (day.length === 0) due = addMilliseconds(due, 24 * hourMs)',
      family,
    ],
  ],
  'shared/journeys/dates.ts': [
    ['a call is repeated on the day on which it ends', 'if (base >= last) break', 'if (base > last) break', family],
  ],
  'shared/journeys/advance.ts': [
    [
      'the head is told the minute that something is due',
      'addMilliseconds(dueAt, escalation.afterHours * hourMs) <= now',
      'dueAt <= now',
      family,
    ],
  ],
  'shared/journeys/kept.ts': [
    [
      'what was withdrawn counts as promised',
      "due: sum(({ outcome }) => outcome !== 'withdrawn'),",
      'due: sum(() => true),',
      'tasks/kept',
    ],
    [
      'what is still ahead counts as overdue',
      "overdue: sum(({ outcome, isPast }) => outcome === 'open' && isPast),",
      "overdue: sum(({ outcome }) => outcome === 'open'),",
      'tasks/kept',
    ],
  ],
  'shared/journeys/task.ts': [
    ['what is done in its last minute is late', 'at > dueAt ?', 'at >= dueAt ?', 'tasks/kept'],
  ],
  'shared/training/piece.ts': [
    [
      'whoever passed an earlier version has passed the new one',
      'return `training:${staffId}:${id}:${version}`',
      'return `training:${staffId}:${id}:${version > 0}`',
      'training/training',
    ],
  ],
  'shared/groups/customer.ts': [
    [
      'ten orders stand before nine',
      "return String(orders).padStart(9, '0')",
      'return String(orders)',
      'groups/groups',
    ],
  ],
}
