import type { Effects } from '../../_runtime/effects'
import { lookupHash } from '../../_runtime/vault'

/** Under whose name somebody without an account holds numbers: the same each time, and nobody can turn it back. */
export function visitorHolder({ secrets }: Effects, openid: string): string {
  return `visitor-${lookupHash(secrets.identityKey, `draw-visitor:${openid}`).slice(0, 32)}`
}

/** Whose a number is in the public list: the same within a round, and it says nothing. */
export function publicName({ secrets }: Effects, roundId: string, holder: string): string {
  return lookupHash(secrets.identityKey, `draw-member:${roundId}:${holder}`).slice(0, 16)
}
