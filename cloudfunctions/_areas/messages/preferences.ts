import type { Instant } from '../../../shared/kit/time'
import {
  changePreferences,
  noPreferences,
  type PreferenceChange,
  type Preferences,
} from '../../../shared/messages/preferences'
import type { Effects } from '../../_runtime/effects'
import { open, seal } from '../../_runtime/vault'

/**
 * One decision of a member about messages, and how everything stands after it. The rows of a member are never changed, so
 * that it can be told who agreed to which words and when; only the address goes from a row once another one follows it, so
 * that the last row alone says where the member may be written to, and none once nobody may.
 */
export type StoredPreferences = Preferences & {
  _id: string
  accountId: string
  /** Counts the member's decisions. */
  seq: number
  at: Instant
  /** `platform`: the number or address refused, which ends the consent as well. */
  by: 'member' | 'platform'
  change: PreferenceChange
  inputHash: string
  sealedAddress?: string
  /** The address with its middle left out, for its owner to know it again. */
  addressHint: string | null
}

export type Decision = {
  /** The request, or the notice whose refusal it is: the same writes nothing twice. */
  id: string
  inputHash: string
  by: StoredPreferences['by']
  change: PreferenceChange
  address?: string
}

const triesMax = 5

/** How a member's decisions stand. */
export async function readPreferences(effects: Effects, accountId: string): Promise<StoredPreferences | null> {
  const query = { where: { accountId }, orderBy: [['seq', 'desc'] as const], limit: 1 }
  const [latest] = await effects.store.find<StoredPreferences>('preferences', query)
  return latest ?? null
}

/** Writes one decision down after the others; how they stand then, or what hinders it. */
export async function decide(
  effects: Effects,
  accountId: string,
  decision: Decision,
): Promise<StoredPreferences | 'busy' | 'request_reused'> {
  const _id = preferenceId(accountId, decision.id)
  for (let tries = 0; tries < triesMax; tries += 1) {
    const [before, known] = await Promise.all([
      readPreferences(effects, accountId),
      effects.store.get<StoredPreferences>('preferences', _id),
    ])
    if (known && known.inputHash !== decision.inputHash) return 'request_reused'
    const next = known ?? rowAfter(effects, before, { ...decision, _id, accountId })
    const isKept = known !== null || (await effects.store.insert('preferences', [next])) === 'inserted'
    if (!isKept) continue
    if (next.seq > 1) await forgetAddresses(effects, next)
    return known ? (before ?? known) : next
  }
  return 'busy'
}

/** Whether this request's decision is written down already, so that its repetition has nothing to prove again. */
export async function isDecided(effects: Effects, accountId: string, id: string): Promise<boolean> {
  return (await effects.store.get<StoredPreferences>('preferences', preferenceId(accountId, id))) !== null
}

/** Where a member agreed to be mailed; null where they have not. */
export function addressOf(effects: Effects, kept: StoredPreferences): string | null {
  if (kept.mail === null || !kept.sealedAddress) return null
  return open(effects.secrets.vaultKey, kept.sealedAddress, placeOf(kept.accountId))
}

/** From the rows before this one, of which one has it at most, unless a function was cut off here. */
async function forgetAddresses(effects: Effects, { accountId, seq }: StoredPreferences): Promise<void> {
  const earlier = { accountId, seq: { lt: seq }, sealedAddress: { gt: '' } }
  await effects.store.change('preferences', earlier, { unset: ['sealedAddress'] })
}

function rowAfter(
  effects: Effects,
  before: StoredPreferences | null,
  { _id, accountId, by, change, inputHash, address }: Decision & { _id: string; accountId: string },
): StoredPreferences {
  const at = effects.now()
  const { text, mail, optedOut } = changePreferences(before ?? noPreferences, change, at)
  const sealed = address ? seal(effects.secrets.vaultKey, address, placeOf(accountId)) : before?.sealedAddress
  const addressHint = mail === null ? null : address ? hintOf(address) : (before?.addressHint ?? null)
  const row = { _id, accountId, seq: (before?.seq ?? 0) + 1, at, by, change, inputHash, text, mail, optedOut }
  return { ...row, addressHint, ...(mail !== null && sealed ? { sealedAddress: sealed } : {}) }
}

function preferenceId(accountId: string, id: string): string {
  return `preference:${accountId}:${id}`
}

function placeOf(accountId: string): string {
  return `preferences/${accountId}/mail`
}

function hintOf(address: string): string {
  const [name = '', domain = ''] = address.split('@')
  return `${name.slice(0, 2)}…@${domain}`
}
