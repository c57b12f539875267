import { checkinsCheckIn, checkinsRead, type CalendarView } from '../../../shared/checkins/contract'

export const serverAt = '2026-05-21T01:41:00.000Z'
export const day = (n: number) => `2026-05-${String(n).padStart(2, '0')}`
const done = [3, 4, 5, 8, 9, 11, 12, 13, 15, 16, 17, 18, 19, 20]
/** The month of the design's picture. */
export const calendar: CalendarView = {
  serverAt,
  balance: 2_480,
  today: day(21),
  checkedIn: false,
  streak: 6,
  points: 30,
  steps: [
    { streak: 5, points: 5, state: 'done' },
    { streak: 6, points: 5, state: 'done' },
    { streak: 7, points: 30, state: 'today' },
    { streak: 8, points: 5, state: 'ahead' },
    { streak: 9, points: 5, state: 'ahead' },
    { streak: 10, points: 50, state: 'ahead' },
  ],
  next: { streak: 10, inDays: 3, points: 50 },
  days: Array.from({ length: 31 }, (_, index) => index + 1).map((n) => ({
    day: day(n),
    state: done.includes(n) ? 'done' : n < 21 ? 'missed' : n === 21 ? 'today' : 'ahead',
    bonus: [21, 24, 28].includes(n),
  })),
  done: { days: 14, points: 106 },
  makeUp: { points: 20, days: [day(10), day(14)] },
}

/** The same once somebody has checked in. */
export const after: CalendarView = {
  ...calendar,
  checkedIn: true,
  streak: 7,
  balance: 2_510,
  done: { days: 15, points: 136 },
}

/** Replies by operation, each still to be held against its contract by whoever serves it. */
export const calendarReplies = {
  [checkinsRead.name]: calendar,
  [checkinsCheckIn.name]: { earned: 30, bonus: 25, calendar: after },
}
