import type { Instant } from '../kit/time'
import type { Over, Run } from './run'
import { withdrawn } from './set-anchor'
import { withStep } from './standing'

/** Ends a journey before its end: what is still listed is withdrawn. */
export function stop(run: Run, { why, now }: { why: Exclude<Over, 'end'>; now: Instant }): Run {
  if (run.state !== 'running') return run
  const open = Object.entries(run.steps).filter(([, { listed, state }]) => listed && !state)
  const closed = open.reduce((so, [key, step]) => withStep(so, key, withdrawn(step, 'over', now)), run)
  return { ...closed, state: 'stopped', over: { at: now, why } }
}
