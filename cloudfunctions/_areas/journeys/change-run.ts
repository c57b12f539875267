import type { Run } from '../../../shared/journeys/run'
import { allow, refuse, type Ruling } from '../../../shared/kit/ruling'
import type { Journey } from '../../../shared/programme/parts/journeys'
import type { Effects } from '../../_runtime/effects'
import type { Terms } from '../../_runtime/terms'
import { journeyIn, type StoredRecord, type StoredRun } from './stored'
import { writeRun, writingOf, type Written } from './write-run'

/** What is written down about a change of a run; the same request finds it again. */
export type Draft = Pick<StoredRecord, 'kind' | 'by' | 'what'> &
  Partial<Pick<StoredRecord, 'answers' | 'note' | 'why' | 'next' | 'taskId'>>

export type Changing<Reply, Refusal extends string> = {
  runId: string
  /** By which its record is named, so that the same request finds what it did. */
  requestId: string
  /** Decides on what stands; may run several times. */
  decide: (run: StoredRun, journey: Journey) => Ruling<{ run: Run; draft: Draft }, Refusal>
  reply: (written: Written, before: StoredRun) => Reply
}

/**
 * Something is done about a run: the run, the tasks that follow from it and what is written down stand together or not at
 * all. Of two employees at once one is refused by what the other has done. The same request again is answered as before.
 */
export async function changeRun<Reply, Refusal extends string>(
  effects: Effects,
  terms: Terms,
  { runId, requestId, decide, reply }: Changing<Reply, Refusal>,
): Promise<Ruling<Reply, Refusal | 'journey_unknown'>> {
  return effects.store.transact(async (transaction) => {
    const recordId = `record:${runId.slice('journey:'.length)}:${requestId}`
    const known = await transaction.get<StoredRecord>('journeyRecords', recordId)
    if (known) return allow(known.reply as Reply)
    const before = await transaction.get<StoredRun>('journeys', runId)
    const journey = before && journeyIn(terms, before.journeyId)
    if (!before || !journey) return refuse('journey_unknown')
    const ruling = decide(before, journey)
    if (!ruling.ok) return ruling
    const now = effects.now()
    const { draft } = ruling.value
    const { begunFor } = before
    const written = writingOf({ before, run: ruling.value.run, journey, now, under: terms.programmeVersion, begunFor })
    const answer = reply(written, before)
    const record = { ...recordOf(draft, before, { _id: recordId, at: now }), reply: answer }
    await writeRun(transaction, written, [record])
    return allow(answer)
  })
}

export function recordOf(
  draft: Draft,
  run: Pick<StoredRun, '_id' | 'accountId'>,
  { _id, at }: Pick<StoredRecord, '_id' | 'at'>,
): StoredRecord {
  const { kind, by, what, answers = {}, note = '', why = null, next = null, taskId = null } = draft
  return { _id, accountId: run.accountId, runId: run._id, taskId, kind, at, by, what, answers, note, why, next }
}
