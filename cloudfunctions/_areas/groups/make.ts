import { allow, refuse } from '../../../shared/kit/ruling'
import type { groupsMake } from '../../../shared/groups/contract'
import type { Handler, ManagerContext } from '../../_runtime/handler'
import { allGroups, freeGroupId, groupsMax, type Group } from './group'

/** Makes a group. A name is one group's, so making it again gives the one there is. */
export const make: Handler<typeof groupsMake, ManagerContext> = async ({ effects, now, terms, grant }, { name }) => {
  if (!terms) return refuse('shop_not_founded')
  if (!grant) return refuse('not_allowed')
  if (!terms.programme.segments?.tags) return refuse('groups_off')
  const groups = await allGroups(effects)
  const known = groups.find((one) => one.name === name)
  if (known) return allow({ groupId: known._id, name })
  if (groups.length >= groupsMax) return refuse('groups_full')
  const groupId = freeGroupId(effects, groups, name)
  const group: Group = { _id: groupId, name, customers: 0, madeAt: now, madeBy: grant._id }
  await effects.store.insert('groups', [group])
  effects.log({ event: 'group_made', group: groupId, by: grant._id })
  return allow({ groupId, name })
}
