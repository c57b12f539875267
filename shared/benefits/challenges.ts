import type { Account } from '../books/account'
import { challengeGrant } from '../books/events-after'
import { record, type Journal } from '../books/journal'
import { isOn } from '../kit/period'
import { dayOf, endOfMonth, type Day, type Instant } from '../kit/time'
import type { Challenge } from '../programme/parts/events'
import type { Programme } from '../programme/schema'
import { heldAfterLoss } from '../tiers/after-loss'
import { heldAfterGain } from '../tiers/held'
import { retier } from '../tiers/retier'

/** The time in which a challenge is finished, and a name for it: what is finished once in it is finished once a name. */
export type ChallengeTime = { window: string; from: Day; to: Day }

/** The time of a challenge that a day lies in; null when it is not its time. */
export function challengeTime({ when }: Challenge, day: Day): ChallengeTime | null {
  switch (when.kind) {
    case 'always':
      return { window: 'ever', from: '0000-01-01', to: '9999-12-31' }
    case 'dates':
      return isOn(when, day) ? { window: when.from, from: when.from, to: when.to } : null
    case 'yearly': {
      if (!isOn(when, day)) return null
      const overNewYear = when.from > when.to
      const year = Number(day.slice(0, 4)) - (overNewYear && day.slice(5) <= when.to ? 1 : 0)
      return { window: `${year}`, from: `${year}-${when.from}`, to: `${year + (overNewYear ? 1 : 0)}-${when.to}` }
    }
    default:
      return { window: day.slice(0, 7), from: `${day.slice(0, 7)}-01`, to: endOfMonth(day) }
  }
}

/** How far somebody is with a challenge in one of its times: a number, or money in fen. */
export function challengeProgress(programme: Programme, account: Account, challenge: Challenge, time: ChallengeTime) {
  const { atLeast: need } = challenge.needs
  return { have: gathered(programme, account, challenge, time), need, done: isFinished(account, challenge, time) }
}

/** Writes down which challenges are finished by now, each once in its time, and the tier to which they give a right. */
export function finishChallenges(journal: Journal, programme: Programme, at: Instant): Journal {
  const { challenges } = programme
  if (!challenges) return journal
  const finished = challenges.reduce((current, challenge) => {
    const time = challengeTime(challenge, dayOf(at))
    if (!time) return current
    const { have, need, done } = challengeProgress(programme, current.account, challenge, time)
    if (done || have < need) return current
    return record(current, { kind: 'challenge', code: challenge.code, window: time.window, done: true }, { at })
  }, journal)
  if (finished === journal) return journal
  return retier(finished, programme, { held: heldAfterGain(programme, finished.account, at), at, cause: 'qualified' })
}

/** Takes back what would not have been finished without an order that was refunded, and the tier that it alone gave. */
export function withdrawChallenges(
  journal: Journal,
  programme: Programme,
  { orderedAt, at }: { orderedAt: Instant; at: Instant },
): Journal {
  const { challenges } = programme
  if (!challenges) return journal
  const lostOn = dayOf(orderedAt)
  const left = challenges.reduce((current, challenge) => {
    const time = challengeTime(challenge, lostOn)
    if (!time) return current
    const { have, need, done } = challengeProgress(programme, current.account, challenge, time)
    if (!done || have >= need) return current
    return record(current, { kind: 'challenge', code: challenge.code, window: time.window, done: false }, { at })
  }, journal)
  if (left === journal) return journal
  const held = heldAfterLoss(programme, left.account, { before: journal.account, lostOn, at })
  return retier(left, programme, { held, at, cause: 'refund' })
}

/** The windows in which a challenge was finished. */
export function windowsFinished({ granted }: Pick<Account, 'granted'>, { code }: Challenge): string[] {
  const name = challengeGrant({ code, window: '' }).code
  return granted.filter((one) => one.code === name).map(({ window }) => window)
}

function isFinished(account: Account, challenge: Challenge, { window }: ChallengeTime): boolean {
  return windowsFinished(account, challenge).includes(window)
}

function gathered(programme: Programme, account: Account, { when, needs }: Challenge, time: ChallengeTime): number {
  const isIn = (day: Day) => time.from <= day && day <= time.to && isOn(when, day)
  switch (needs.of) {
    case 'check-ins':
      return (account.checkIns ?? []).filter(({ day }) => isIn(day)).length
    case 'events':
      return (programme.events ?? []).filter(({ id, startsAt }) => account.marks.includes(id) && isIn(dayOf(startsAt)))
        .length
    default: {
      const field = ({ orders: 'orders', spend: 'spendFen', points: 'pointsEarned' } as const)[needs.of]
      // Days are remembered for more than a year; the whole membership is in the totals.
      if (when.kind === 'always') return account.totals[field]
      return account.days.reduce((sum, one) => (isIn(one.day) ? sum + one[field] : sum), 0)
    }
  }
}
