import { kept, tallyOf, type Tallied } from '../../../shared/journeys/kept'
import type { journeysOverview } from '../../../shared/journeys/contract'
import type { Bilingual } from '../../../shared/kit/fields'
import { allow, refuse } from '../../../shared/kit/ruling'
import { addDays, daysBetween } from '../../../shared/kit/time'
import type { Programme } from '../../../shared/programme/schema'
import type { Effects } from '../../_runtime/effects'
import type { Handler, ManagerContext, StaffGrant } from '../../_runtime/handler'
import { worksIn } from '../../_runtime/staff-door'
import { standingVersions, storeName, type Terms } from '../../_runtime/terms'
import { countsId, type TaskCounts } from './task-counts'
import { runsPlace } from './to-recount'

const daysMax = 92

/**
 * What was promised and what was delivered in a store. It reads a count of each day of the period, as the clock keeps them,
 * however many tasks there were; what is overdue is known by the minute.
 */
export const overview: Handler<typeof journeysOverview, ManagerContext> = async (context, { storeId, from, to }) => {
  const { effects, grant, terms, now } = context
  if (!grant || !terms) return refuse('shop_not_founded')
  if (!worksIn(grant, storeId) || !storeName(terms, storeId)) return refuse('store_not_yours')
  if (to < from || daysBetween(from, to) >= daysMax) return refuse('period_wrong')
  const days = Array.from({ length: daysBetween(from, to) + 1 }, (_, n) => addDays(from, n))
  const ids = [...days, runsPlace].map((place) => countsId(storeId, place))
  const counts = await effects.store.getMany<TaskCounts>('taskCounts', ids)
  const isOfRuns = ({ _id }: TaskCounts) => _id === countsId(storeId, runsPlace)
  const rows = counts.filter((one) => !isOfRuns(one)).flatMap(({ cells }) => cells.map((cell) => tallyOf(cell, now)))
  const runs = counts.find(isOfRuns)?.cells ?? []
  const names = await namesOf(effects, rows)
  const known = new Set([...(terms.programme.journeys ?? []).map(({ id }) => id), ...rows.map((row) => row.journeyId)])
  const called = await journeyNames(effects, terms, [...known])
  return allow({
    serverAt: now,
    total: kept(rows),
    journeys: [...known].map((id) => ({
      id,
      name: called.get(id) ?? { zh: id, en: id },
      ...kept(rows.filter(({ journeyId }) => journeyId === id)),
      running: runs.find(({ by }) => by === id)?.count ?? 0,
      waiting: runs.find(({ by }) => by === id)?.waiting ?? 0,
    })),
    employees: employees(rows).map((id) => ({
      id,
      name: (id !== null && names.get(id)) || null,
      ...kept(rows.filter(({ assigneeId }) => assigneeId === id)),
    })),
  })
}

/** Those that the programme has no more are called as an earlier version called them. */
async function journeyNames(
  { store }: Effects,
  { programme }: Terms,
  ids: readonly string[],
): Promise<Map<string, Bilingual>> {
  const named = (list: Programme['journeys']) => (list ?? []).map(({ id, name }) => [id, name] as const)
  const known = new Map(named(programme.journeys))
  if (ids.every((id) => known.has(id))) return known
  const before = await standingVersions(store)
  return new Map([...before.reverse().flatMap((version) => named(version.programme.journeys)), ...known])
}

const idsMax = 1_000

async function namesOf({ store }: Effects, rows: readonly Tallied[]): Promise<Map<string, string>> {
  const ids = [...new Set(rows.flatMap(({ assigneeId }) => assigneeId ?? []))]
  const grants: StaffGrant[] = []
  for (let at = 0; at < ids.length; at += idsMax)
    grants.push(...(await store.getMany<StaffGrant>('staff', ids.slice(at, at + idsMax))))
  return new Map(grants.map(({ _id, name }) => [_id, name]))
}

/** Whoever has the most to do first; what is nobody's last. */
function employees(rows: readonly Tallied[]): (string | null)[] {
  const count = (id: string | null) => kept(rows.filter(({ assigneeId }) => assigneeId === id)).due
  const ids = [...new Set(rows.map(({ assigneeId }) => assigneeId))]
  return ids.sort((one, other) => Number(one === null) - Number(other === null) || count(other) - count(one))
}
