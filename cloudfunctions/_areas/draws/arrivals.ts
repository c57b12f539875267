import { countsArrivals } from '../../../shared/chances/left'
import type { DrawTerms } from '../../../shared/programme/parts/draws'
import type { MemberContext } from '../../_runtime/handler'

/** How many people a member's own link has brought first since an instant; asked only for a draw that counts them. */
export async function arrivedBy(
  { effects, account }: Pick<MemberContext, 'effects' | 'account'>,
  draw: DrawTerms,
  since: string,
): Promise<number> {
  if (!account || !countsArrivals(draw)) return 0
  return effects.store.count('visitors', { 'firstTouch.referrerId': account._id, 'firstTouch.at': { gte: since } })
}
