import type { TrainingPiece } from '../../../shared/programme/parts/training'
import { isOverdue, lastDayOf, piecesFor, recordId, stateOf, type TrainingRecord } from '../../../shared/training/piece'
import type { Effects } from '../../_runtime/effects'
import type { StaffGrant } from '../../_runtime/handler'
import type { Terms } from '../../_runtime/terms'
import type { Roles } from './roles'

/** The pieces that an employee with these roles reads. */
export function piecesOf({ _id }: StaffGrant, { programme }: Terms, roles: Roles): TrainingPiece[] {
  return piecesFor(programme, roles.get(_id) ?? [])
}

/** What employees have done about the newest versions and the ones before, by the records' ids. At most 1,000. */
export async function readRecords(effects: Effects, ids: readonly string[]): Promise<Map<string, TrainingRecord>> {
  if (ids.length === 0) return new Map()
  const found = await effects.store.getMany<TrainingRecord>('training', ids)
  return new Map(found.map((record) => [record._id, record]))
}

/** The record of the version before. */
export function idBefore(staffId: string, { id, version }: TrainingPiece): string {
  return recordId(staffId, { id, version: version - 1 })
}

/** A piece as a list shows it. */
export function pieceRow(
  piece: TrainingPiece,
  grant: StaffGrant,
  { record, before, now }: { record: TrainingRecord | null; before: TrainingRecord | null; now: string },
) {
  const joinedAt = grant.joinedAt ?? null
  const { id, version, title, quiz } = piece
  return {
    id,
    version,
    title,
    questions: quiz?.questions.length ?? 0,
    state: stateOf(piece, record),
    lastDay: lastDayOf(piece, joinedAt),
    overdue: isOverdue(piece, record, joinedAt, now),
    changed: !record?.readAt && !!before?.readAt,
  }
}
