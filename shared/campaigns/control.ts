import { hundredthOf } from '../kit/spread'
import type { Campaign } from '../programme/parts/campaigns'

/**
 * Whether a member is in a campaign's control group, which is left out so that the others can be compared with it. Follows
 * from campaign and member alone: it is settled before the campaign starts and nobody can be moved.
 */
export function isControl({ id, control }: Campaign, accountId: string): boolean {
  return control !== undefined && hundredthOf(`campaign control\n${id}\n${accountId}`) < control.percent
}
