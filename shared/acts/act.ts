import { finishChallenges } from '../benefits/challenges'
import type { ActKind } from '../books/act-facts'
import type { Account } from '../books/account'
import type { Journal } from '../books/journal'
import { timesTaken, type Take } from '../books/taken'
import { dayOf, type Instant } from '../kit/time'
import { limitWindow } from '../kit/window'
import { gainOf } from '../points/gain'
import type { Programme } from '../programme/schema'
import { recordGain } from '../tiers/gain'

/** An act with the order that it belongs to, where it belongs to one. */
export type Done = { act: ActKind; orderEntryId?: string; at: Instant; id?: string }

/**
 * What the programme rewards was done: points and engagement, as long as the limit of its window is not reached. It is
 * written down in any case, so that it is known to be done.
 */
export function doAct(journal: Journal, programme: Programme, { act, orderEntryId, at, id }: Done): Journal {
  const { account } = journal
  const take = takeOf(programme, act, at)
  const brings = isOpen(account, programme, act, at) ? (programme.earning?.acts?.[act] ?? {}) : null
  const fact = {
    kind: 'act' as const,
    act,
    ...gainOf(programme, account, { ...brings, at }),
    ...(brings && take ? { take } : {}),
    ...(orderEntryId ? { orderEntryId } : {}),
  }
  return finishChallenges(recordGain(journal, programme, fact, { at, ...(id ? { id } : {}) }), programme, at)
}

/** Whether the act still brings something in the window that runs. */
export function isOpen(account: Account, programme: Programme, act: ActKind, at: Instant): boolean {
  const terms = programme.earning?.acts?.[act]
  const take = takeOf(programme, act, at)
  return terms !== undefined && (!take || timesTaken(account.taken, take) < (limitOf(programme, act)?.times ?? 0))
}

function takeOf(programme: Programme, act: ActKind, at: Instant): Take | null {
  const limit = limitOf(programme, act)
  return limit ? { code: `act:${act}`, window: limitWindow(limit.per, dayOf(at)) } : null
}

/** A profile is completed once, whatever a programme says or leaves out. */
function limitOf(programme: Programme, act: ActKind) {
  if (act === 'profile') return { times: 1, per: 'lifetime' as const }
  return programme.earning?.acts?.[act]?.limit
}

/** The id of the entry by which an order is known to have had an act. */
export function orderActId(act: 'review', orderEntryId: string): string {
  return `${act}-act:${orderEntryId}`
}
