import type { Account } from '../books/account'
import { streakWith } from '../books/check-ins'
import { addDays, dayOf, daysBetween, endOfMonth, monthOf, type Day, type Instant } from '../kit/time'
import { bonusOf, pointsOnDay, type CheckInTerms } from './streak'
import { missedDays } from './make-up'

/** A day of the ladder of a streak: which one it is, what it brings, and whether it is done. */
export type StreakStep = { streak: number; points: number; state: 'done' | 'today' | 'ahead' }

/** The month as a member sees it: what was done, what today brings, and on which days to come a streak is rewarded. */
export type Calendar = {
  today: Day
  checkedIn: boolean
  /** Days without a gap up to today, or to yesterday while today is open. */
  streak: number
  /** What today brings, or brought. */
  points: number
  steps: StreakStep[]
  /** The next day of the streak with a reward on top, after today; null where there are none. */
  next: { streak: number; inDays: number; points: number } | null
  days: { day: Day; state: 'done' | 'missed' | 'today' | 'ahead'; bonus: boolean }[]
  /** How many days of the month are done, and what they brought. */
  done: { days: number; points: number }
  makeUp: { points: number; days: Day[] } | null
}

const stepsShown = 6
const stepsBefore = 2

export function calendarOf(account: Account, terms: CheckInTerms, at: Instant): Calendar {
  const today = dayOf(at)
  const days = account.checkIns ?? []
  const now = days.find(({ day }) => day === today)
  const place = now?.streak ?? streakWith(days, today)
  const ofMonth = days.filter(({ day }) => monthOf(day) === monthOf(today))
  return {
    today,
    checkedIn: now !== undefined,
    streak: now ? place : place - 1,
    points: now?.points ?? pointsOnDay(terms, place),
    steps: stepsAround(terms, place, now?.points ?? null),
    next: nextReward(terms, place),
    days: monthDays(account, terms, { today, place }),
    done: { days: ofMonth.length, points: ofMonth.reduce((sum, { points }) => sum + points, 0) },
    makeUp: terms.makeUpPoints ? { points: terms.makeUpPoints, days: missedDays(account, at) } : null,
  }
}

/** Two days before today and three after it; at the start of a streak the first six. */
function stepsAround(terms: CheckInTerms, place: number, brought: number | null): StreakStep[] {
  const first = Math.max(1, place - stepsBefore)
  return Array.from({ length: stepsShown }, (_, index) => {
    const streak = first + index
    if (streak < place) return { streak, points: pointsOnDay(terms, streak), state: 'done' }
    if (streak > place) return { streak, points: pointsOnDay(terms, streak), state: 'ahead' }
    return { streak, points: brought ?? pointsOnDay(terms, streak), state: brought === null ? 'today' : 'done' }
  })
}

function nextReward(terms: CheckInTerms, place: number): Calendar['next'] {
  const longest = Math.max(0, ...(terms.streaks ?? []).map(({ days }) => days))
  for (let inDays = 1; inDays <= longest; inDays += 1)
    if (bonusOf(terms, place + inDays) > 0)
      return { streak: place + inDays, inDays, points: pointsOnDay(terms, place + inDays) }
  return null
}

function monthDays(account: Account, terms: CheckInTerms, { today, place }: { today: Day; place: number }) {
  const all: Calendar['days'] = []
  const last = endOfMonth(today)
  for (let day = `${monthOf(today)}-01`; day <= last; day = addDays(day, 1)) {
    const done = account.checkIns?.some((one) => one.day === day)
    const ahead = daysBetween(today, day)
    const state = done ? 'done' : ahead < 0 ? 'missed' : ahead === 0 ? 'today' : 'ahead'
    all.push({ day, state, bonus: ahead >= 0 && !done && bonusOf(terms, place + ahead) > 0 })
  }
  return all
}
