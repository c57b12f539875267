import { obligationId, type Obligation } from '../../../shared/obligations/obligation'
import { withDuty } from '../../../shared/obligations/with-duty'
import type { Effects } from '../../_runtime/effects'
import type { StoredAccount } from '../../_runtime/stored-account'

/** How many open promises of one member are shown; the rest waits behind what is due first. */
const openMax = 100

/** A member's open promises as they were written down. One trip, by index. */
export function openObligations({ store }: Effects, accountId: string): Promise<Obligation[]> {
  return store.find<Obligation>('obligations', {
    where: { accountId, closedAt: null },
    orderBy: [['dueAt', 'asc']],
    limit: openMax,
  })
}

/** The same with what happened since, which the account carries until the clock has written it down. */
export function withOwing(
  open: readonly Obligation[],
  { owing = [], accountId, memberNo }: StoredAccount,
): Obligation[] {
  const known = new Map<string, Obligation>(open.map((one) => [one._id, one]))
  for (const duty of owing) {
    const id = obligationId(accountId, duty.what)
    const next = withDuty(known.get(id) ?? null, duty, { accountId, memberNo })
    if (next) known.set(id, next)
  }
  return [...known.values()].filter(({ closedAt }) => closedAt === null).sort(byDue)
}

function byDue(one: Obligation, other: Obligation): number {
  const [first, second] = [one.dueAt ?? '9', other.dueAt ?? '9']
  return first < second ? -1 : first > second ? 1 : 0
}
