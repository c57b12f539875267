import type { Instant } from '../../../shared/kit/time'
import type { Effects } from '../../_runtime/effects'

const pageSize = 100

/**
 * Forgets, by index, codes whose time is over without having been given, and counts of a day that is over. What is sent
 * anew meanwhile stays. Gives how many were due and how many are gone.
 */
export async function sweepCodes(
  { store, now: clock }: Effects,
  { now, until }: { now: Instant; until: Instant },
): Promise<{ due: number; done: number; left: boolean }> {
  const total = { due: 0, done: 0, left: false }
  for (;;) {
    const page = await store.find('textCodes', {
      where: { sweepAt: { gt: '', lte: now } },
      orderBy: [['sweepAt', 'asc']],
      limit: pageSize,
      fields: ['_id'],
    })
    const ids = page.map(({ _id }) => _id)
    const done = ids.length > 0 ? await store.remove('textCodes', { _id: { in: ids }, sweepAt: { lte: now } }) : 0
    total.due += ids.length
    total.done += done
    total.left = ids.length === pageSize && done > 0
    if (!total.left || clock() > until) return total
  }
}
