import { allow, refuse } from '../../../shared/kit/ruling'
import type { referralsReviews } from '../../../shared/referrals/contract'
import type { Effects } from '../../_runtime/effects'
import type { Handler, ManagerContext } from '../../_runtime/handler'
import type { StoredAccount } from '../../_runtime/stored-account'

const pageSize = 20

/** The referrals that wait for a manager, whoever waits longest first. */
export const listReviews: Handler<typeof referralsReviews, ManagerContext> = async (context, { after = '' }) => {
  const { effects, terms } = context
  if (!terms) return refuse('shop_not_founded')
  const found = await effects.store.find<StoredAccount>('accounts', {
    where: { review: { gt: after } },
    orderBy: [['review', 'asc']],
    limit: pageSize + 1,
    fields: ['_id', 'memberNo', 'name', 'enrolledAt', 'review', 'referral'],
  })
  const page = found.slice(0, pageSize)
  const referrers = await referrersOf(effects, page)
  return allow({
    reviews: page.map((friend) => ({
      friend: personOf(friend),
      referrer: referrers.get(friend.referral?.referrerId ?? '') ?? nobody,
      joinedAt: friend.enrolledAt,
      since: friend.referral?.since ?? friend.enrolledAt,
      suspicions: friend.referral?.suspicions ?? [],
    })),
    nextAfter: found.length > pageSize ? (page.at(-1)?.review ?? null) : null,
  })
}

/** Of an account that is no longer there. */
const nobody = { accountId: '', memberNo: '', name: null }

async function referrersOf({ store }: Effects, friends: readonly StoredAccount[]) {
  const ids = [...new Set(friends.flatMap(({ referral }) => (referral ? [referral.referrerId] : [])))]
  const found = ids.length > 0 ? await store.getMany<StoredAccount>('accounts', ids) : []
  return new Map(found.map((one) => [one._id, personOf(one)]))
}

function personOf({ _id: accountId, memberNo, name }: StoredAccount) {
  return { accountId, memberNo, name }
}
