import { allow, refuse } from '../../../shared/kit/ruling'
import { receipt as decide } from '../../../shared/training/answer'
import type { trainingReceipt } from '../../../shared/training/contract'
import { stateOf } from '../../../shared/training/piece'
import type { Handler } from '../../_runtime/handler'
import type { StaffContext } from '../../_runtime/staff-door'
import { ownPiece, putRecord } from './own-piece'

/** Keeps that the caller has read a piece, once. */
export const receipt: Handler<typeof trainingReceipt, StaffContext> = async (context, input) => {
  const { effects, now } = context
  const own = await ownPiece(context, input)
  if (!own.ok) return own
  const { grant, piece, record } = own.value
  const next = decide(record, { piece, staffId: grant._id, at: now })
  if (next !== record && !(await putRecord(effects, record, next))) return refuse('busy')
  return allow({ readAt: next.readAt ?? now, state: stateOf(piece, next) })
}
