import type { Instant } from '../kit/time'
import type { Account } from './account'
import type { EntryFrame, Fact, LinkFact } from './entry'
import { putIntoLot, takeDraws } from './lots'
import { withOwed } from './owed'
import type { Referred, ReferralFact, ReferralGiven, ReferralPoints, ReferralPointsBack } from './referral'
import { standingOf } from './standing-orders'
import { withoutTakes, withTakes } from './taken'

/** Whether an entry is about a referral, on whichever side. */
export function isOfReferral(entry: EntryFrame & Fact): entry is EntryFrame & ReferralFact {
  return entry.kind.startsWith('referral-')
}

/** The account after an entry about a referral: the one its member came by, or one of a friend whom they brought. */
export function referralAfter(account: Account, entry: EntryFrame & ReferralFact, seq: number): Account {
  const { at } = entry
  const next = { ...account, seq }
  switch (entry.kind) {
    case 'referral-qualify':
      return withReferred(next, ({ order: _, suspicions: _suspicions, ...kept }) => ({
        ...kept,
        round: kept.round + 1,
        state: 'qualified',
        since: at,
        ...(entry.order ? { order: entry.order } : {}),
        ...standingOf(entry.standing ?? []),
      }))
    case 'referral-keep':
      return withReferred(next, ({ standing = [], ...kept }) => ({
        ...kept,
        order: entry.order,
        ...standingOf(standing.slice(1)),
      }))
    case 'referral-review':
      return withReferred(next, (kept) => ({ ...kept, state: 'review', since: at, suspicions: entry.suspicions }))
    case 'referral-decide':
      return withReferred(next, (kept) =>
        entry.allowed
          ? { ...kept, state: 'qualified', since: at, cleared: true }
          : { ...kept, state: 'declined', since: at },
      )
    case 'referral-lapse':
      return withReferred(next, (kept) => ({ ...kept, state: 'lapsed', since: at }))
    case 'referral-reward': {
      const taken = entry.takes ? { taken: withTakes(account.taken, entry.takes) } : {}
      const given = { ...withPoints(next, entry), ...taken }
      return entry.role === 'friend' ? rewarded(given, entry) : counted(given, 1)
    }
    case 'referral-undone': {
      const taken = entry.takes ? { taken: withoutTakes(account.taken, entry.takes) } : {}
      const back = { ...withoutPoints(next, entry), ...taken }
      return entry.role === 'friend' ? waitsAgain(back, at) : counted(back, -1)
    }
    case 'referral-step': {
      const step = { friends: entry.friends, code: entry.code, ...givenIn(entry) }
      return { ...withPoints(next, entry), referralSteps: [...(account.referralSteps ?? []), step] }
    }
    case 'referral-step-undone': {
      const left = (account.referralSteps ?? []).filter(({ friends }) => friends !== entry.friends)
      return { ...withoutPoints(next, entry), referralSteps: left }
    }
  }
}

/** The account of somebody who was enrolled by others and turns out to have been brought here by a member. */
export function afterComing(account: Account, { came, at }: EntryFrame & LinkFact): Account {
  if (!came) return account
  const { until, ...known } = came
  const { referrerId } = came
  const source = { ...account.source, ...known }
  if (!until) return { ...account, source }
  return { ...account, source, referral: { referrerId, until, round: 0, state: 'waiting', since: at } }
}

function withReferred(account: Account, change: (referral: Referred) => Referred): Account {
  return account.referral ? { ...account, referral: change(account.referral) } : account
}

function rewarded(account: Account, entry: ReferralPoints & { at: Instant }): Account {
  return withReferred(account, (kept) => ({ ...kept, state: 'rewarded', since: entry.at, reward: givenIn(entry) }))
}

function givenIn({ points, expiresAt, things }: ReferralPoints): ReferralGiven {
  return { points, expiresAt, ...(things ? { things } : {}) }
}

function waitsAgain(account: Account, at: Instant): Account {
  return withReferred(
    account,
    ({ order: _, standing: _standing, reward: _reward, suspicions: _suspicions, ...kept }) => ({
      ...kept,
      state: 'waiting',
      since: at,
    }),
  )
}

function counted(account: Account, change: number): Account {
  const { counters } = account
  return { ...account, counters: { ...counters, referrals: counters.referrals + change } }
}

function withPoints(account: Account, { points, repaid, expiresAt }: ReferralPoints): Account {
  const lots = putIntoLot(account.lots, { expiresAt, points: points - repaid })
  return { ...account, debt: account.debt - repaid, lots }
}

function withoutPoints(account: Account, { draws, owed, lapsed, lapsedFrom, used }: ReferralPointsBack): Account {
  return {
    ...account,
    ...withOwed(account, used),
    lots: takeDraws(account.lots, draws),
    lapsed: takeDraws(account.lapsed, [{ expiresAt: lapsedFrom, points: lapsed }]),
    debt: account.debt + owed,
  }
}
