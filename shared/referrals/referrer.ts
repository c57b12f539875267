import type { Entry } from '../books/entry'
import { record, type Journal } from '../books/journal'
import type { Account } from '../books/account'
import { timesTaken, type Take } from '../books/taken'
import { grantForReferral } from '../chances/grant'
import { withdrawForReferral } from '../chances/withdraw'
import { withdrawUnearned } from '../coupons/unearned'
import { dayOf, type Instant } from '../kit/time'
import { limitWindow } from '../kit/window'
import { expirePoints } from '../points/expire'
import type { ReferralTerms } from '../programme/parts/referral'
import type { Programme } from '../programme/schema'
import { heldAfterLoss } from '../tiers/after-loss'
import { heldAfterGain } from '../tiers/held'
import { retier } from '../tiers/retier'
import { giveThings, rewardBack, rewardCode, rewardEntryId, rewardOf, takeThingsBack, undoneEntryId } from './give'
import { settleSteps } from './steps'

/** Which friend, and which time it counts for them. */
export type Brought = { friendId: string; round: number; at: Instant }
export type ReferrerReward = Extract<Entry, { kind: 'referral-reward' }>

/**
 * A friend counts for the member who brought them: the counter of friends, what the programme gives for it unless it has
 * given as often as it does in this time, what so many friends bring on top, and the tier that it leads to. Only ever for
 * one's own friends: what a friend's friend does changes no other account.
 */
export function rewardReferrer(opened: Journal, programme: Programme, { friendId, round, at }: Brought): Journal {
  const journal = expirePoints(opened, at)
  const terms = programme.referral
  const takes = takesOf(terms, at)
  const capped = takes.some(({ limit, take }) => timesTaken(journal.account.taken, take) >= limit)
  const gives = capped || !terms ? [] : terms.referrer
  const side = { role: 'referrer' as const, friendId, round }
  const fact = {
    kind: 'referral-reward' as const,
    ...side,
    ...rewardOf(journal, programme, { gives, at }),
    ...(capped ? { capped: true as const } : takes.length > 0 ? { takes: takes.map(({ take }) => take) } : {}),
  }
  const given = record(journal, fact, { at, id: rewardEntryId(side) })
  const things = giveThings(given, programme, { gives, code: rewardCode(side), at })
  const chances = capped ? things : grantForReferral(things, programme, { friendId, round, at })
  const stepped = settleSteps(chances, programme, at)
  const held = heldAfterGain(programme, stepped.account, at)
  return retier(stepped, programme, { held, at, cause: 'qualified' })
}

/**
 * The friend's order was refunded: the friend counts no more and what was given for them is taken back, with the gifts of a
 * tier that only so many friends had led to. What the member has spent of it is owed, or written off where the programme
 * forgives; nobody's refund waits for somebody else's points.
 */
export function undoReferrer(opened: Journal, programme: Programme, given: ReferrerReward, at: Instant): Journal {
  const journal = expirePoints(opened, at)
  const { friendId, round, takes } = given
  const side = { role: 'referrer' as const, friendId, round }
  const back = rewardBack(journal.account, given, rewardCode(side))
  const undone = record(
    journal,
    { kind: 'referral-undone', ...side, ...back, ...(takes ? { takes } : {}) },
    { at, id: undoneEntryId(side), reverses: given._id },
  )
  const things = takeThingsBack(undone, rewardCode(side), at)
  const fewer = settleSteps(withdrawForReferral(things, { friendId, round, at }), programme, at)
  const held = heldAfterLoss(programme, fewer.account, { before: journal.account, lostOn: dayOf(given.at), at })
  const moved = retier(fewer, programme, { held, at, cause: 'refund' })
  const left = withoutUnearned(moved, programme, journal.account, at)
  return forgiven(left, programme, { owed: left.account.debt - journal.account.debt, given, at })
}

/** Where the programme would block a refund for points that were spent, they are owed: the refund is somebody else's. */
function withoutUnearned(journal: Journal, programme: Programme, before: Account, at: Instant): Journal {
  const refundShortfall = programme.refundShortfall === 'block' ? 'debt' : programme.refundShortfall
  const ruling = withdrawUnearned(journal, { ...programme, refundShortfall }, before, at)
  return ruling.ok ? ruling.value : journal
}

function takesOf(terms: ReferralTerms | undefined, at: Instant): { limit: number; take: Take }[] {
  return (terms?.limits ?? []).map(({ times, per }) => ({ limit: times, take: referralTake(per, at) }))
}

/** What a reward counts against, where the programme limits rewards by a time. */
export function referralTake(per: NonNullable<ReferralTerms['limits']>[number]['per'], at: Instant): Take {
  return { code: `referral:${per}`, window: limitWindow(per, dayOf(at)) }
}

function forgiven(
  journal: Journal,
  { refundShortfall }: Programme,
  { owed, given, at }: { owed: number; given: ReferrerReward; at: Instant },
): Journal {
  if (refundShortfall !== 'write-off' || owed <= 0) return journal
  return record(journal, { kind: 'writeOff', forgiven: owed, orderId: given._id }, { at })
}
