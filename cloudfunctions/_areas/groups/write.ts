import type { Effects } from '../../_runtime/effects'
import { StoreDuplicate, type Transaction } from '../../_runtime/store'
import { placeId, type Group, type GroupLog, type GroupPlace } from './group'

/** Somebody else changed the same meanwhile. */
class Changed extends Error {
  override name = 'Changed'
}

/**
 * Writes what becomes of a customer's groups, with the groups' numbers and the log, together or not at all. False when
 * they do not stand any more where they stood when it was decided.
 */
export async function writeGroups({ store }: Effects, log: GroupLog): Promise<boolean> {
  try {
    await store.transact(async (transaction) => {
      if (log.leaves !== null) await leave(transaction, log, log.leaves)
      if (log.enters !== null) await enter(transaction, log, log.enters)
      await transaction.insert('groupLog', log)
    })
    return true
  } catch (error) {
    if (error instanceof Changed || error instanceof StoreDuplicate) return false
    throw error
  }
}

async function leave(transaction: Transaction, { accountId }: GroupLog, groupId: string): Promise<void> {
  const id = placeId(groupId, accountId)
  if (!(await transaction.get<GroupPlace>('groupPlaces', id))) throw new Changed()
  await transaction.remove('groupPlaces', id)
  await count(transaction, groupId, -1)
}

async function enter(transaction: Transaction, { accountId, at, by }: GroupLog, groupId: string): Promise<void> {
  const id = placeId(groupId, accountId)
  if (await transaction.get<GroupPlace>('groupPlaces', id)) throw new Changed()
  const place: GroupPlace = { _id: id, groupId, accountId, at, by }
  await transaction.insert('groupPlaces', place)
  await count(transaction, groupId, 1)
}

async function count(transaction: Transaction, groupId: string, by: number): Promise<void> {
  const group = await transaction.get<Group>('groups', groupId)
  if (!group) throw new Changed()
  await transaction.put('groups', { ...group, customers: group.customers + by })
}
