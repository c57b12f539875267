import { sha256 } from '@noble/hashes/sha2.js'
import { utf8ToBytes } from '@noble/hashes/utils.js'
import type { Campaign } from '../programme/parts/campaigns'

/**
 * Whether a member is in a campaign's control group, which is left out so that the others can be compared with it. Follows
 * from campaign and member alone: it is settled before the campaign starts and nobody can be moved.
 */
export function isControl({ id, control }: Campaign, accountId: string): boolean {
  if (!control) return false
  const [high = 0, low = 0, last = 0] = sha256(utf8ToBytes(`changlai campaign control\n${id}\n${accountId}`))
  // 24 bits over a hundred: no share is off by more than one in 160,000.
  return ((high << 16) | (low << 8) | last) % 100 < control.percent
}
