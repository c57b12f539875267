import type { Effects } from '../../_runtime/effects'
import { seal } from '../../_runtime/vault'

/** What is known of the person behind an account. The ledger never carries it, so that the person can be forgotten. */
export type Profile = {
  _id: string
  sealedPhone: string
  /** The last four digits, for people to compare. */
  phoneTail: string
  /** True once whoever holds the number has proved it. */
  verified: boolean
  at: string
}

export function profileOf(
  effects: Effects,
  accountId: string,
  phone: { number: string; verified: boolean; at: string },
): Profile {
  const { number, verified, at } = phone
  const sealedPhone = seal(effects.secrets.vaultKey, number, `profiles/${accountId}/phone`)
  return { _id: accountId, sealedPhone, phoneTail: number.slice(-4), verified, at }
}
