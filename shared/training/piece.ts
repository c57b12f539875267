import { addDays, dayOf, startOfDay, type Day, type Instant } from '../kit/time'
import type { TrainingPiece } from '../programme/parts/training'
import type { Programme } from '../programme/schema'

/** What one employee has done about one version of a piece. */
export type TrainingRecord = {
  _id: string
  staffId: string
  pieceId: string
  /** Of the piece, not of this document. */
  pieceVersion: number
  readAt: Instant | null
  /** How often they tried, and the last of these. */
  triesCount: number
  tries: Try[]
  passedAt: Instant | null
  version: number
  [field: string]: unknown
}

/** One try of a quiz. `answers`: what was chosen, by question; what was right stays in the programme. */
export type Try = {
  requestId: string
  at: Instant
  answers: { [questionId: string]: string }
  right: number
  of: number
  passed: boolean
}

export type TrainingState = 'unread' | 'read' | 'done'

/** The pieces that somebody with these roles reads. */
export function piecesFor({ training = [] }: Pick<Programme, 'training'>, roles: readonly string[]): TrainingPiece[] {
  return training.filter((piece) => piece.roles.some((role) => roles.includes(role)))
}

/** Read is half of it where there is a quiz, and all of it where there is none. */
export function stateOf({ quiz }: TrainingPiece, record: TrainingRecord | null): TrainingState {
  if (!record?.readAt) return 'unread'
  return quiz && record.passedAt === null ? 'read' : 'done'
}

/** The last day for it: so many days after somebody began, or after the piece came. Null where neither is known. */
export function lastDayOf({ withinDays, since }: TrainingPiece, joinedAt: Instant | null): Day | null {
  const joined = joinedAt && dayOf(joinedAt)
  const from = [joined, since ?? null].reduce<Day | null>(
    (late, day) => (day && (!late || day > late) ? day : late),
    null,
  )
  return from && addDays(from, withinDays)
}

/** Whether its last day has gone by without its being done. */
export function isOverdue(piece: TrainingPiece, record: TrainingRecord | null, joinedAt: Instant | null, now: Instant) {
  const lastDay = lastDayOf(piece, joinedAt)
  return lastDay !== null && stateOf(piece, record) !== 'done' && now >= startOfDay(addDays(lastDay, 1))
}

/** From employee, piece and version: nobody answers for another, and a changed version is begun anew. */
export function recordId(staffId: string, { id, version }: Pick<TrainingPiece, 'id' | 'version'>): string {
  return `training:${staffId}:${id}:${version}`
}
