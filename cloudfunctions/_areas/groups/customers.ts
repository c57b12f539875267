import type { InputOf } from '../../../shared/kit/contract'
import { allow, refuse } from '../../../shared/kit/ruling'
import type { groupsCustomers } from '../../../shared/groups/contract'
import { placeOf, type Customer } from '../../../shared/groups/customer'
import { stageOf, stagesOf } from '../../../shared/groups/funnel'
import { originOf } from '../../../shared/members/origin'
import { tierById } from '../../../shared/tiers/qualify'
import type { Effects } from '../../_runtime/effects'
import type { Handler, ManagerContext } from '../../_runtime/handler'
import type { Where } from '../../_runtime/store'
import type { StoredAccount } from '../../_runtime/stored-account'
import type { Terms } from '../../_runtime/terms'
import { shownName } from '../cards/shown-name'
import type { GroupPlace } from './group'

const pageSize = 50

type Asked = InputOf<typeof groupsCustomers>
type Page = { ids: string[]; stages: ReadonlyMap<string, string>; nextAfter: string | null }

/** Customers a page at a time, each list by an index of its own; names are read from the accounts of that page alone. */
export const listCustomers: Handler<typeof groupsCustomers, ManagerContext> = async ({ effects, terms }, input) => {
  if (!terms) return refuse('shop_not_founded')
  const { of, after } = input
  const page = of.by === 'group' ? await inGroup(effects, of.groupId, after) : await filtered(effects, of, after)
  const accounts = await effects.store.getMany<StoredAccount>('accounts', page.ids)
  const known = new Map(accounts.map((account) => [account._id, account]))
  const customers = page.ids.flatMap((id) => {
    const account = known.get(id)
    return account ? [row(account, page.stages.get(id), terms)] : []
  })
  return allow({ customers, nextAfter: page.nextAfter })
}

async function inGroup({ store }: Effects, groupId: string, after: string | undefined): Promise<Page> {
  const places = await store.find<GroupPlace>('groupPlaces', {
    where: { groupId, ...(after ? { _id: { gt: after } } : {}) },
    orderBy: [['_id', 'asc']],
    limit: pageSize,
  })
  const nextAfter = places.length === pageSize ? (places.at(-1)?._id ?? null) : null
  return { ids: places.map(({ accountId }) => accountId), stages: new Map(), nextAfter }
}

async function filtered(
  { store }: Effects,
  { stage, tierId, origin, ordersFrom = 0, ordersTo }: Extract<Asked['of'], { by: 'filters' }>,
  after: string | undefined,
): Promise<Page> {
  const equal: Where = { ...(stage ? { stage } : {}), ...(tierId ? { tierId } : {}), ...(origin ? { origin } : {}) }
  const upTo = ordersTo === undefined ? {} : { lt: placeOf(ordersTo + 1) }
  const found = await store.find<Customer>('customers', {
    where: { ...equal, place: { gt: after ?? placeOf(ordersFrom), ...upTo } },
    orderBy: [['place', 'asc']],
    limit: pageSize,
  })
  return {
    ids: found.map(({ _id }) => _id),
    stages: new Map(found.map((one) => [one._id, one.stage])),
    nextAfter: found.length === pageSize ? (found.at(-1)?.place ?? null) : null,
  }
}

function row(account: StoredAccount, shown: string | undefined, { programme }: Terms) {
  const { accountId, memberNo, tierId, source, totals } = account
  const stages = stagesOf(programme)
  const stageId = shown ?? stageOf(stages, { asked: false, orders: totals.orders })
  return {
    accountId,
    memberNo,
    name: shownName(account),
    tier: tierById(programme, tierId).name,
    stage: stages.find(({ id }) => id === stageId)?.name ?? null,
    origin: originOf(source),
    orders: totals.orders,
  }
}
