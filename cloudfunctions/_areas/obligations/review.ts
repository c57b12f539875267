import type { Instant } from '../../../shared/kit/time'
import type { Obligation } from '../../../shared/obligations/obligation'
import { afterReview } from '../../../shared/obligations/with-duty'
import type { Effects } from '../../_runtime/effects'
import { pageByPage, type PagesDone } from '../../_runtime/page-by-page'
import { writeObligation } from './write-obligation'

const pageSize = 100

/**
 * Looks, by index, at promises whose time is over: they are late, or nobody asked for them. One that somebody changes
 * meanwhile stays due for the next time. `until`: when this has to end.
 */
export function reviewObligations(
  effects: Effects,
  { now, until }: { now: Instant; until: Instant },
): Promise<PagesDone> {
  const review = (one: Obligation) => writeObligation(effects, one, afterReview(one, now))
  return pageByPage(
    effects,
    { pageSize, until },
    {
      read: () =>
        effects.store.find<Obligation>('obligations', {
          where: { reviewAt: { gt: '', lte: now } },
          orderBy: [['reviewAt', 'asc']],
          limit: pageSize,
        }),
      work: async (page) => (await Promise.all(page.map(review))).filter(Boolean).length,
    },
  )
}
