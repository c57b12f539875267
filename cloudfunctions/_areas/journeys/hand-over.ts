import { allow } from '../../../shared/kit/ruling'
import type { Instant } from '../../../shared/kit/time'
import type { Effects } from '../../_runtime/effects'
import type { StaffGrant } from '../../_runtime/handler'
import type { Terms } from '../../_runtime/terms'
import { changeRun } from './change-run'
import type { StoredTask } from './stored'

const pageSize = 50

/** What somebody who was dismissed had to do goes to the head; when nothing is left, nothing more is to be done for them. */
export async function handOver(effects: Effects, terms: Terms, now: Instant, until: Instant) {
  const total = { due: 0, done: 0, failed: 0, left: false }
  const gone = await effects.store.find<StaffGrant & { handOverAt: Instant }>('staff', {
    where: { handOverAt: { gt: '', lte: now } },
    orderBy: [['handOverAt', 'asc']],
    limit: pageSize,
  })
  for (const grant of gone) {
    for (;;) {
      const tasks = await effects.store.find<StoredTask>('tasks', {
        where: { assigneeId: grant._id, state: 'open' },
        orderBy: [['place', 'asc']],
        limit: pageSize,
      })
      for (const runId of new Set(tasks.map((task) => task.runId))) await takeFrom(effects, terms, { grant, runId })
      total.due += tasks.length
      total.done += tasks.length
      if (tasks.length < pageSize || effects.now() >= until) break
    }
    if (effects.now() >= until) return { ...total, left: true }
    await effects.store.change('staff', { _id: grant._id, handOverAt: grant.handOverAt }, { set: { handOverAt: null } })
  }
  return total
}

type Leaving = { grant: StaffGrant & { handOverAt: Instant }; runId: string }

async function takeFrom(effects: Effects, terms: Terms, { grant, runId }: Leaving): Promise<void> {
  const ruling = await changeRun(effects, terms, {
    runId,
    requestId: `left-${grant._id}-${grant.handOverAt}`,
    decide: (run) => {
      const people = Object.fromEntries(Object.entries(run.people).filter(([, id]) => id !== grant._id))
      const steps = Object.fromEntries(
        Object.entries(run.steps).map(([key, { given, ...step }]) => [
          key,
          given === undefined || given === grant._id ? step : { ...step, given },
        ]),
      )
      const what = { zh: '交给店长', en: 'Given to the head' }
      return allow({ run: { ...run, people, steps }, draft: { kind: 'assigned', by: null, what } })
    },
    reply: () => null,
  })
  // A journey that the programme no longer has is closed by its own job, and its tasks with it.
  if (!ruling.ok) effects.log({ event: 'hand_over_left', run: runId })
}
