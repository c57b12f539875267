import type { Instant } from '../../../shared/kit/time'
import type { Effects } from '../../_runtime/effects'
import { pageByPage, type PagesDone } from '../../_runtime/page-by-page'

const pageSize = 100

/**
 * Forgets, by index, codes whose time is over without having been given, and counts of a day that is over. What is sent
 * anew meanwhile stays. Gives how many were due and how many are gone.
 */
export async function sweepCodes(
  effects: Effects,
  { now, until }: { now: Instant; until: Instant },
): Promise<Omit<PagesDone, 'failed'>> {
  const { store } = effects
  const { due, done, left } = await pageByPage(
    effects,
    { pageSize, until },
    {
      read: () =>
        store.find('textCodes', {
          where: { sweepAt: { gt: '', lte: now } },
          orderBy: [['sweepAt', 'asc']],
          limit: pageSize,
          fields: ['_id'],
        }),
      work: (page) => store.remove('textCodes', { _id: { in: page.map(({ _id }) => _id) }, sweepAt: { lte: now } }),
    },
  )
  return { due, done, left }
}
