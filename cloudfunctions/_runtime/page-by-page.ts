import type { Instant } from '../../shared/kit/time'
import type { Effects } from './effects'

export type PagesDone = { due: number; done: number; failed: number; left: boolean }

/**
 * Works off what an index says is due, a page at a time, until nothing is left or the time is over. `work` gives how many of
 * a page are done; what is not stays due for the next time, and a page of which nothing could be done would come again at once.
 */
export async function pageByPage<Row>(
  { now }: Pick<Effects, 'now'>,
  { pageSize, until }: { pageSize: number; until: Instant },
  { read, work }: { read: () => Promise<Row[]>; work: (page: readonly Row[]) => Promise<number> },
): Promise<PagesDone> {
  const total: PagesDone = { due: 0, done: 0, failed: 0, left: false }
  for (;;) {
    const page = await read()
    const done = page.length > 0 ? await work(page) : 0
    total.due += page.length
    total.done += done
    total.failed += page.length - done
    total.left = page.length === pageSize && done > 0
    if (!total.left || now() > until) return total
  }
}
