import type { campaignsEffect } from '../../../shared/campaigns/contract'
import { addMembers, effectOf, isMeasured, noSums } from '../../../shared/campaigns/effect'
import { allow, refuse } from '../../../shared/kit/ruling'
import type { Handler, ManagerContext } from '../../_runtime/handler'
import type { StoredAccount } from '../../_runtime/stored-account'

const pageSize = 500

/** One page of members more, in the order of their ids. */
export const effect: Handler<typeof campaignsEffect, ManagerContext> = async ({ effects, terms }, input) => {
  if (!terms) return refuse('shop_not_founded')
  const campaign = terms.programme.campaigns?.find(({ id }) => id === input.campaignId)
  if (!campaign) return refuse('campaign_unknown')
  if (!isMeasured(campaign)) return refuse('campaign_unmeasured')
  const page = await effects.store.find<StoredAccount>('accounts', {
    where: { _id: { gt: input.cursor ?? '' } },
    orderBy: [['_id', 'asc']],
    limit: pageSize,
    fields: ['_id', 'accountId', 'enrolledAt', 'days'],
  })
  const sums = addMembers(input.sums ?? noSums, campaign, page)
  const nextCursor = page.length === pageSize ? (page.at(-1)?._id ?? null) : null
  return allow({ sums, nextCursor, effect: effectOf(sums) })
}
