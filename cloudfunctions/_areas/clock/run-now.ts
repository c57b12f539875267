import type { clockRunNow } from '../../../shared/clock/contract'
import { allow, refuse } from '../../../shared/kit/ruling'
import { addMilliseconds } from '../../../shared/kit/time'
import type { Handler, ManagerContext } from '../../_runtime/handler'
import type { JobState } from './job'
import { jobs } from './jobs/registry'
import { workJob } from './work-job'

/** A manager waits for the answer, so the job comes to an end well before the function's time limit of twenty seconds. */
const workMs = 8_000
const leaseMs = 25_000

/** Runs one job under the clock's own lease; the answer to a request stands on the job's document, so its repetition runs nothing. */
export const runNow: Handler<typeof clockRunNow, ManagerContext> = async (
  { effects, terms, grant, request },
  input,
) => {
  if (!terms || !grant) return refuse('shop_not_founded')
  if (!request) return refuse('request_id_missing')
  const job = jobs.find(({ name }) => name === input.job)
  if (!job) return refuse('job_unknown')
  const state = await effects.store.get<JobState>('jobs', job.name)
  const requestId = `${grant._id} ${request.id}`
  const before = state?.answers.find((answer) => answer.requestId === requestId)
  if (before) return allow({ run: before.run })
  const until = addMilliseconds(effects.now(), workMs)
  const worked = await workJob(effects, terms, { job, state }, { by: 'manager', until, leaseMs, requestId })
  return worked ? allow({ run: worked.run }) : refuse('job_running')
}
