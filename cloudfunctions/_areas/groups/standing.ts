import type { CustomerStanding } from '../../../shared/groups/contract'
import { customerOf, type Customer } from '../../../shared/groups/customer'
import { stagesOf } from '../../../shared/groups/funnel'
import type { Effects } from '../../_runtime/effects'
import type { StoredAccount } from '../../_runtime/stored-account'
import type { Terms } from '../../_runtime/terms'
import { allGroups, placesOf, type Group, type GroupPlace } from './group'
import { neverAsked } from './write-customer'

export type StandingRead = { customer: Customer | null; groups: Group[]; places: GroupPlace[] }

/** What decides where a customer stands, besides their account. One trip. */
export async function readStanding(effects: Effects, accountId: string): Promise<StandingRead> {
  const [customer, groups, places] = await Promise.all([
    effects.store.get<Customer>('customers', accountId),
    allGroups(effects),
    placesOf(effects, accountId),
  ])
  return { customer, groups, places }
}

/** Where a customer stands. The step follows the account as it is, also before the clock has written it down. */
export function standingView(
  account: StoredAccount,
  { customer, groups, places }: StandingRead,
  { programme }: Terms,
  serverAt: string,
): CustomerStanding {
  const stages = stagesOf(programme)
  const asked = customer ?? neverAsked
  const stage = stages.find(({ id }) => id === customerOf(account, programme, asked)?.stage)
  const all = groups.map(({ _id: groupId, name }) => ({ groupId, name }))
  const { copy, cut } = programme.segments?.tags ?? { copy: false, cut: false }
  return {
    serverAt,
    stage: stage ? { id: stage.id, name: stage.name } : null,
    askedAt: asked.askedAt,
    mayAsk: stages.some(({ whenAsked }) => whenAsked),
    copy,
    cut,
    groups: all.filter(({ groupId }) => places.some((place) => place.groupId === groupId)),
    all,
  }
}
