import { lookupHash } from '../../_runtime/vault'
import type { Effects } from '../../_runtime/effects'

/** A group of customers, with how many stand in it. */
export type Group = { _id: string; name: string; customers: number; madeAt: string; madeBy: string }

/** That one customer stands in one group. */
export type GroupPlace = {
  _id: string
  groupId: string
  accountId: string
  at: string
  by: string
}

/** What was done with a customer's groups, by whom; also the answer to the request that asked for it. */
export type GroupLog = {
  _id: string
  accountId: string
  at: string
  by: string
  leaves: string | null
  enters: string | null
  inputHash: string
  reply: unknown
}

/** How many groups a shop has. */
export const groupsMax = 200

/** From the name, so that a name stands for one group however often it is made. */
export function groupIdOf(effects: Effects, name: string): string {
  return `group-${lookupHash(effects.secrets.identityKey, `group:${name}`).slice(0, 16)}`
}

export function placeId(groupId: string, accountId: string): string {
  return `place:${groupId}:${accountId}`
}

export function logId(accountId: string, requestId: string): string {
  return `group-log:${accountId}:${requestId}`
}

/** All groups of the shop, as they were made. */
export function allGroups({ store }: Effects): Promise<Group[]> {
  return store.find<Group>('groups', { where: { _id: { gt: '' } }, orderBy: [['_id', 'asc']], limit: groupsMax })
}

/** Where one customer stands. */
export function placesOf({ store }: Effects, accountId: string): Promise<GroupPlace[]> {
  return store.find<GroupPlace>('groupPlaces', {
    where: { accountId },
    orderBy: [['groupId', 'asc']],
    limit: 100,
  })
}
