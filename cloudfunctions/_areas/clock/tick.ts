import { addMilliseconds, type Instant } from '../../../shared/kit/time'
import type { Effects } from '../../_runtime/effects'
import { currentTerms, type Terms } from '../../_runtime/terms'
import { glance, type Glance } from './glance'
import { jobs } from './jobs/registry'
import { workJob, type Turn } from './work-job'

/** The function's time limit is 60 s; a tick stops well before and the next one goes on. */
const workMs = 40_000
/** No job keeps the others waiting for longer; what it leaves it goes on with after them. */
const sliceMs = 12_000
const leaseMs = 65_000

/** The jobs that ran, those that threw, and whether work is left. */
export type Tick = { ran: string[]; failed: string[]; left: boolean }

/**
 * One minute's work: the jobs that have something to do. Idle, it is a single read and nothing is written. A job that fails
 * stops no other; what one tick does not finish the next one takes up.
 */
export async function tick(effects: Effects): Promise<Tick> {
  const startedAt = effects.now()
  const due = await glance(effects, jobs, startedAt)
  if (due.length === 0) return { ran: [], failed: [], left: false }
  const terms = await currentTerms(effects)
  // A shop that is not founded has nothing to work on.
  if (!terms) return { ran: [], failed: [], left: false }
  return workOff(effects, terms, due, addMilliseconds(startedAt, workMs))
}

/** In turn, whoever has waited longest first; then again those that had to stop for the others, while there is time. */
async function workOff(effects: Effects, terms: Terms, due: Glance, until: Instant): Promise<Tick> {
  const ran = new Set<string>()
  const failed: string[] = []
  let round = longestWaitingFirst(due)
  while (round.length > 0) {
    const again: Glance = []
    for (const one of round) {
      if (effects.now() >= until) return { ran: [...ran], failed, left: true }
      const worked = await workJob(effects, terms, one, sliceUntil(effects, until))
      if (!worked) continue
      ran.add(one.job.name)
      if (worked.threw) failed.push(one.job.name)
      if (worked.run.left) again.push({ job: one.job, state: worked.state })
    }
    round = again
  }
  return { ran: [...ran], failed, left: false }
}

function sliceUntil(effects: Effects, until: Instant): Turn {
  const sliceEnd = addMilliseconds(effects.now(), sliceMs)
  return { by: 'clock', until: sliceEnd < until ? sliceEnd : until, leaseMs }
}

function longestWaitingFirst(due: Glance): Glance {
  const lastOf = ({ state }: Glance[number]) => state?.last?.startedAt ?? ''
  return [...due].sort((one, other) => (lastOf(one) < lastOf(other) ? -1 : lastOf(one) > lastOf(other) ? 1 : 0))
}
