import { allow } from '../../../shared/kit/ruling'
import type { Bilingual } from '../../../shared/kit/fields'
import { addMilliseconds, type Instant } from '../../../shared/kit/time'
import type { Effects } from '../../_runtime/effects'
import { errorWords } from '../../_runtime/error-words'
import type { StaffGrant } from '../../_runtime/handler'
import type { Terms } from '../../_runtime/terms'
import { changeRun } from './change-run'
import type { StoredTask } from './stored'

const pageSize = 50
/** Whose tasks could not all be handed over is looked at again after that long. */
const putOffMs = 5 * 60_000

export type HandedOver = { due: number; done: number; failed: number; left: boolean; words?: string } & Leftover
/** Who was looked at, and what of theirs is nobody's yet, for a manager to read. */
type Leftover = { looked: string[]; found: { subject: string; words: Bilingual }[] }
type Gone = StaffGrant & { handOverAt: Instant }

/**
 * What somebody who was dismissed had to do goes to the head; when nothing is left, nothing more is to be done for them.
 * What could not be handed over stays due, is tried again, and is told until then.
 */
export async function handOver(effects: Effects, terms: Terms, now: Instant, until: Instant): Promise<HandedOver> {
  const total: HandedOver = { due: 0, done: 0, failed: 0, left: false, looked: [], found: [] }
  const gone = await effects.store.find<Gone>('staff', {
    where: { handOverAt: { gt: '', lte: now } },
    orderBy: [['handOverAt', 'asc']],
    limit: pageSize,
  })
  for (const grant of gone) {
    if (effects.now() >= until) return { ...total, left: true }
    const why = await handAll(effects, terms, { grant, until, total })
    if (why === null) return { ...total, left: true }
    const still = await effects.store.count('tasks', { assigneeId: grant._id, state: 'open' })
    const handOverAt = still > 0 ? addMilliseconds(effects.now(), putOffMs) : null
    await effects.store.change('staff', { _id: grant._id, handOverAt: grant.handOverAt }, { set: { handOverAt } })
    const subject = `left:${grant._id}`
    total.looked.push(subject)
    total.failed += still
    if (still > 0) total.found.push({ subject, words: leftWords(grant.name, still) })
    if (still > 0) total.words = `${grant.name}: ${still} tasks are still theirs${why ? ` (${why})` : ''}`
  }
  return { ...total, left: gone.length === pageSize && total.done > 0 }
}

function leftWords(name: string, count: number): Bilingual {
  return {
    zh: `${name}离职后还有 ${count} 项跟进任务没能交给店长，系统会每 5 分钟再试`,
    en: `Tasks of ${name}, who has left, that could not be given to the head: ${count}. It is tried again each 5 minutes`,
  }
}

type Leaving = { grant: Gone; until: Instant; total: HandedOver }

/** A page of tasks after the other; why the last of those that failed did, or '' where none did; null when the time is over. */
async function handAll(effects: Effects, terms: Terms, { grant, until, total }: Leaving): Promise<string | null> {
  let why = ''
  for (let after = ''; ;) {
    const tasks = await effects.store.find<StoredTask>('tasks', {
      where: { assigneeId: grant._id, state: 'open', place: { gt: after } },
      orderBy: [['place', 'asc']],
      limit: pageSize,
    })
    total.due += tasks.length
    for (const runId of new Set(tasks.map((task) => task.runId))) {
      const refused = await takeFrom(effects, terms, { grant, runId })
      if (refused === null) total.done += tasks.filter((task) => task.runId === runId).length
      else why = `${runId}: ${refused}`
    }
    if (tasks.length < pageSize) return why
    if (effects.now() >= until) return null
    after = tasks.at(-1)?.place ?? ''
  }
}

/** Why one journey could not be taken from whoever has left; null when it was. One that fails holds no other up. */
async function takeFrom(
  effects: Effects,
  terms: Terms,
  { grant, runId }: { grant: Gone; runId: string },
): Promise<string | null> {
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
  }).catch((error: unknown) => ({
    ok: false as const,
    refusal: errorWords(error),
  }))
  if (ruling.ok) return null
  // One that the programme no longer has is closed by the journeys' own job, and nothing of it is left the next time.
  effects.log({ event: 'hand_over_left', run: runId, why: ruling.refusal })
  return ruling.refusal.slice(0, 200)
}
