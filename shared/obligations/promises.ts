import { entitlementsOf } from '../benefits/entitlements'
import { birthdayIn } from '../benefits/birthday'
import type { Account } from '../books/account'
import { addDays, addMonths, dayOf, monthOf, startOfDay, type Day, type Instant } from '../kit/time'
import { benefitsOf } from '../programme/benefits'
import type { Programme } from '../programme/schema'
import { tierById } from '../tiers/qualify'
import type { Duty } from './duty'
import { whatOfEntitlement } from './duty-of'

export type Promising = Extract<Duty, { does: 'promise' }>

/**
 * What calendar and tier promise a member at an instant, without any entry that says so: what may be had in the month that
 * runs, and the birthday that a butler prepares. Nobody owes anything to somebody whom only a till has enrolled.
 */
export function promisesAt(account: Account, programme: Programme, now: Instant): Promising[] {
  if (!account.consent) return []
  return [...monthlyPromises(account, programme, now), ...birthdayPromise(account, programme, now)]
}

/** When the calendar promises something next; null when it never does. */
export function nextPromiseAt(account: Account, programme: Programme, now: Instant): Instant | null {
  if (!account.consent) return null
  const benefits = benefitsOf(programme, tierById(programme, account.tierId))
  const month = benefits.some(({ kind }) => kind === 'entitlement') ? [startOfNextMonth(now)] : []
  const birthdays = preparations(account, programme, now).map(({ from }) => from)
  const next = [...month, ...birthdays].filter((at) => at > now).sort()
  return next[0] ?? null
}

/**
 * What has changed since the calendar was last looked at: new promises, and open ones that hold no more, because tier,
 * programme or birthday are others now. One whose time is over is the clock's to close.
 */
export function dutiesByCalendar(before: readonly string[], promises: readonly Promising[], now: Instant): Duty[] {
  const made = promises.filter(({ what }) => !before.includes(what))
  const gone = before.filter((what) => !promises.some((one) => one.what === what) && !isOver(what, now))
  return [...made, ...gone.map((what): Duty => ({ does: 'drop', what, seq: 0, at: now, reason: 'replaced' }))]
}

function monthlyPromises(account: Account, programme: Programme, now: Instant): Promising[] {
  const window = monthOf(dayOf(now))
  const until = startOfNextMonth(now)
  const common = { kind: 'entitlement', owner: 'till', storeId: null, dueAt: until, reviewAt: until } as const
  return entitlementsOf(account, programme, now).map(({ code, name, count }) => {
    const what = whatOfEntitlement({ code, window })
    return { does: 'promise', what, seq: 0, at: now, name, times: count, ...common }
  })
}

function birthdayPromise(account: Account, programme: Programme, now: Instant): Promising[] {
  const name = { zh: '准备会员生日', en: "Prepare the member's birthday" }
  return preparations(account, programme, now)
    .filter(({ from, dueAt }) => from <= now && now < dueAt)
    .map(({ day, dueAt }) => {
      const what = `birthday@${day}`
      const common = { kind: 'birthday', owner: 'butler', storeId: null, dueAt, reviewAt: dueAt } as const
      return { does: 'promise', what, seq: 0, at: now, name, times: 1, ...common }
    })
}

/** The birthdays of this year and the next, each with the time in which it is prepared. */
function preparations({ birthday }: Account, { service }: Programme, now: Instant) {
  const ahead = service?.butler?.birthdayDaysAhead
  if (birthday === null || ahead === undefined) return []
  const year = Number(dayOf(now).slice(0, 4))
  return [year, year + 1].map((one) => {
    const day = birthdayIn(birthday, one)
    return { day, from: startOfDay(addDays(day, -ahead)), dueAt: startOfDay(day) }
  })
}

/** A month or a birthday that has begun: `entitlement-massage@2026-05`, `birthday@2026-05-21`. */
function isOver(what: string, now: Instant): boolean {
  const dated = what.slice(what.lastIndexOf('@') + 1)
  const today: Day = dayOf(now)
  return dated.length === 7 ? dated < monthOf(today) : dated <= today
}

function startOfNextMonth(now: Instant): Instant {
  return startOfDay(addMonths(`${monthOf(dayOf(now))}-01`, 1))
}
