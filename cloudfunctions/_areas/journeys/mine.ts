import type { tasksMine } from '../../../shared/journeys/tasks-contract'
import { allow, refuse } from '../../../shared/kit/ruling'
import { addDays, dayOf, startOfDay } from '../../../shared/kit/time'
import { tierById } from '../../../shared/tiers/qualify'
import type { Effects } from '../../_runtime/effects'
import type { Handler, StaffGrant } from '../../_runtime/handler'
import { staffId } from '../../_runtime/people'
import { worksIn, type StaffContext } from '../../_runtime/staff-door'
import type { Where } from '../../_runtime/store'
import type { StoredAccount } from '../../_runtime/stored-account'
import { storeName, type Terms } from '../../_runtime/terms'
import { shownName } from '../cards/shown-name'
import { tierFace } from '../tiers/faces'
import { isHeadOf } from './access'
import type { StoredTask } from './stored'

const pageSize = 20

/** What the caller is to do, or what has come to the head, what is due first standing first. */
export const mine: Handler<typeof tasksMine, StaffContext> = async (context, input) => {
  const { effects, openid, now } = context
  const own = staffId(effects, openid)
  const whose = input.list === 'mine' ? ofEmployee(own) : ofHead(input.storeId)
  const soon = { startsAt: { lt: startOfDay(addDays(dayOf(now), 1)) } }
  const later = { startsAt: { gte: startOfDay(addDays(dayOf(now), 1)) } }
  const count = (where: Where) => effects.store.count('tasks', where)
  const [entered, tasks, overdue, all, coming, forHead] = await Promise.all([
    context.entered,
    effects.store.find<StoredTask>('tasks', {
      where: { ...whose, ...(input.part === 'now' ? soon : later), place: { gt: input.after ?? '' } },
      orderBy: [['place', 'asc']],
      limit: pageSize,
    }),
    count({ ...whose, dueAt: { lte: now } }),
    count({ ...whose, ...soon }),
    count({ ...whose, ...later }),
    // As many as that list shows now: what is to come stands in it from its day on.
    count({ ...ofHead(input.storeId), ...soon }),
  ])
  if (!entered.ok) return entered
  const { grant, terms } = entered.value
  const isHead = isHeadOf(grant, input.storeId)
  const mayAsk = worksIn(grant, input.storeId) && storeName(terms, input.storeId) && (input.list === 'mine' || isHead)
  if (!mayAsk) return refuse('store_not_yours')
  return allow({
    serverAt: now,
    tasks: await taskRows(effects, terms, tasks),
    counts: { overdue, now: all, coming },
    forHead: isHead ? forHead : null,
    nextAfter: tasks[pageSize - 1]?.place ?? null,
  })
}

function ofEmployee(assigneeId: string): Where {
  return { assigneeId, state: 'open' }
}

function ofHead(storeId: string): Where {
  return { storeId, forHead: 'open' }
}

/** Tasks with whom they are about and whose they are. */
async function taskRows({ store }: Effects, { programme }: Terms, tasks: readonly StoredTask[]) {
  const staffIds = [...new Set(tasks.flatMap(({ assigneeId }) => assigneeId ?? []))]
  const [accounts, grants] = await Promise.all([
    tasks.length > 0
      ? store.getMany<StoredAccount>('accounts', [...new Set(tasks.map(({ accountId }) => accountId))])
      : [],
    staffIds.length > 0 ? store.getMany<StaffGrant>('staff', staffIds) : [],
  ])
  return tasks.flatMap((task) => {
    const account = accounts.find(({ _id }) => _id === task.accountId)
    if (!account) return []
    const { _id: id, kind, name, channel, startsAt, dueAt, tryAt, escalatedAt, assigneeId } = task
    return {
      ...{ id, kind, name, channel, startsAt, dueAt, tryAt, escalatedAt },
      memberName: shownName(account),
      memberNo: account.memberNo,
      tier: tierFace(tierById(programme, account.tierId)),
      enrolledAt: account.enrolledAt,
      assignee: personOf(grants, assigneeId),
    }
  })
}

export function personOf(grants: readonly StaffGrant[], id: string | null): { id: string; name: string } | null {
  const grant = grants.find(({ _id }) => _id === id)
  return grant ? { id: grant._id, name: grant.name } : null
}
