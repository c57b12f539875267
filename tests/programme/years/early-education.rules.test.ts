import { newFamily } from '../../../shared/programme/presets/early-education-journey'
import { journeyOf, moves, passes, records, signs, type Row } from './journey-table'

const reached = { reached: 'connected' }
const missed = { reached: 'missed' }

/** A family signs on 31 August 2026; its first lesson moves from 19 to 28 September; National Day lies between. */
const rows: readonly Row[] = [
  {
    at: '2026-08-31 15:00',
    act: signs({ contract: '2026-08-31 15:00', 'first-lesson': '2026-09-19 10:00' }),
    expect: {
      is: { 'contract-day:0': 'open', 'weekly-call:0': 'ahead', 'teacher-call-second-lesson:0': 'waiting' },
      dates: {
        'contract-day:0': '08-31 15:00 – 08-31 21:00',
        'weekly-call:0': '09-07 09:00 – 09-10 09:00',
        'teacher-call-second-lesson:0': 'waits for second-lesson',
      },
    },
    line: 'P12.1',
  },
  {
    at: '2026-08-31 18:00',
    act: records('contract-day:0'),
    expect: { is: { 'contract-day:0': 'done' } },
    line: 'P12.1',
  },
  {
    at: '2026-09-07 11:00',
    act: records('weekly-call:0', { ...reached, wish: 'keen' }),
    // A lesson on the 19th leaves one week to call in.
    expect: { is: { 'weekly-call:0': 'done', 'weekly-call:1': 'none' } },
    line: 'P12.2',
  },
  {
    at: '2026-09-11 10:00',
    act: records('week-before:0', reached),
    // Seven days before is Saturday the 12th: what comes before the lesson moves to the Friday.
    expect: {
      is: { 'week-before:0': 'done', 'teacher-calls-parent:0': 'open' },
      dates: { 'teacher-calls-parent:0': '09-11 09:00 – 09-16 09:00' },
    },
    line: 'P12.3',
  },
  {
    at: '2026-09-15 17:00',
    act: records('teacher-calls-parent:0', reached),
    expect: { is: { 'teacher-calls-parent:0': 'done' } },
    line: 'P12.3',
  },
  {
    at: '2026-09-16 16:00',
    act: moves('first-lesson', '2026-09-28 10:00'),
    // What was done stays; a week more means one more call; what lies ahead has the new dates.
    expect: {
      is: { 'week-before:0': 'done', 'weekly-call:1': 'open', 'day-before:0': 'ahead' },
      dates: {
        'weekly-call:1': '09-14 09:00 – 09-17 09:00',
        'day-before:0': '09-27 09:00 – 09-28 09:00',
        'first-day-call:0': '09-28 08:00 – 09-28 09:00',
        'teacher-call-first-lesson:0': '09-28 10:00 – 09-30 10:00',
        'week-1:0': '10-08 09:00 – 10-12 09:00',
        'week-2:0': '10-12 09:00 – 10-15 09:00',
        'months-2-3-call:7': '12-21 09:00 – 12-24 09:00',
      },
      sent: [],
    },
    line: 'P12.11',
  },
  {
    at: '2026-09-17 08:30',
    act: records('weekly-call:1', reached),
    expect: { is: { 'weekly-call:1': 'done', 'weekly-call:2': 'none' } },
    line: 'P12.2',
  },
  {
    at: '2026-09-18 12:00',
    act: passes(),
    // The day before the first date: nothing goes out.
    expect: { is: { 'day-before:0': 'ahead' }, sent: [] },
    line: 'P12.4',
  },
  {
    at: '2026-09-27 09:00',
    act: passes(),
    // A Sunday: a message of the system moves to no other day.
    expect: { sent: ['day-before:0'] },
    line: 'P12.4',
  },
  {
    at: '2026-09-28 08:40',
    act: records('first-day-call:0', reached),
    expect: { is: { 'first-day-call:0': 'done', 'first-day-reception:0': 'ahead' } },
    line: 'P12.5',
  },
  {
    at: '2026-09-28 10:05',
    act: records('first-day-reception:0'),
    expect: { is: { 'first-day-reception:0': 'done' } },
    line: 'P12.5',
  },
  {
    at: '2026-09-28 11:30',
    act: records('first-day-goodbye:0'),
    expect: { is: { 'first-day-goodbye:0': 'done', 'first-day-notes:0': 'open' } },
    line: 'P12.5',
  },
  {
    at: '2026-09-28 12:00',
    act: records('first-day-notes:0'),
    expect: { is: { 'first-day-notes:0': 'done', 'first-day-teacher-notes:0': 'open' } },
    line: 'P12.5',
  },
  {
    at: '2026-09-28 15:00',
    act: records('first-day-teacher-notes:0'),
    expect: { is: { 'first-day-teacher-notes:0': 'done' }, escalated: [] },
    line: 'P12.5',
  },
  {
    at: '2026-09-28 18:00',
    act: moves('second-lesson', '2026-10-10 10:00'),
    expect: { dates: { 'teacher-call-second-lesson:0': '10-10 10:00 – 10-12 10:00' } },
    line: 'P12.11',
  },
  {
    at: '2026-09-29 19:00',
    act: records('teacher-call-first-lesson:0', reached),
    expect: { is: { 'teacher-call-first-lesson:0': 'done' } },
    line: 'P12.6',
  },
  {
    at: '2026-10-05 12:00',
    act: passes(),
    // A week after the lesson is National Day's holiday: nobody is called before the 8th.
    expect: { is: { 'week-1:0': 'ahead' } },
    line: 'P12.7',
  },
  {
    at: '2026-10-08 10:00',
    act: records('week-1:0', reached),
    expect: { is: { 'week-1:0': 'done' } },
    line: 'P12.7',
  },
  {
    at: '2026-10-11 20:00',
    act: records('teacher-call-second-lesson:0', reached),
    expect: { is: { 'teacher-call-second-lesson:0': 'done' } },
    line: 'P12.6',
  },
  {
    at: '2026-10-13 11:00',
    act: records('week-2:0', missed),
    // Nobody there: it is still to be done by the same time.
    expect: { is: { 'week-2:0': 'open' }, dates: { 'week-2:0': '10-12 09:00 – 10-15 09:00' } },
    line: 'P12.7',
  },
  {
    at: '2026-10-16 08:59',
    act: passes(),
    expect: { is: { 'week-2:0': 'overdue' }, escalated: [] },
    line: 'P12.11',
  },
  {
    at: '2026-10-16 09:00',
    act: passes(),
    expect: { is: { 'week-2:0': 'overdue' }, escalated: ['week-2:0'] },
    line: 'P12.11',
  },
  {
    at: '2026-10-16 15:00',
    act: records('week-2:0', reached, '2026-10-18 11:00'),
    expect: {
      is: { 'week-2:0': 'done', 'follow-up!:0': 'ahead' },
      dates: { 'follow-up!:0': '10-18 11:00 – 10-19 11:00' },
      escalated: ['week-2:0'],
    },
    line: 'P12.11',
  },
  {
    at: '2026-10-18 11:20',
    act: records('follow-up!:0', reached),
    expect: { is: { 'follow-up!:0': 'done' } },
    line: 'P12.7',
  },
  {
    at: '2026-10-19 10:00',
    act: records('week-3-talk:0', reached),
    expect: { is: { 'week-3-talk:0': 'done', 'week-3-friend:0': 'open' } },
    line: 'P12.8',
  },
  {
    at: '2026-10-20 10:00',
    act: records('week-3-friend:0', { reached: 'later' }, '2026-10-21 19:30'),
    expect: {
      is: { 'week-3-friend:0': 'ahead' },
      dates: { 'week-3-friend:0': '10-21 19:30 – 10-22 19:30' },
    },
    line: 'P12.8',
  },
  {
    at: '2026-10-21 19:40',
    act: records('week-3-friend:0', reached),
    expect: { is: { 'week-3-friend:0': 'done' } },
    line: 'P12.8',
  },
  {
    at: '2026-10-26 14:00',
    act: records('week-4-lecture:0', reached),
    expect: { is: { 'week-4-lecture:0': 'done' } },
    line: 'P12.9',
  },
  {
    at: '2026-11-02 10:00',
    act: records('months-2-3-call:0', reached),
    expect: {
      is: { 'months-2-3-call:0': 'done', 'months-2-3-event:0': 'open' },
      dates: { 'months-2-3-event:0': '10-28 09:00 – 11-06 09:00', 'months-2-3-event:1': '11-30 09:00 – 12-09 09:00' },
    },
    line: 'P12.10',
  },
  {
    at: '2026-11-16 09:00',
    act: passes(),
    // The call of the week before was never made: it was late for the head, and the next week's takes its place.
    expect: {
      is: { 'months-2-3-call:1': 'missed', 'months-2-3-call:2': 'open' },
      escalated: ['week-2:0', 'months-2-3-event:0', 'months-2-3-call:1'],
    },
    line: 'P12.10',
  },
  {
    at: '2026-11-30 10:00',
    act: records('month-2-talk:0', reached),
    expect: { is: { 'month-2-talk:0': 'done' } },
    line: 'P12.10',
  },
  {
    at: '2026-12-16 10:00',
    act: records('month-3-lecture:0', reached),
    expect: { is: { 'month-3-lecture:0': 'done' }, state: 'running' },
    line: 'P12.10',
  },
  {
    at: '2026-12-28 23:59',
    act: passes(),
    expect: { state: 'running' },
    line: 'P12.10',
  },
  {
    at: '2026-12-29 00:00',
    act: passes(),
    expect: { state: 'ended', is: { 'months-2-3-call:7': 'missed' } },
    line: 'P12.10',
  },
]

describe('early-education: a family from the contract to month 3', () => journeyOf(newFamily, rows))
