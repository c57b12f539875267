import { dayOf, monthOf, type Instant } from '../kit/time'
import type { Duty } from './duty'
import { obligationId, standingOf, type DropReason, type Obligation, type Proof } from './obligation'

export type Owed = { accountId: string; memberNo: string }

/**
 * A promise after what happened to it. Told again it stays as it is; null where something happens to a promise that was
 * never made.
 */
export function withDuty(before: Obligation | null, duty: Duty, owed: Owed): Obligation | null {
  if (!before) return duty.does === 'promise' ? promised(duty, owed) : null
  if (duty.seq === 0) return byCalendar(before, duty)
  if (duty.seq <= before.seq) return before
  return settled({ ...changed(before, duty), seq: Math.max(before.seq, duty.seq) })
}

/** A promise whose time is over: what the member never asked for was not broken, all else is late. */
export function afterReview(before: Obligation, now: Instant): Obligation {
  const due = before.state === 'open' && before.reviewAt !== null && before.reviewAt <= now
  if (!due) return before
  if (before.kind !== 'entitlement') return settled({ ...before, state: 'late', late: true, reviewAt: null })
  if (before.proofs.length > 0) return settled({ ...before, state: 'kept', closedAt: before.reviewAt, reviewAt: null })
  return settled(dropped(before, 'not-used', before.reviewAt ?? now))
}

/** The calendar promises again what it had dropped, when tier or programme are as before; what is closed otherwise stays so. */
function byCalendar(before: Obligation, duty: Duty): Obligation {
  if (duty.does === 'drop') return before.state === 'open' ? settled(dropped(before, duty.reason, duty.at)) : before
  if (duty.does !== 'promise' || before.reason !== 'replaced') return before
  const { times, dueAt, reviewAt } = duty
  return settled({ ...before, times, dueAt, reviewAt, state: 'open', reason: null, closedAt: null })
}

function promised(duty: Extract<Duty, { does: 'promise' }>, { accountId, memberNo }: Owed): Obligation {
  const { what, seq, at, kind, name, times, owner, storeId, dueAt, reviewAt } = duty
  const _id = obligationId(accountId, what)
  const about = { _id, accountId, memberNo, kind, what, name, times, storeId, owner, staffId: null }
  const dated = { promisedAt: at, month: monthOf(dayOf(at)), dueAt, reviewAt }
  const open = { state: 'open', late: false, closedAt: null, reason: null } as const
  return settled({ ...about, ...dated, ...open, proofs: [], seq, version: 0, standing: '' })
}

function changed(before: Obligation, duty: Duty): Obligation {
  switch (duty.does) {
    case 'promise':
      return before
    case 'prove':
      return withProof(before, duty.proof, duty.storeId)
    case 'unprove': {
      const { proofId, gone } = duty
      const proofs = before.proofs.filter(({ id }) => proofId !== null && id !== proofId)
      const open = standing({ ...before, proofs, staffId: proofs.at(-1)?.staffId ?? null }, duty.at)
      return gone ? dropped(open, 'not-claimed', duty.at) : open
    }
    case 'drop':
      return dropped(before, duty.reason, duty.at)
    case 'reroute': {
      const { kind, owner, storeId, dueAt, reviewAt } = duty
      return { ...before, kind, owner, storeId, dueAt, reviewAt, state: 'open', late: false }
    }
  }
}

/** It was done once more; by the same proof told again it was not. */
export function withProof(before: Obligation, proof: Proof, storeId: string | null = null): Obligation {
  if (before.proofs.some(({ id }) => id === proof.id)) return before
  const proofs = [...before.proofs, proof]
  const by = { storeId: storeId ?? before.storeId, staffId: proof.staffId ?? before.staffId }
  return settled(standing({ ...before, ...by, proofs, reason: null }, proof.at))
}

/** Open until it was done often enough; late is what was promised for a time that is over. */
function standing(obligation: Obligation, at: Instant): Obligation {
  const { proofs, times, dueAt, kind } = obligation
  const over = dueAt !== null && dueAt <= at
  const late = obligation.late || (over && kind !== 'entitlement')
  if (proofs.length >= times) return { ...obligation, state: 'kept', closedAt: at, late, reviewAt: null }
  if (kind === 'entitlement') return { ...obligation, state: 'open', closedAt: null, reviewAt: dueAt }
  return { ...obligation, state: late ? 'late' : 'open', closedAt: null, reviewAt: reviewedByClock(obligation, late) }
}

/** What only an entry ends is not for the clock; what is late already it has seen. */
function reviewedByClock({ kind, dueAt }: Obligation, late: boolean): Instant | null {
  return !late && (kind === 'send' || kind === 'birthday') ? dueAt : null
}

function dropped(before: Obligation, reason: DropReason, at: Instant): Obligation {
  return { ...before, state: 'dropped', reason, closedAt: at, reviewAt: null }
}

function settled(obligation: Obligation): Obligation {
  return { ...obligation, standing: standingOf(obligation) }
}
