import type { OutputOf } from '../../../shared/kit/contract'
import { allow, refuse } from '../../../shared/kit/ruling'
import type { TrainingPiece } from '../../../shared/programme/parts/training'
import type { trainingPeople } from '../../../shared/training/contract'
import { isOverdue, lastDayOf, recordId, stateOf, type TrainingRecord } from '../../../shared/training/piece'
import type { Handler, ManagerContext, StaffGrant } from '../../_runtime/handler'
import { piecesOf, readRecords } from './pieces'
import { employeesAPage, rolesOf } from './roles'

/** Times the pieces of a programme at their most this stays within what one read gives. */
const employeesMax = 20

/** Who has read and passed what. Somebody dismissed is not asked for any more. */
export const people: Handler<typeof trainingPeople, ManagerContext> = async (
  { effects, now, terms },
  { after = '' },
) => {
  if (!terms) return refuse('shop_not_founded')
  const pageSize = employeesAPage(terms, employeesMax)
  const grants = await effects.store.find<StaffGrant>('staff', {
    where: { _id: { gt: after } },
    orderBy: [['_id', 'asc']],
    limit: pageSize,
  })
  const active = grants.filter((grant) => grant.active)
  const { training = [] } = terms.programme
  const ids = active.flatMap(({ _id }) => training.map((piece) => recordId(_id, piece)))
  const [roles, records] = await Promise.all([rolesOf(effects, active, terms), readRecords(effects, ids)])
  const present = active.map((grant) => ({ grant, pieces: piecesOf(grant, terms, roles) }))
  return allow({
    serverAt: now,
    people: present.map(({ grant, pieces }) => ({
      staffId: grant._id,
      name: grant.name,
      role: grant.role,
      pieces: pieces.map((piece) => row(piece, grant, records.get(recordId(grant._id, piece)) ?? null, now)),
    })),
    nextAfter: grants.length === pageSize ? (grants.at(-1)?._id ?? null) : null,
  })
}

type Row = OutputOf<typeof trainingPeople>['people'][number]['pieces'][number]

function row(piece: TrainingPiece, grant: StaffGrant, record: TrainingRecord | null, now: string): Row {
  const joinedAt = grant.joinedAt ?? null
  const [best] = [...(record?.tries ?? [])].sort((one, other) => other.right - one.right)
  return {
    id: piece.id,
    title: piece.title,
    state: stateOf(piece, record),
    overdue: isOverdue(piece, record, joinedAt, now),
    lastDay: lastDayOf(piece, joinedAt),
    readAt: record?.readAt ?? null,
    passedAt: record?.passedAt ?? null,
    tries: record?.triesCount ?? 0,
    best: best ? { right: best.right, of: best.of } : null,
  }
}
