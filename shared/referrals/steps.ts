import type { ReferralStep } from '../books/referral'
import { record, type Journal } from '../books/journal'
import type { Instant } from '../kit/time'
import type { ReferralTerms } from '../programme/parts/referral'
import type { Programme } from '../programme/schema'
import { giveThings, rewardBack, rewardOf, takeThingsBack } from './give'

/**
 * Gives what the number of friends brings on top, and takes back what it no longer does: each step stands on the account as
 * long as there are so many friends, so it is given once however the number goes up and down.
 */
export function settleSteps(journal: Journal, programme: Programme, at: Instant): Journal {
  const { counters, referralSteps: held = [] } = journal.account
  const over = held.filter(({ friends }) => friends > counters.referrals)
  const reached = (programme.referral?.steps ?? []).filter(
    ({ friends }) => friends <= counters.referrals && !held.some((one) => one.friends === friends),
  )
  const without = over.reduce((current, step) => takeStep(current, step, at), journal)
  return reached.reduce((current, step) => giveStep(current, programme, step, at), without)
}

function giveStep(
  journal: Journal,
  programme: Programme,
  { friends, gives }: NonNullable<ReferralTerms['steps']>[number],
  at: Instant,
): Journal {
  // Its number in the account, so that a step given once more is told from the one that was taken back.
  const code = `step-${friends}:${journal.account.seq + 1}`
  const reward = rewardOf(journal, programme, { gives, at })
  const given = record(journal, { kind: 'referral-step', role: 'step', friends, code, ...reward }, { at })
  return giveThings(given, programme, { gives, code, at })
}

function takeStep(journal: Journal, { friends, code, ...given }: ReferralStep, at: Instant): Journal {
  const back = rewardBack(journal.account, given, code)
  const undone = record(journal, { kind: 'referral-step-undone', role: 'step', friends, code, ...back }, { at })
  return takeThingsBack(undone, code, at)
}
