import { allow, refuse, type Ruling } from '../../../shared/kit/ruling'
import type { TrainingPiece } from '../../../shared/programme/parts/training'
import { recordId, type TrainingRecord } from '../../../shared/training/piece'
import type { Effects } from '../../_runtime/effects'
import type { StaffGrant } from '../../_runtime/handler'
import type { StaffContext } from '../../_runtime/staff-door'
import { piecesOf } from './pieces'
import { rolesOf } from './roles'

type Own = { grant: StaffGrant; piece: TrainingPiece; record: TrainingRecord | null }

/** A piece of the caller's own role in the version that they saw, and what they have done about it. Nobody's but theirs. */
export async function ownPiece(
  context: StaffContext,
  { pieceId, version }: { pieceId: string; version: number },
): Promise<
  Ruling<Own, 'training_unknown' | 'training_changed' | 'not_allowed' | 'shop_not_founded' | 'request_reused'>
> {
  const entered = await context.entered
  if (!entered.ok) return entered
  const { grant, terms } = entered.value
  const { effects } = context
  const piece = terms.programme.training?.find(({ id }) => id === pieceId)
  if (!piece) return refuse('training_unknown')
  const [roles, record] = await Promise.all([
    rolesOf(effects, [grant], terms),
    effects.store.get<TrainingRecord>('training', recordId(grant._id, piece)),
  ])
  if (!piecesOf(grant, terms, roles).includes(piece)) return refuse('training_unknown')
  if (piece.version !== version) return refuse('training_changed')
  return allow({ grant, piece, record })
}

/** Writes it on condition that nobody has since it was read. */
export async function putRecord(
  { store }: Effects,
  before: TrainingRecord | null,
  next: TrainingRecord,
): Promise<boolean> {
  const document = { ...next, version: (before?.version ?? 0) + 1 }
  return before
    ? store.replaceIf('training', document, before.version)
    : (await store.insert('training', [document])) === 'inserted'
}
