import type { Instant } from '../../../shared/kit/time'
import type { Obligation } from '../../../shared/obligations/obligation'
import { afterReview } from '../../../shared/obligations/with-duty'
import type { Effects } from '../../_runtime/effects'
import { writeObligation } from './write-obligation'

const pageSize = 100

export type Reviewed = { due: number; done: number; failed: number; left: boolean }

/**
 * Looks, by index, at promises whose time is over: they are late, or nobody asked for them. One that somebody changes
 * meanwhile stays due for the next time. `until`: when this has to end.
 */
export async function reviewObligations(
  effects: Effects,
  { now, until }: { now: Instant; until: Instant },
): Promise<Reviewed> {
  const total: Reviewed = { due: 0, done: 0, failed: 0, left: false }
  for (;;) {
    const page = await effects.store.find<Obligation>('obligations', {
      where: { reviewAt: { gt: '', lte: now } },
      orderBy: [['reviewAt', 'asc']],
      limit: pageSize,
    })
    const outcomes = await Promise.all(page.map((one) => review(effects, one, now)))
    const done = outcomes.filter(Boolean).length
    total.due += page.length
    total.done += done
    total.failed += page.length - done
    // A page of which nothing could be changed would come again at once.
    total.left = page.length === pageSize && done > 0
    if (!total.left || effects.now() > until) return total
  }
}

function review(effects: Effects, before: Obligation, now: Instant): Promise<boolean> {
  return writeObligation(effects, before, afterReview(before, now))
}
