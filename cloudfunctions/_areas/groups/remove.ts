import { allow, refuse } from '../../../shared/kit/ruling'
import type { groupsRemove } from '../../../shared/groups/contract'
import type { Handler, ManagerContext } from '../../_runtime/handler'

/**
 * Removes a group, and then who stood in it: whoever is put into it in between finds it gone. What was done with it stays
 * in the log. Asked again it takes away what was left.
 */
export const remove: Handler<typeof groupsRemove, ManagerContext> = async ({ effects, terms, grant }, { groupId }) => {
  if (!terms) return refuse('shop_not_founded')
  if (!grant) return refuse('not_allowed')
  const removed = await effects.store.remove('groups', { _id: groupId })
  await effects.store.remove('groupPlaces', { groupId })
  if (removed > 0) effects.log({ event: 'group_removed', group: groupId, by: grant._id })
  return allow({ groupId })
}
