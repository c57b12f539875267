import { changeGroups, groupsAfter, type GroupAct } from '../../../shared/groups/change'
import type { groupsChange } from '../../../shared/groups/contract'
import type { OutputOf } from '../../../shared/kit/contract'
import { allow, refuse } from '../../../shared/kit/ruling'
import type { Handler } from '../../_runtime/handler'
import type { StaffContext } from '../../_runtime/staff-door'
import type { StoredAccount } from '../../_runtime/stored-account'
import { allGroups, logId, placesOf, type GroupLog } from '../groups/group'
import { writeGroups } from '../groups/write'
import { identified } from './identified'

type Reply = OutputOf<typeof groupsChange>

/** Copies a customer into a group, cuts them from one into another or takes them out, whole or not at all. */
export const changeMemberGroups: Handler<typeof groupsChange, StaffContext> = async (context, input) => {
  const { effects, request } = context
  const { accountId, act } = input
  if (!request) return refuse('request_id_missing')
  const id = logId(accountId, request.id)
  const [entered, account, groups, places, done] = await Promise.all([
    context.entered,
    effects.store.get<StoredAccount>('accounts', accountId),
    allGroups(effects),
    placesOf(effects, accountId),
    effects.store.get<GroupLog>('groupLog', id),
  ])
  if (!entered.ok) return entered
  const { grant, terms } = entered.value
  if (done) return done.inputHash === request.inputHash ? allow(done.reply as Reply) : refuse('request_reused')
  const may = identified(effects, grant, input)
  if (!may.ok) return may
  if (!account) return refuse('member_unknown')
  if (named(act).some((one) => !groups.some(({ _id }) => _id === one))) return refuse('group_unknown')
  const standing = places.map(({ groupId }) => groupId)
  const ruling = changeGroups(standing, act, terms.programme)
  if (!ruling.ok) return ruling
  const after = groupsAfter(standing, ruling.value)
  const reply = {
    groups: groups.filter(({ _id }) => after.includes(_id)).map(({ _id: groupId, name }) => ({ groupId, name })),
  }
  const { inputHash } = request
  const log = { _id: id, accountId, at: context.now, by: grant._id, ...ruling.value, inputHash, reply }
  return (await writeGroups(effects, log)) ? allow(reply) : refuse('busy')
}

function named(act: GroupAct): string[] {
  if (act.does === 'copy') return [act.to]
  return act.does === 'cut' ? [act.from, act.to] : [act.from]
}
