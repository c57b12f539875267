import { allow, refuse } from '../../../shared/kit/ruling'
import type { TrainingPiece } from '../../../shared/programme/parts/training'
import { answer as decide, wrongIn } from '../../../shared/training/answer'
import type { trainingAnswer } from '../../../shared/training/contract'
import { stateOf, type TrainingRecord, type Try } from '../../../shared/training/piece'
import type { Handler } from '../../_runtime/handler'
import type { StaffContext } from '../../_runtime/staff-door'
import { ownPiece, putRecord } from './own-piece'

/** Judges a try of the caller's own and keeps it. The same request is judged once. */
export const answer: Handler<typeof trainingAnswer, StaffContext> = async (context, input) => {
  const { effects, now, request } = context
  const own = await ownPiece(context, input)
  if (!own.ok) return own
  if (!request) return refuse('request_id_missing')
  const { piece, record } = own.value
  const before = record?.tries.find(({ requestId }) => requestId === request.id)
  if (record && before) return allow(reply(piece, record, before))
  const answers = Object.fromEntries(input.answers.map(({ questionId, optionId }) => [questionId, optionId]))
  const ruling = decide(record, { piece, answers, requestId: request.id, at: now })
  if (!ruling.ok) return ruling
  if (!(await putRecord(effects, record, ruling.value.record))) return refuse('busy')
  return allow(reply(piece, ruling.value.record, ruling.value.attempt))
}

function reply(piece: TrainingPiece, record: TrainingRecord, { answers, right, of, passed }: Try) {
  const { passMark = 0 } = piece.quiz ?? {}
  return {
    right,
    of,
    passMark,
    passed,
    wrong: wrongIn(piece, answers),
    state: stateOf(piece, record),
    tries: record.triesCount,
  }
}
