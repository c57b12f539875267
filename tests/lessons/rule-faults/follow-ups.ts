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
    [
      'what has begun by the end is cut off',
      'return until !== null && until > last ? until : last',
      'return last',
      'tasks/journey-ends',
    ],
    [
      'the head has no time for what they are told at the end',
      'return addMilliseconds(told, headHours * hourMs)',
      'return told',
      'tasks/journey-ends',
    ],
    [
      'a clock that stood still takes the head’s time away',
      'escalated?.dueAt === dueAt ? escalated.at : ',
      '',
      'tasks/journey-ends',
    ],
    [
      'a short journey is over before anybody asks for its date',
      'usual <= latest ? usual : latest > run.begunAt ? latest : run.begunAt',
      'usual',
      'tasks/journey-ends',
    ],
    ['a call is repeated on the day on which it ends', 'if (base >= last) break', 'if (base > last) break', family],
  ],
  'shared/journeys/stop.ts': [
    ['a journey is stopped to hide what was late', 'one.dueAt <= now && ', "one.dueAt < '' && ", 'tasks/journey-ends'],
    ['what the head was to find out was promised', " && kind !== 'anchor'", '', 'tasks/journey-ends'],
  ],
  'shared/journeys/standing.ts': [
    [
      'a journey that is over has something ahead',
      "if (run.state !== 'running') return step.state ?? 'withdrawn'",
      '',
      'tasks/journey-ends',
    ],
  ],
  'shared/programme/checks/journey-ends.ts': [
    ['what begins as the journey ends comes', 'startsAt >= end', 'startsAt > end', 'tasks/journey-check'],
    [
      'what is due an hour after the end is in time',
      '> end }',
      '> addMilliseconds(end, hourMs) }',
      'tasks/journey-check',
    ],
    ['a repetition runs into the next', '> later(at, every, 1)', '> later(at, every, 2)', 'tasks/journey-check'],
  ],
  'shared/journeys/advance.ts': [
    [
      'what its next took the place of was missed',
      'hadItsTime || by === system ?',
      "hadItsTime || by !== '' ?",
      'tasks/journey-ends',
    ],
    [
      'the head is not told of a repetition that its next has closed',
      'return wasMissed || (isUndone',
      "return (wasMissed && key === '') || (isUndone",
      'tasks/journey-ends',
    ],
    [
      'of a repeated message all that the clock has missed go out at once',
      'now < dueAt && !isFollowed(one, all, now)',
      'now < dueAt',
      'tasks/journey-ends',
    ],
    [
      'the head is told the minute that something is due',
      'addMilliseconds(dueAt, escalation.afterHours * hourMs) <= now',
      'dueAt <= now',
      family,
    ],
  ],
  'shared/journeys/kept.ts': [
    ['what is due this very instant is ahead', 'dueAt <= now,', 'dueAt < now,', 'tasks/kept'],
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
