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

/** From the name, so that two who make it at once make one group; another where a group that was renamed has that id. */
export function freeGroupId(effects: Effects, groups: readonly Group[], name: string): string {
  for (let tries = 0; ; tries += 1) {
    const salt = tries === 0 ? name : `${name}\n${tries}`
    const id = `group-${lookupHash(effects.secrets.identityKey, `group:${salt}`).slice(0, 16)}`
    if (!groups.some(({ _id }) => _id === id)) return id
  }
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
