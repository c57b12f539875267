import { allow, refuse, type Ruling } from '../../../shared/kit/ruling'
import type { Instant } from '../../../shared/kit/time'
import type { Effects } from '../../_runtime/effects'
import { open, seal, VaultRefused } from '../../_runtime/vault'

/** What identifying a customer lets one employee do: act for them in one store, for five minutes. */
export type Pass = {
  accountId: string
  storeId: string
  staffId: string
  /** The card whose code was read; null for somebody found by phone number, whose points nobody may take. */
  cardNo: string | null
  /** Whoever showed the card, where it is a shared one of somebody else's account. */
  holderId?: string
  goodUntil: Instant
}

export const passMs = 5 * 60_000

/** The pass as the till keeps it. Sealed, so it needs no document of its own and cannot be made or changed outside. */
export function sealPass(effects: Effects, pass: Pass): string {
  return seal(effects.secrets.vaultKey, JSON.stringify(pass), place)
}

/** The pass, if it is genuine, this employee's and for this customer. Whether it is still good is the caller's to ask. */
export function readPass(
  effects: Effects,
  sealed: string,
  claim: { accountId: string; staffId: string },
): Ruling<Pass, 'scan_over'> {
  const pass = opened(effects, sealed)
  const fits = pass?.staffId === claim.staffId && pass.accountId === claim.accountId
  return fits ? allow(pass) : refuse('scan_over')
}

/** Whose account a pass needs besides; asked before it is known that the pass is good, so nothing may follow from it. */
export function holderNamedBy(effects: Effects, sealed: string): string | null {
  return opened(effects, sealed)?.holderId ?? null
}

const place = 'staff/pass'

function opened(effects: Effects, sealed: string): Pass | null {
  try {
    return JSON.parse(open(effects.secrets.vaultKey, sealed, place)) as Pass
  } catch (error) {
    if (error instanceof VaultRefused) return null
    throw error
  }
}
