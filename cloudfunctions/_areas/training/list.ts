import { allow } from '../../../shared/kit/ruling'
import type { trainingList } from '../../../shared/training/contract'
import { recordId } from '../../../shared/training/piece'
import type { Handler } from '../../_runtime/handler'
import type { StaffContext } from '../../_runtime/staff-door'
import { idBefore, pieceRow, piecesOf, readRecords } from './pieces'
import { rolesOf } from './roles'

/** What the caller has to read: what is not done first, by its last day. */
export const list: Handler<typeof trainingList, StaffContext> = async (context) => {
  const { effects, now } = context
  const entered = await context.entered
  if (!entered.ok) return entered
  const { grant, terms } = entered.value
  const { training = [] } = terms.programme
  const ids = training.flatMap((piece) => [recordId(grant._id, piece), idBefore(grant._id, piece)])
  const [roles, records] = await Promise.all([rolesOf(effects, [grant], terms), readRecords(effects, ids)])
  const pieces = piecesOf(grant, terms, roles)
  const rows = pieces.map((piece) => {
    const record = records.get(recordId(grant._id, piece)) ?? null
    return pieceRow(piece, grant, { record, before: records.get(idBefore(grant._id, piece)) ?? null, now })
  })
  const order = ({ state, lastDay }: (typeof rows)[number]) => `${state === 'done' ? 1 : 0} ${lastDay ?? '9'}`
  return allow({ serverAt: now, pieces: [...rows].sort((a, b) => (order(a) < order(b) ? -1 : 1)) })
}
