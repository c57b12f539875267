import { allow, refuse } from '../../../shared/kit/ruling'
import type { groupsRename } from '../../../shared/groups/contract'
import type { Handler, ManagerContext } from '../../_runtime/handler'
import { allGroups, type Group } from './group'

/** Another name for a group. Whoever stands in it stays there. */
export const rename: Handler<typeof groupsRename, ManagerContext> = async (
  { effects, terms, grant },
  { groupId, name },
) => {
  if (!terms) return refuse('shop_not_founded')
  if (!grant) return refuse('not_allowed')
  if (!terms.programme.segments?.tags) return refuse('groups_off')
  const groups = await allGroups(effects)
  if (groups.some((one) => one.name === name && one._id !== groupId)) return refuse('group_name_taken')
  // Beside somebody who is put into it at the same time, whose number it must not lose.
  return effects.store.transact(async (transaction) => {
    const group = await transaction.get<Group>('groups', groupId)
    if (!group) return refuse('group_unknown')
    if (group.name === name) return allow({ groupId, name })
    await transaction.put('groups', { ...group, name })
    effects.log({ event: 'group_renamed', group: groupId, by: grant._id })
    return allow({ groupId, name })
  })
}
