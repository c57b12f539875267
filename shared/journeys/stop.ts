import type { Instant } from '../kit/time'
import { system, type Dated, type Over, type Run } from './run'
import { withdrawn } from './set-anchor'
import { finished, isUndone, withStep } from './standing'

/**
 * Ends a journey before its end. What should have been done by now was missed, and counts as that; whatever else is listed
 * is withdrawn, for nobody could have done it. `all`: its touchpoints with their dates.
 */
export function stop(run: Run, all: readonly Dated[], { why, now }: { why: Exclude<Over, 'end'>; now: Instant }): Run {
  if (run.state !== 'running') return run
  const missed = all.filter((one) => one.dueAt !== null && one.dueAt <= now && isListed(run, one) && isUndone(run, one))
  const judged = missed.reduce((so, one) => withStep(so, one.key, finished(so, one, 'missed', now)), run)
  const open = Object.entries(judged.steps).filter(([, { listed, state }]) => listed && !state)
  const closed = open.reduce((so, [key, step]) => withStep(so, key, withdrawn(step, 'over', now)), judged)
  return { ...closed, state: 'stopped', over: { at: now, why } }
}

/** What the head was to find out about an anchor was no promise to the member. */
function isListed({ steps }: Run, { key, by, kind }: Dated): boolean {
  return by !== system && kind !== 'anchor' && steps[key]?.listed === true
}
