import type { Account } from '../books/account'
import type { Journal } from '../books/journal'
import { timesTaken } from '../books/taken'
import {
  addDays,
  addMilliseconds,
  addMonths,
  dayOf,
  daysBetween,
  startOfDay,
  type Day,
  type Instant,
} from '../kit/time'
import { birthdayIn } from '../benefits/birthday'
import { windowsFinished } from '../benefits/challenges'
import { benefitCode, benefitsOf } from '../programme/benefits'
import type { Effect } from '../programme/parts/effects'
import type { Programme, Tier, TierBenefit } from '../programme/schema'
import { tierAt, tierById } from '../tiers/qualify'
import { giveEffect, giveThing, type Giving } from './give'
import { issueCoupons } from './issue'
import { takeOf } from './give-back'
import { birthdaySpan, giftSpan, type Span } from './validity'

type Benefit<Kind extends TierBenefit['kind']> = Extract<TierBenefit, { kind: Kind }>
type RuleSource = Extract<Giving['source'], { by: 'rule' }>

/**
 * Gives what tier, calendar and milestones entitle a member to by an instant and what they have not had yet: gifts on
 * reaching a tier (of every tier that was passed), the month's coupons, what the birthday brings, what milestones gave.
 * Each is remembered by its window, so it is given once however often this runs. `since`: nobody has looked from then on
 * until now, as when the clock stood still; a birthday whose time has gone by meanwhile is not lost.
 */
export function giveDue(journal: Journal, programme: Programme, now: Instant, since: Instant = now): Journal {
  const { account } = journal
  if (!account.consent) return journal
  const tier = tierById(programme, account.tierId)
  const look = { now, since: since > account.consent.at ? since : account.consent.at }
  const withBenefits = benefitsOf(programme, tier).reduce((current, benefit) => {
    if (benefit.kind === 'gift') return giveOnReaching(current, programme, benefit, now)
    if (benefit.kind === 'birthday') return giveBirthday(current, programme, benefit, look)
    return current
  }, journal)
  const withMissed = giveMissed(withBenefits, programme, look)
  return giveChallenges(giveMilestones(giveMonths(withMissed, programme, now), programme, now), programme, now)
}

/** When something is due next by the calendar alone; null when nothing is. */
export function nextDueAt(account: Account, programme: Programme, now: Instant): Instant | null {
  if (!account.consent) return null
  const benefits = benefitsOf(programme, tierById(programme, account.tierId))
  const month = benefits.some(({ kind }) => kind === 'coupon-pack') ? [startOfNextMonth(dayOf(now))] : []
  const birthdays = benefits.flatMap((one) =>
    one.kind === 'birthday' && one.choose === 'all' ? birthdayStarts(account, one.valid, dayOf(now)) : [],
  )
  return [...month, ...birthdays].filter((at) => at > now).reduce<Instant | null>(earlier, null)
}

function earlier(first: Instant | null, at: Instant): Instant {
  return first === null || at < first ? at : first
}

function giveOnReaching(journal: Journal, programme: Programme, gift: Benefit<'gift'>, now: Instant): Journal {
  if (gift.when !== 'on-reaching') return journal
  return giveOnce(journal, { why: 'tier', what: ownCode(gift), window: 'ever' }, (giving) => {
    const kept = { ...giving, at: now, span: giftSpan(now) }
    if (!gift.holds) return giveThing(journal, { name: gift.name }, kept)
    return gift.holds.reduce((current, effect) => giveEffect(current, programme, effect, kept), journal)
  })
}

/**
 * The month's coupons, for the tier that was held on the first, also where the clock comes later; a tier reached later has
 * them from the next month on.
 */
function giveMonths(journal: Journal, programme: Programme, now: Instant): Journal {
  const tier = tierOnFirst(journal.account, programme, dayOf(now))
  if (!tier) return journal
  return benefitsOf(programme, tier).reduce(
    (current, one) => (one.kind === 'coupon-pack' ? giveMonthly(current, programme, one, now) : current),
    journal,
  )
}

/** The tier held when the first of a month ended; null for whoever joined after it. */
export function tierOnFirst(account: Account, programme: Programme, day: Day): Tier | null {
  const after = startOfDay(`${day.slice(0, 7)}-02`)
  return account.enrolledAt >= after ? null : tierHeldBefore(account, programme, after)
}

/** The tier that was reached last before an instant, of those that are held. */
export function tierHeldBefore({ held }: Account, programme: Programme, after: Instant): Tier {
  const top = held.filter(({ at }) => at < after).at(-1)
  return top ? tierById(programme, top.tierId) : tierAt(programme, 0)
}

function giveMonthly(journal: Journal, programme: Programme, pack: Benefit<'coupon-pack'>, now: Instant): Journal {
  const window = dayOf(now).slice(0, 7)
  return giveOnce(journal, { why: 'monthly', what: benefitCode(pack), window }, ({ source, takes }) =>
    issueCoupons(journal, programme, {
      templateId: pack.couponId,
      count: pack.count === 'unlimited' ? 1 : pack.count,
      unlimited: pack.count === 'unlimited',
      source,
      takes,
      at: now,
    }),
  )
}

function giveBirthday(journal: Journal, programme: Programme, benefit: Benefit<'birthday'>, look: Look): Journal {
  const time = birthdayNow(journal.account, benefit, look.now)
  return time ? giveForBirthday(journal, programme, { benefit, time }, look) : journal
}

function giveForBirthday(
  journal: Journal,
  programme: Programme,
  { benefit, time }: { benefit: Benefit<'birthday'>; time: BirthdayTime },
  look: Look,
): Journal {
  if (benefit.choose === 'one') return journal
  const { now } = look
  const span = spanGiven(time, look)
  return giveOnce(journal, birthdayGift(benefit, time), (giving) =>
    benefit.gives.reduce(
      (current, effect) => giveEffect(current, programme, effect, { ...giving, at: now, span, spanForAll: true }),
      journal,
    ),
  )
}

/** What birthdays bring whose time has gone by unseen, at the tier that was the member's on the day. */
function giveMissed(journal: Journal, programme: Programme, look: Look): Journal {
  const { account } = journal
  const { birthday } = account
  if (birthday === null || look.since >= look.now) return journal
  const thisYear = Number(dayOf(look.now).slice(0, 4))
  return [thisYear - 1, thisYear].reduce((current, year) => {
    const tier = tierHeldBefore(account, programme, startOfDay(addDays(birthdayIn(birthday, year), 1)))
    return benefitsOf(programme, tier).reduce((so, benefit) => {
      const time = benefit.kind === 'birthday' && birthdayTime(account, benefit, year)
      const isMissed = time && time.until <= look.now && time.until > look.since
      return isMissed ? giveForBirthday(so, programme, { benefit, time }, look) : so
    }, current)
  }, journal)
}

/** The clock looks at a member; from `since` on it should have. */
type Look = { now: Instant; since: Instant }

/** A birthday gift that comes within an hour comes in time. */
const inTimeMs = 3_600_000

/**
 * When a birthday's gift is good: in the birthday's time. One that the clock gives late is good for the rest of the day and as many
 * whole days as it would have been, so that nobody has it for less long.
 */
function spanGiven({ from, until }: Span, { now, since }: Look): Span {
  const owedAt = since > from ? since : from
  if (now < until && now < addMilliseconds(owedAt, inTimeMs)) return { from, until }
  const days = daysBetween(dayOf(owedAt), dayOf(until))
  return { from: now, until: startOfDay(addDays(dayOf(now), days + 1)) }
}

/** The time of one year's birthday. */
export type BirthdayTime = Span & { year: number }

/** The birthday time of a benefit, when it is that time now. */
export function birthdayNow(
  account: Account,
  benefit: Pick<Benefit<'birthday'>, 'valid'>,
  now: Instant,
): BirthdayTime | null {
  const thisYear = Number(dayOf(now).slice(0, 4))
  // A week may reach over New Year, so the birthdays of three years are looked at.
  const times = [thisYear - 1, thisYear, thisYear + 1].map((year) => birthdayTime(account, benefit, year))
  return times.find((time) => time !== null && time.from <= now && now < time.until) ?? null
}

/** The time of a year's birthday. One that was changed after this year's had come brings nothing before its next year. */
function birthdayTime(
  { birthday, birthdayFrom }: Account,
  { valid }: Pick<Benefit<'birthday'>, 'valid'>,
  year: number,
): BirthdayTime | null {
  const span = birthdaySpan(birthday, valid, year)
  const isMoved = birthdayFrom !== undefined && `${year}` < birthdayFrom.slice(0, 4)
  return span && !isMoved ? { ...span, year } : null
}

/** As what a birthday's gift is remembered: the year is the birthday's own, whichever year its week begins in. */
export function birthdayGift(benefit: Benefit<'birthday'>, { year }: BirthdayTime): Remembered {
  return { why: 'birthday', what: ownCode(benefit), window: String(year) }
}

/** Whether something that is given once has been given. */
export function hasBeenGiven({ taken }: Account, { why, what, window }: Remembered): boolean {
  return timesTaken(taken, takeOf({ why, code: `${what}@${window}` })) > 0
}

/** One of the things that a birthday offers to choose from. */
export function giveChosen(
  journal: Journal,
  programme: Programme,
  { benefit, choice, now }: { benefit: Benefit<'birthday'>; choice: number; now: Instant },
): Journal {
  const span = birthdayNow(journal.account, benefit, now)
  const effect = benefit.gives[choice]
  if (!span || !effect) return journal
  return giveOnce(journal, birthdayGift(benefit, span), (giving) =>
    giveEffect(journal, programme, effect, { ...giving, at: now, span, spanForAll: true }),
  )
}

/** What a milestone gave is handed out like a gift; whoever loses the milestone by a refund loses what is unused of it. */
function giveMilestones(journal: Journal, programme: Programme, now: Instant): Journal {
  return (programme.milestones ?? []).reduce((current, { code, name }) => {
    const windows = current.account.granted.filter((one) => one.code === code).map(({ window }) => window)
    return windows.reduce(
      (so, window) =>
        giveOnce(so, { why: 'milestone', what: code, window }, (giving) =>
          giveThing(so, { name }, { ...giving, at: now, span: giftSpan(now) }),
        ),
      current,
    )
  }, journal)
}

/** What challenges bring that were finished; what is lost again by a refund is taken back as far as it is unused. */
function giveChallenges(journal: Journal, programme: Programme, now: Instant): Journal {
  return (programme.challenges ?? []).reduce((current, challenge) => {
    const { code, gives } = challenge
    if (!gives) return current
    return windowsFinished(current.account, challenge).reduce(
      (so, window) => giveWon(so, programme, gives, { why: 'challenge', what: code, window }, now),
      current,
    )
  }, journal)
}

/** Gives what was won, kept for as long as a gift is, once in its window however often this runs. */
export function giveWon(
  journal: Journal,
  programme: Programme,
  effect: Effect,
  remembered: Remembered,
  now: Instant,
): Journal {
  return giveOnce(journal, remembered, (giving) =>
    giveEffect(journal, programme, effect, { ...giving, at: now, span: giftSpan(now) }),
  )
}

export type Remembered = { why: RuleSource['why']; what: string; window: string }

/** Gives nothing a second time in its window. Each thing given counts once, so what is withdrawn whole may come again. */
export function giveOnce(
  journal: Journal,
  { why, what, window }: Remembered,
  give: (giving: { source: RuleSource; takes: Giving['takes'] }) => Journal,
): Journal {
  if (hasBeenGiven(journal.account, { why, what, window })) return journal
  const source = { by: 'rule' as const, why, code: `${what}@${window}` }
  return give({ source, takes: [takeOf(source)] })
}

/** By what a benefit is remembered as given. */
export function ownCode(benefit: TierBenefit): string {
  return benefit.code ?? ('name' in benefit ? benefit.name.en.replaceAll(/[^A-Za-z0-9]+/g, '-') : benefitCode(benefit))
}

function startOfNextMonth(day: Day): Instant {
  return startOfDay(addMonths(`${day.slice(0, 7)}-01`, 1))
}

function birthdayStarts({ birthday }: Account, span: 'day' | 'week' | 'month', day: Day): Instant[] {
  const year = Number(day.slice(0, 4))
  // The week of this year's birthday and of the next may both have begun already.
  return [year, year + 1, year + 2].flatMap((one) => birthdaySpan(birthday, span, one)?.from ?? [])
}
