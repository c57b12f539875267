import type { InputOf, OutputOf } from '../../../shared/kit/contract'
import { allow, refuse } from '../../../shared/kit/ruling'
import { dayOf, monthOf } from '../../../shared/kit/time'
import type { obligationsOverview } from '../../../shared/obligations/contract'
import { obligationKinds, type Obligation } from '../../../shared/obligations/obligation'
import type { Effects } from '../../_runtime/effects'
import type { Handler } from '../../_runtime/handler'
import { worksIn, type StaffContext } from '../../_runtime/staff-door'
import type { TallyRow, Where } from '../../_runtime/store'
import { obligationView } from './view'

const pageSize = 50

/**
 * A month's promises, of a store or of what one employee kept: counted by kind and by how they stand, and listed a page at
 * a time. Staff see a store of theirs.
 */
export const overview: Handler<typeof obligationsOverview, StaffContext> = async (context, input) => {
  const { effects, now } = context
  const { storeId, staffId, list } = input
  const month = input.month ?? monthOf(dayOf(now))
  const place: Where = { month, ...(storeId ? { storeId } : {}), ...(staffId ? { staffId } : {}) }
  const [entered, counted, rows] = await Promise.all([
    context.entered,
    effects.store.tally('obligations', { where: place, by: 'standing', sums: {} }),
    list ? listed(effects, place, list) : [],
  ])
  if (!entered.ok) return entered
  const { grant } = entered.value
  const mayAsk = grant.role === 'manager' || staffId === grant._id
  if (storeId ? !worksIn(grant, storeId) : !mayAsk) return refuse('store_not_yours')
  return allow({
    serverAt: now,
    month,
    counts: countsOf(counted),
    rows: rows.map((one) => ({ ...obligationView(one), memberNo: one.memberNo, accountId: one.accountId })),
    nextAfter: rows.length === pageSize ? (rows.at(-1)?._id ?? null) : null,
  })
}

type List = NonNullable<InputOf<typeof obligationsOverview>['list']>

function listed({ store }: Effects, place: Where, { kind, state, after }: List): Promise<Obligation[]> {
  return store.find<Obligation>('obligations', {
    where: { ...place, standing: `${kind} ${state}`, ...(after ? { _id: { gt: after } } : {}) },
    orderBy: [['_id', 'asc']],
    limit: pageSize,
  })
}

function countsOf(counted: readonly TallyRow[]): OutputOf<typeof obligationsOverview>['counts'] {
  const count = (standing: string) => counted.find(({ by }) => by === standing)?.count ?? 0
  return obligationKinds.map((kind) => {
    const [kept, keptLate, late] = [count(`${kind} kept`), count(`${kind} kept-late`), count(`${kind} late`)]
    const open = count(`${kind} open`)
    const dropped = count(`${kind} dropped`)
    return { kind, promised: kept + keptLate + late + open, kept, keptLate, late, open, dropped }
  })
}
