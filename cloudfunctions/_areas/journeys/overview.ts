import { kept, tallyOf, type Tallied } from '../../../shared/journeys/kept'
import type { journeysOverview } from '../../../shared/journeys/contract'
import { allow, refuse } from '../../../shared/kit/ruling'
import { addDays, daysBetween, startOfDay, type Instant } from '../../../shared/kit/time'
import type { Effects } from '../../_runtime/effects'
import type { Handler, ManagerContext, StaffGrant } from '../../_runtime/handler'
import { worksIn } from '../../_runtime/staff-door'
import { storeName } from '../../_runtime/terms'

const daysMax = 92

/** What was promised and what was delivered in a store, added up by the database over the tasks of the period alone. */
export const overview: Handler<typeof journeysOverview, ManagerContext> = async (context, { storeId, from, to }) => {
  const { effects, grant, terms, now } = context
  if (!grant || !terms) return refuse('shop_not_founded')
  if (!worksIn(grant, storeId) || !storeName(terms, storeId)) return refuse('store_not_yours')
  if (to < from || daysBetween(from, to) >= daysMax) return refuse('period_wrong')
  const span = { from: startOfDay(from), to: startOfDay(addDays(to, 1)) }
  const parted = now < span.from ? span.from : now < span.to ? now : span.to
  const running = { storeId, state: 'running' }
  const [before, ahead, runs, waiting] = await Promise.all([
    tasksDue(effects, storeId, { from: span.from, to: parted }),
    tasksDue(effects, storeId, { from: parted, to: span.to }),
    effects.store.tally('journeys', { where: running, by: 'journeyId', sums: {} }),
    effects.store.tally('journeys', { where: { ...running, waits: { gt: '' } }, by: 'journeyId', sums: {} }),
  ])
  const rows = [...before.map((row) => tallyOf(row, true)), ...ahead.map((row) => tallyOf(row, false))]
  const staffIds = [...new Set(rows.flatMap(({ assigneeId }) => assigneeId ?? []))]
  const grants = staffIds.length > 0 ? await effects.store.getMany<StaffGrant>('staff', staffIds) : []
  const counted = (list: typeof runs, id: string) => list.find(({ by }) => by === id)?.count ?? 0
  const known = new Set([...(terms.programme.journeys ?? []).map(({ id }) => id), ...rows.map((row) => row.journeyId)])
  return allow({
    serverAt: now,
    total: kept(rows),
    journeys: [...known].map((id) => ({
      id,
      name: terms.programme.journeys?.find((one) => one.id === id)?.name ?? { zh: id, en: id },
      ...kept(rows.filter(({ journeyId }) => journeyId === id)),
      running: counted(runs, id),
      waiting: counted(waiting, id),
    })),
    employees: employees(rows).map((id) => ({
      id,
      name: grants.find(({ _id }) => _id === id)?.name ?? null,
      ...kept(rows.filter(({ assigneeId }) => assigneeId === id)),
    })),
  })
}

function tasksDue({ store }: Effects, storeId: string, { from, to }: { from: Instant; to: Instant }) {
  return store.tally('tasks', { where: { storeId, dueAt: { gte: from, lt: to } }, by: 'tallied', sums: {} })
}

/** Whoever has the most to do first; what is nobody's last. */
function employees(rows: readonly Tallied[]): (string | null)[] {
  const count = (id: string | null) => kept(rows.filter(({ assigneeId }) => assigneeId === id)).due
  const ids = [...new Set(rows.map(({ assigneeId }) => assigneeId))]
  return ids.sort((one, other) => Number(one === null) - Number(other === null) || count(other) - count(one))
}
