import { allow, refuse } from '../../../shared/kit/ruling'
import type { TrainingPiece } from '../../../shared/programme/parts/training'
import type { trainingRead } from '../../../shared/training/contract'
import { recordId } from '../../../shared/training/piece'
import type { Handler } from '../../_runtime/handler'
import type { StaffContext } from '../../_runtime/staff-door'
import { idBefore, pieceRow, piecesOf, readRecords } from './pieces'
import { rolesOf } from './roles'

/** A piece to read. Its questions go to the phone, their answers stay here. */
export const read: Handler<typeof trainingRead, StaffContext> = async (context, { pieceId }) => {
  const { effects, now } = context
  const entered = await context.entered
  if (!entered.ok) return entered
  const { grant, terms } = entered.value
  const piece = terms.programme.training?.find(({ id }) => id === pieceId)
  if (!piece) return refuse('training_unknown')
  const ids = [recordId(grant._id, piece), idBefore(grant._id, piece)]
  const [roles, records] = await Promise.all([rolesOf(effects, [grant], terms), readRecords(effects, ids)])
  if (!piecesOf(grant, terms, roles).includes(piece)) return refuse('training_unknown')
  const record = records.get(recordId(grant._id, piece)) ?? null
  const before = records.get(idBefore(grant._id, piece)) ?? null
  return allow({
    ...pieceRow(piece, grant, { record, before, now }),
    serverAt: now,
    sections: piece.sections.map(({ heading = null, text, picture = null }) => ({ heading, text, picture })),
    quiz: quizView(piece),
    readAt: record?.readAt ?? null,
    passedAt: record?.passedAt ?? null,
    tries: record?.triesCount ?? 0,
  })
}

function quizView({ quiz }: TrainingPiece) {
  if (!quiz) return null
  return {
    passMark: quiz.passMark,
    questions: quiz.questions.map(({ id, text, options }) => ({ id, text, options })),
  }
}
