import type { InputOf, OutputOf } from '../../../shared/kit/contract'
import { allow, refuse } from '../../../shared/kit/ruling'
import { dayOf, monthOf } from '../../../shared/kit/time'
import type { obligationsOverview } from '../../../shared/obligations/contract'
import { kindCounts, noCounts, type PromiseCounts } from '../../../shared/obligations/counts'
import type { Obligation } from '../../../shared/obligations/obligation'
import type { Effects } from '../../_runtime/effects'
import type { Handler } from '../../_runtime/handler'
import { worksIn, type StaffContext } from '../../_runtime/staff-door'
import type { Where } from '../../_runtime/store'
import { obligationView } from './view'

const pageSize = 50
const overdueMax = 20

/**
 * A month's promises, of a store or of what one employee kept: counted by kind and by how they stand, and listed a page at
 * a time. Staff see a store of theirs. It reads as much however many were promised: the counts are the clock's.
 */
export const overview: Handler<typeof obligationsOverview, StaffContext> = async (context, input) => {
  const { effects, now } = context
  const { storeId, staffId, list } = input
  const month = input.month ?? monthOf(dayOf(now))
  const place: Where = { month, ...(storeId ? { storeId } : {}), ...(staffId ? { staffId } : {}) }
  const [entered, counts, rows, overdue] = await Promise.all([
    context.entered,
    effects.store.get<PromiseCounts>('promiseCounts', month),
    list ? listed(effects, place, list) : [],
    // What is overdue nobody has kept, and a list is a page of something else.
    list || staffId ? [] : overdueIn(effects, storeId),
  ])
  if (!entered.ok) return entered
  const { grant } = entered.value
  const mayAsk = grant.role === 'manager' || staffId === grant._id
  if (storeId ? !worksIn(grant, storeId) : !mayAsk) return refuse('store_not_yours')
  return allow({
    serverAt: now,
    month,
    counts: kindCounts(counts ?? noCounts(month), { storeId, staffId }),
    rows: rows.map(row),
    overdue: { rows: overdue.slice(0, overdueMax).map(row), more: overdue.length > overdueMax },
    nextAfter: rows.length === pageSize ? (rows.at(-1)?._id ?? null) : null,
  })
}

type List = NonNullable<InputOf<typeof obligationsOverview>['list']>
type Row = OutputOf<typeof obligationsOverview>['rows'][number]

function row(one: Obligation): Row {
  return { ...obligationView(one), memberNo: one.memberNo, accountId: one.accountId }
}

function listed({ store }: Effects, place: Where, { kind, state, after }: List): Promise<Obligation[]> {
  return store.find<Obligation>('obligations', {
    where: { ...place, standing: `${kind} ${state}`, ...(after ? { _id: { gt: after } } : {}) },
    orderBy: [['_id', 'asc']],
    limit: pageSize,
  })
}

/** One more than is shown, so that it can be said that there are others. */
function overdueIn({ store }: Effects, storeId: string | undefined): Promise<Obligation[]> {
  return store.find<Obligation>('obligations', {
    where: { state: 'late', ...(storeId ? { storeId } : {}) },
    orderBy: [['dueAt', 'asc']],
    limit: overdueMax + 1,
  })
}
