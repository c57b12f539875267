import { clockOperations } from '../../shared/operations'
import { listJobs } from '../_areas/clock/list-jobs'
import { runNow } from '../_areas/clock/run-now'
import { managerDoor } from '../_runtime/manager-door'

/**
 * What a manager may ask of the clock. 2026-11: it stands here and not with the manager's other operations, because the jobs
 * are heavy and have the clock's permissions; the grant is read each time, and nobody else is let in.
 */
export const clocksDoor = managerDoor({
  operations: clockOperations,
  handlers: { 'clock.jobs': listJobs, 'clock.run-now': runNow },
})
