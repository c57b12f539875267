import { lookupHash } from './vault'
import type { Effects } from './effects'
import type { StoredAccount } from './stored-account'

/** Where a person's WeChat identity leads: the one place in which an openid stands, and only as a keyed hash. */
export type Identity = { _id: string; accountId: string }

export function identityId(effects: Effects, openid: string): string {
  return `wechat-${lookupHash(effects.secrets.identityKey, `wechat:${openid}`)}`
}

export function staffId(effects: Effects, openid: string): string {
  return `staff-${lookupHash(effects.secrets.identityKey, `staff:${openid}`)}`
}

/** The account of a person who joins by WeChat: the same for every try, so that joining twice makes one member. */
export function accountIdOfOpenid(effects: Effects, openid: string): string {
  return `account-${lookupHash(effects.secrets.identityKey, `account:wechat:${openid}`).slice(0, 32)}`
}

/** Where a phone number leads, once it is a member's. */
export function phoneIdentityId(effects: Effects, number: string): string {
  return `phone-${lookupHash(effects.secrets.identityKey, `phone:${number}`)}`
}

/** The account of a customer who was enrolled at the counter by a phone number. */
export function accountIdOfPhone(effects: Effects, number: string): string {
  return `account-${lookupHash(effects.secrets.identityKey, `account:phone:${number}`).slice(0, 32)}`
}

/** The account of a customer whom a till knows by a number of its own. */
export function accountIdOfExternal(effects: Effects, externalId: string): string {
  return `account-${lookupHash(effects.secrets.identityKey, `account:external:${externalId}`).slice(0, 32)}`
}

/**
 * The member whom the platform says is calling, or null. Identity and the account that the phone remembers are read
 * together; only when the phone remembers wrongly does it cost one more trip.
 */
export async function readMember(effects: Effects, openid: string, hint: string | null): Promise<StoredAccount | null> {
  const [identity, hinted] = await Promise.all([
    effects.store.get<Identity>('identities', identityId(effects, openid)),
    hint ? effects.store.get<StoredAccount>('accounts', hint) : null,
  ])
  if (!identity) return null
  if (hinted && hinted._id === identity.accountId) return hinted
  return effects.store.get<StoredAccount>('accounts', identity.accountId)
}
