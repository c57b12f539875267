import type { ChanceSource } from '../books/chance'
import { record, type Journal } from '../books/journal'
import { chanceThing } from '../books/owed'
import type { Instant } from '../kit/time'

/**
 * Whether what was drawn with of such chances is owed when they are taken back, and paid for by the next of them: those of an
 * order or a friend, which come as often as somebody buys. What a rule gives once in its time is not given again anyway.
 */
export function isOwing(source: ChanceSource): boolean {
  return source.by === 'purchase' || source.by === 'referral' || (source.by === 'rule' && source.why === 'referral')
}

/** The chances that were given last pay for what is owed in their draw. */
export function payOwedChances(
  journal: Journal,
  { drawId, chances, at }: { drawId: string; chances: number; at: Instant },
): Journal {
  const owed = (journal.account.owes ?? []).filter((one) => one === chanceThing(drawId)).length
  const withdrawn = Math.min(owed, chances)
  if (withdrawn === 0) return journal
  const fact = { kind: 'chance-withdraw' as const, drawId, grantNo: journal.account.seq, withdrawn, used: 0 }
  return record(journal, { ...fact, pays: true }, { at })
}
