import { allow, refuse } from '../../../shared/kit/ruling'
import type { groupsBoard } from '../../../shared/groups/contract'
import { stagesOf } from '../../../shared/groups/funnel'
import type { Handler, ManagerContext } from '../../_runtime/handler'
import { allGroups } from './group'

/** The funnel, counted by index a step, and the groups with the number that each carries. */
export const board: Handler<typeof groupsBoard, ManagerContext> = async ({ effects, now, terms }) => {
  if (!terms) return refuse('shop_not_founded')
  const { segments, tiers } = terms.programme
  const stages = stagesOf(terms.programme)
  const [groups, ...counts] = await Promise.all([
    allGroups(effects),
    ...stages.map(({ id }) => effects.store.count('customers', { stage: id })),
  ])
  return allow({
    serverAt: now,
    stages: stages.map(({ id, name, fromOrders = null, whenAsked = false }, index) => {
      return { id, name, fromOrders, asked: whenAsked, customers: counts[index] ?? 0 }
    }),
    filters: segments?.filters ?? [],
    tiers: tiers.map(({ id, name }) => ({ id, name })),
    tags: segments?.tags ?? { copy: false, cut: false },
    groups: groups.map(({ _id: groupId, name, customers }) => ({ groupId, name, customers })),
  })
}
