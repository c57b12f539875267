import { allow, refuse, type Ruling } from '../kit/ruling'
import type { Instant } from '../kit/time'
import type { TrainingPiece } from '../programme/parts/training'
import { recordId, type TrainingRecord, type Try } from './piece'

/** How many tries a record keeps whole; all are counted. */
export const triesKept = 50

/** The receipt that somebody has read a piece. The first one stands. */
export function receipt(
  record: TrainingRecord | null,
  { piece, staffId, at }: { piece: TrainingPiece; staffId: string; at: Instant },
): TrainingRecord {
  if (record?.readAt) return record
  return { ...(record ?? newRecord(piece, staffId)), readAt: at }
}

type Answered = { piece: TrainingPiece; answers: { [questionId: string]: string }; requestId: string; at: Instant }
type Judged = { record: TrainingRecord; attempt: Try }

/**
 * Judges a try of the quiz, which whoever answers has read before. Every question has one of its own options for an
 * answer. Passed once is passed: a later try is kept and takes nothing away.
 */
export function answer(
  record: TrainingRecord | null,
  { piece, answers, requestId, at }: Answered,
): Ruling<Judged, 'training_unread' | 'training_no_quiz' | 'training_unanswered'> {
  const { quiz } = piece
  if (!quiz) return refuse('training_no_quiz')
  if (!record?.readAt) return refuse('training_unread')
  const answered = quiz.questions.filter(({ id, options }) => options.some((option) => option.id === answers[id]))
  const left = quiz.questions.length - answered.length
  if (left > 0) return refuse('training_unanswered', { count: left })
  const right = quiz.questions.length - wrongIn(piece, answers).length
  const passed = right >= quiz.passMark
  const given = Object.fromEntries(quiz.questions.map(({ id }) => [id, answers[id] ?? '']))
  const attempt: Try = { requestId, at, answers: given, right, of: quiz.questions.length, passed }
  const tries = [...record.tries, attempt].slice(-triesKept)
  const passedAt = record.passedAt ?? (passed ? at : null)
  return allow({ record: { ...record, tries, triesCount: record.triesCount + 1, passedAt }, attempt })
}

/** The questions of a piece that were not answered right. */
export function wrongIn({ quiz }: TrainingPiece, answers: { [questionId: string]: string }): string[] {
  const { questions = [] } = quiz ?? {}
  return questions.filter((question) => answers[question.id] !== question.answer).map(({ id }) => id)
}

function newRecord(piece: TrainingPiece, staffId: string): TrainingRecord {
  const about = { _id: recordId(staffId, piece), staffId, pieceId: piece.id, pieceVersion: piece.version }
  return { ...about, readAt: null, triesCount: 0, tries: [], passedAt: null, version: 0 }
}
