import * as z from 'zod/mini'
import { operation } from '../kit/contract'
import { bilingual } from '../kit/fields'

/** One run of a job: how many it had before it, how many it brought to an end, how many it could not, and why. */
const run = z.strictObject({
  startedAt: z.string(),
  endedAt: z.string(),
  by: z.enum(['clock', 'manager']),
  due: z.int(),
  done: z.int(),
  failed: z.int(),
  /** Its time was over before its work. */
  left: z.boolean(),
  /** What failed, in the words of the error; null where nothing did. */
  words: z.nullable(z.string()),
})
export type JobRun = z.output<typeof run>

/** `late`: something waits and nobody has looked at it for five minutes, so the clock seems to stand still. */
export const jobStates = ['well', 'running', 'failing', 'late', 'never'] as const

const job = z.strictObject({
  name: z.string(),
  title: bilingual,
  state: z.enum(jobStates),
  last: z.nullable(run),
  /** When there is something to do next; null where nothing is foreseen. */
  nextAt: z.nullable(z.string()),
  /** How many documents wait for it now, a hundred standing for a hundred or more; null for jobs by the calendar alone. */
  backlog: z.nullable(z.int()),
  /** Runs in a row that ended by an error. */
  failures: z.int(),
  /** What failed last and still does, or did within ten minutes, in the words of the error. */
  trouble: z.nullable(z.strictObject({ at: z.string(), words: z.string() })),
})
export type JobView = z.output<typeof job>

/** What happens by itself: each job with its last and next run, and what the self-audit found that does not add up. */
export const clockJobs = operation({
  name: 'clock.jobs',
  audience: 'clock',
  kind: 'query',
  roles: ['manager'],
  input: z.strictObject({}),
  output: z.strictObject({
    serverAt: z.string(),
    jobs: z.array(job),
    findings: z.array(
      z.strictObject({
        id: z.string(),
        subject: z.string(),
        words: bilingual,
        firstAt: z.string(),
        lastAt: z.string(),
      }),
    ),
  }),
  refusals: [],
  limits: { perMinute: 60 },
  budget: { sequential: 2, total: 2 },
})

/** Runs a job at once, for some seconds at most, and tells what it did. The same request is answered as the first time. */
export const clockRunNow = operation({
  name: 'clock.run-now',
  audience: 'clock',
  kind: 'command',
  roles: ['manager'],
  input: z.strictObject({ job: z.string().check(z.regex(/^[a-z][a-z-]{0,39}$/)) }),
  output: z.strictObject({ run }),
  refusals: ['job_unknown', 'job_running'],
  limits: { perMinute: 20 },
  budget: { sequential: 5, total: 7 },
})
